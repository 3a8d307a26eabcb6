// The faults that `npm run mutations` puts into the sources still fit them.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { mutations } from '../../scripts/mutations-list.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('there are at least forty, each with a name of its own', () => {
  expect(mutations.length).toBeGreaterThanOrEqual(40);
  expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length);
});

test.each(mutations)('$name', ({ file, find, replace, tests }) => {
  const parts = readFileSync(`${root}/${file}`, 'utf8').split(find);
  expect(parts, `what ${file} must have exactly once: ${find}`).toHaveLength(2);
  expect(replace).not.toBe(find);
  for (const path of tests) expect(existsSync(`${root}/${path}`)).toBe(true);
});
