// A lane's scale follows its losses without shimmering, and can be one for all lanes.
import { expect, test } from 'vitest';
import { commonRange, createLaneScale } from '../../app/session/lane-scale.ts';

const range = (min: number, max: number, clip = Infinity) => ({ min, max, clip });

test('small changes keep the very scale, larger ones make another', () => {
  const scale = createLaneScale(null);
  expect(scale.current).toBeNull();
  scale.follow('linear', range(0, 1));
  const first = scale.current;
  scale.follow('linear', range(0.01, 1.015));
  expect(scale.current).toBe(first);
  scale.follow('linear', range(0.01, 1.1));
  expect(scale.current).not.toBe(first);
  expect(scale.current?.max).toBe(1.1);
});

test('another rule makes another scale; a cut that moves, comes or goes, too', () => {
  const scale = createLaneScale(null);
  scale.follow('linear', range(0, 9, 3));
  expect(scale.current?.clip).toBeNull();
  scale.follow('clip', range(0, 9, 3));
  expect(scale.current?.clip).toBe(3);
  const cut = scale.current;
  // The walls above are cut off: what they do changes nothing.
  scale.follow('clip', range(0, 900, 3.01));
  expect(scale.current).toBe(cut);
  scale.follow('clip', range(0, 900, 4));
  expect(scale.current?.clip).toBe(4);
  scale.follow('clip', range(0, 4, 5));
  expect(scale.current?.clip).toBeNull();
  scale.follow('log', range(0.1, 4, 2));
  expect([scale.current?.mode, scale.current?.clip]).toEqual(['log', null]);
});

test('one range for all holds every lane’s', () => {
  expect(commonRange([])).toBeNull();
  const common = commonRange([range(0.2, 5, 2), range(0.1, 3, 4)]);
  expect([common?.min, common?.max, common?.clip]).toEqual([0.1, 5, 4]);
});
