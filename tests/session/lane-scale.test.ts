// A lane's scale follows its losses without shimmering, and can be one for all lanes.
import { expect, test } from 'vitest';
import { commonRange, createLaneScale } from '../../app/session/lane-scale.ts';

const range = (min: number, max: number, clip = Infinity) => ({ min, max, clip });

test('small changes at the top keep the levels there, larger ones make another scale', () => {
  const scale = createLaneScale(null);
  expect(scale.current).toBeNull();
  scale.follow('linear', range(0, 1), true);
  const first = scale.current;
  scale.follow('linear', range(0, 1.015), true);
  expect(scale.current).toBe(first);
  scale.follow('linear', range(0, 1.1), true);
  expect(scale.current).not.toBe(first);
  expect(scale.current?.max).toBe(1.1);
  const second = scale.current;
  scale.follow('linear', range(0, 1.1), true);
  expect(scale.current).toBe(second);
});

test('the least loss is always that of the surface: no lane stands below what the legend begins with', () => {
  const scale = createLaneScale(null);
  scale.follow('linear', range(0.0034, 5.8), true);
  scale.follow('linear', range(0.00225, 5.81), true);
  expect([scale.current?.min, scale.current?.max]).toEqual([0.00225, 5.8]);
  // Levels at the top have not moved by what can be seen.
  const fresh = createLaneScale(null);
  fresh.follow('linear', range(0.00225, 5.8), false);
  expect(scale.current?.levels).toEqual(fresh.current?.levels);
});

test('another rule makes another scale; a cut that moves, comes or goes, too', () => {
  const scale = createLaneScale(null);
  scale.follow('linear', range(0, 9, 3), true);
  expect(scale.current?.clip).toBeNull();
  scale.follow('clip', range(0, 9, 3), true);
  expect(scale.current?.clip).toBe(3);
  const cut = scale.current;
  // The walls above are cut off: what they do changes nothing.
  scale.follow('clip', range(0, 900, 3.01), true);
  expect(scale.current).toBe(cut);
  scale.follow('clip', range(0, 900, 4), true);
  expect(scale.current?.clip).toBe(4);
  scale.follow('clip', range(0, 4, 5), true);
  expect(scale.current?.clip).toBeNull();
  scale.follow('log', range(0.1, 4, 2), true);
  expect([scale.current?.mode, scale.current?.clip]).toEqual(['log', null]);
});

test('at rest the scale is that of the surface, to the last digit', () => {
  const scale = createLaneScale(null);
  scale.follow('log', range(0.01, 1), true);
  scale.follow('log', range(0.0001, 0.99), true);
  // Of the whole range the least has changed by little, of a logarithm by half.
  expect([scale.current?.min, scale.current?.max]).toEqual([0.0001, 1]);
  scale.follow('log', range(0.0001, 0.99), false);
  expect([scale.current?.min, scale.current?.max]).toEqual([0.0001, 0.99]);
  const exact = scale.current;
  scale.follow('log', range(0.0001, 0.99), false);
  expect(scale.current).toBe(exact);
});

test('one range for all holds every lane’s', () => {
  expect(commonRange([])).toBeNull();
  const common = commonRange([range(0.2, 5, 2), range(0.1, 3, 4)]);
  expect([common?.min, common?.max, common?.clip]).toEqual([0.1, 5, 4]);
});
