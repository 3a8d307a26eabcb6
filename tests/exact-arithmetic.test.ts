// What a run depends on is computed from + - * / sqrt alone, so that the same link gives the same bits in every engine.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Parts that only draw, put into words or write programs: their last bits are nobody's promise. */
const onlyShown = [
  'src/landscape/',
  'src/experiment/export/',
  'src/experiment/caption',
  'src/experiment/repair.ts',
  'src/optimizers/formula.ts',
];

/** These members of Math are the same in every engine: exact, or rounded as IEEE 754 says. */
const exact = new Set([
  'abs', 'sqrt', 'floor', 'ceil', 'round', 'trunc', 'min', 'max', 'sign', 'fround', 'imul', 'clz32', 'PI', 'E', 'LN2',
  'SQRT2', 'SQRT1_2',
]); // prettier-ignore

/** A text without its comments and without what stands between quotes. */
function codeOf(source: string): string {
  const pieces = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g;
  return source.replace(pieces, (piece) => '\n'.repeat(piece.split('\n').length - 1));
}

/** Each use of an operation that engines round as they like, with its line. */
function inexactUses(path: string, source: string): string[] {
  const lines = codeOf(source).split('\n');
  return lines.flatMap((line, k) => {
    const members = [...line.matchAll(/\bMath\s*\.\s*(\w+)/g)].map(([, name]) => name);
    const uses = members.filter((name) => !exact.has(name)).map((name) => `Math.${name}`);
    // A whole power of 2 is exact.
    if (/\*\*/.test(line.replaceAll(/\b2 \*\* (?:-?\d+|\(\d+ [-+] \w+\)|\(\w+ \+ \d+\))/g, ''))) {
      uses.push('**');
    }
    if (/=\s*Math\b(?!\.)/.test(line)) uses.push('members of Math under other names');
    return uses.map((use) => `${path}:${k + 1} uses ${use}`);
  });
}

test('nothing that a run depends on uses what engines round differently', () => {
  const paths = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !onlyShown.some((part) => path.startsWith(part)));
  expect(paths.length).toBeGreaterThan(80);
  const uses = paths.flatMap((path) => inexactUses(path, readFileSync(`${root}${path}`, 'utf8')));
  expect(uses).toEqual([]);
});

test('the check finds what it looks for, and nothing in words', () => {
  const found = (source: string) => inexactUses('a.ts', source);
  expect(found('const y = 1;\nconst z = Math.tanh(y);')).toEqual(['a.ts:2 uses Math.tanh']);
  expect(found('y = x ** 2 + Math.hypot(x, 1);')).toEqual([
    'a.ts:1 uses Math.hypot',
    'a.ts:1 uses **',
  ]);
  expect(found('y = 2 ** x;')).toEqual(['a.ts:1 uses **']);
  expect(found('const { tanh } = Math;')).toHaveLength(1);
  expect(found(`/* Math.exp\n x ** 2 */ const a = 'Math.log'; // Math.sin`)).toEqual([]);
  expect(found('y = 2 ** 32 + 2 ** -1022 + Math.sqrt(2) * Math.PI;')).toEqual([]);
});
