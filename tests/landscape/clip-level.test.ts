// Where a clipped surface is cut: above the path, and not so low that no surface is left.
import { expect, test } from 'vitest';
import { clipLevel, createLossScale } from '../../src/index.ts';

const heights = Float32Array.from({ length: 33 * 33 }, (_, k) => k / 100);

test('a quarter above the path’s highest point, measured from the least loss', () => {
  expect(clipLevel({ heights }, 0, 8)).toBe(10);
  expect(clipLevel({ heights }, 2, 6)).toBe(7);
});

test('how high the walls are changes nothing', () => {
  const higher = heights.map((height) => (height > 5 ? height * 1e6 : height));
  expect(clipLevel({ heights: higher }, 0, 8)).toBe(clipLevel({ heights }, 0, 8));
});

test('a quarter of the window is never cut, also without a path in it', () => {
  const sorted = [...heights].sort((a, b) => a - b);
  for (const highest of [0, -Infinity, 0.01]) {
    const level = clipLevel({ heights }, 0, highest);
    const kept = sorted.filter((height) => height <= level).length / sorted.length;
    expect(kept).toBeGreaterThanOrEqual(0.25);
    expect(kept).toBeLessThan(0.27);
  }
});

test('what is not a number is not measured, and what is without bound counts as high', () => {
  const odd = heights.map((height, k) => (k % 5 === 0 ? NaN : k % 7 === 0 ? Infinity : height));
  expect(clipLevel({ heights: odd }, 0, 8)).toBe(10);
  expect(Number.isFinite(clipLevel({ heights: odd }, 0, -Infinity))).toBe(true);
});

test('a scale that is cut ends there: colour, level and height go up to it, and no further', () => {
  const scale = createLossScale('clip', 0.5, 1000, 10, 4.5);
  expect([scale.min, scale.max, scale.clip]).toEqual([0.5, 4.5, 4.5]);
  expect([0.5, 1.5, 4.5, 5, 1000, Infinity].map(scale.height)).toEqual([0, 0.25, 1, 1, 1, 1]);
  expect([4.5, 1000].map(scale.color)).toEqual([1, 1]);
  expect(Math.max(...scale.levels)).toBeLessThan(4.5);
});

test('a surface below its cut is not cut', () => {
  const { clip, max } = createLossScale('clip', 0, 3, 10, 4);
  expect([clip, max]).toEqual([null, 3]);
  expect(createLossScale('linear', 0, 30, 10, 4).clip).toBeNull();
});
