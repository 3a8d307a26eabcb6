// What is published speaks only of the project: no path of one machine, and no address packages were fetched from.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Spelled in halves, because this file is published too. */
const privateWords = [
  ['sha' + 'red/', /(?<![\w-])sha[r]ed\//],
  ['/wo' + 'rk/', /(?<![\w.-])\/wor[k]\//],
  ['registry.' + 'npmjs', /registry\.npm[j]s/],
  ['resolved": "' + 'http', /resolved": "htt[p]/],
] as const;

const privateWordsIn = (text: string) =>
  privateWords.filter(([, pattern]) => pattern.test(text)).map(([word]) => word);

const ignored = new Set([
  '.git',
  ...readFileSync(`${root}/.gitignore`, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('/'))
    .map((line) => line.slice(0, -1)),
]);

function filesIn(folder: string): string[] {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true })
    .filter((entry) => !ignored.has(entry.name))
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
    });
}

test('no file names a private place', () => {
  const files = filesIn('.');
  expect(files).toEqual(
    expect.arrayContaining(['package-lock.json', 'tests/golden/README.md', 'LICENSE']),
  );
  const found = files.flatMap((path) =>
    privateWordsIn(readFileSync(`${root}/${path}`, 'utf8')).map((word) => `${path}: ${word}`),
  );
  expect(found).toEqual([]);
});

test('every private word is recognized', () => {
  for (const [word] of privateWords) expect(privateWordsIn(`see ${word} there`)).toEqual([word]);
  expect(privateWordsIn('an unshared net/work/load')).toEqual([]);
});
