// The reference in docs/api.md is what the comments in the source say now.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as engine from '../../src/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const api = readFileSync(`${root}/docs/api.md`, 'utf8');

test('docs/api.md is up to date (if not: npm run docs)', () => {
  const text = execFileSync(process.execPath, ['scripts/docs.mjs', '-'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(api).toBe(text);
});

test('every value of the engine is in it, with each member of each registry', () => {
  const headings = [...api.matchAll(/^### (\w+)$/gm)].map((match) => match[1]);
  expect(new Set(headings).size).toBe(headings.length);
  expect(headings).toEqual(expect.arrayContaining(Object.keys(engine)));
  for (const value of Object.values(engine)) {
    if (typeof value !== 'object' || !('ids' in value)) continue;
    for (const id of value.ids) expect(api).toContain(`| \`${id}\` |`);
  }
});
