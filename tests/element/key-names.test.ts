// Attributes of an element as keys of a link: which are, which are none, and what a link is made of.
import { expect, test } from 'vitest';
import { linkKeys, parseExperiment } from '../../src/index.ts';
import { figureKeys, keyOf, queryOf } from '../../app/element/key-names.ts';

test('every key of a link can be an attribute, which knows no capital letters', () => {
  for (const key of [...linkKeys, 'controls', 'hide', 'poster', 'autoplay', 'table', 'v']) {
    expect(key).toBe(key.toLowerCase());
    expect(keyOf(key)).toBe(key);
    expect(figureKeys).toContain(key);
  }
});

test.each(['id', 'class', 'style', 'title', 'lab', 'data-lanes', 'aria-label', 'onclick', 'v-if'])(
  '%s is no matter of the figure',
  (name) => {
    expect(keyOf(name)).toBeNull();
  },
);

test('a word that is no key stays one, so that a sentence can say so', () => {
  expect(keyOf('lanez')).toBe('lanez');
  const { notices } = parseExperiment(queryOf([['lanez', 'raw']]));
  expect(notices).toEqual(["The link's key “lanez” is not known, so it is left out."]);
});

test('keys and values become a link that reads as they were', () => {
  const query = queryOf([
    ['table', 'A.B&C'],
    ['lanes', 'raw,raw+bn~lr:0.3'],
    ['x1', '0:2'],
  ]);
  expect(query).toBe('lanes=raw%2Craw%2Bbn~lr%3A0.3&x1=0%3A2#table=A.B&C');
  expect(parseExperiment(query.replace(/#.*/, '')).experiment).toEqual(
    parseExperiment('lanes=raw,raw+bn~lr:0.3&x1=0:2').experiment,
  );
});
