// The keys that the React component's types name are those that there are.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { figureKeys } from '../../app/element/key-names.ts';

test('every key of a figure is a property, and no other (if not: FigureKey in app/element/component-props.ts)', () => {
  const source = readFileSync(
    new URL('../../app/element/component-props.ts', import.meta.url),
    'utf8',
  );
  const union = /export type FigureKey =([^;]+);/.exec(source)?.[1] ?? '';
  const named = [...union.matchAll(/'(\w+)'/g)].map((match) => match[1]);
  expect(named.sort()).toEqual([...figureKeys].sort());
});
