// The curvature of a run as it comes in: in order, once a step, and never too much of it.
import { expect, test } from 'vitest';
import { createCurvatureHistory } from '../../app/session/curvature-history.ts';

const of = (sharpness: number, conditionNumber = 10 * sharpness) => ({
  sharpness,
  conditionNumber,
});

test('steps stand in order, however they come', () => {
  const history = createCurvatureHistory();
  for (const step of [0, 40, 10, 30, 20]) history.add(step, of(step + 1));
  expect(history.entries.map(({ iteration }) => iteration)).toEqual([0, 10, 20, 30, 40]);
  expect(history.entries.map(({ sharpness }) => sharpness)).toEqual([1, 11, 21, 31, 41]);
});

test('a step seen twice is there once, with the condition number if it was ever known', () => {
  const history = createCurvatureHistory();
  history.add(5, of(2, NaN));
  history.add(5, of(2, 20));
  const { version } = history;
  history.add(5, of(2, NaN));
  expect(history.version).toBe(version);
  expect(history.entries).toEqual([{ iteration: 5, sharpness: 2, conditionNumber: 20 }]);
});

test('a long run keeps its first and its latest', () => {
  const history = createCurvatureHistory();
  for (let step = 0; step < 10_000; step++) history.add(step, of(step));
  expect(history.entries.length).toBeLessThanOrEqual(1024);
  expect(history.entries.length).toBeGreaterThan(400);
  expect(history.entries[0]?.iteration).toBe(0);
  expect(history.entries.at(-1)?.iteration).toBe(9999);
});
