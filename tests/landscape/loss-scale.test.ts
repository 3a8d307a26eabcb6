// One rule for colour, contour level and height: what the three must agree on.
import { describe, expect, test } from 'vitest';
import { createLossScale } from '../../src/index.ts';

describe.each(['linear', 'log'] as const)('%s', (mode) => {
  const scale = createLossScale(mode, 0.02, 5, 10);

  test('the levels lie where one of equally wide colour bands meets the next', () => {
    expect(scale.levels).toHaveLength(9);
    scale.levels.forEach((level, k) => expect(scale.color(level)).toBeCloseTo((k + 1) / 10, 12));
  });

  test('colours and heights go from 0 to 1 over the window', () => {
    expect([scale.color(0.02), scale.color(5)]).toEqual([0, 1]);
    expect(scale.height(0.02)).toBe(0);
    expect(scale.height(5)).toBeCloseTo(1, 14);
    expect([scale.color(0), scale.color(9)]).toEqual([0, 1]);
    expect(scale.height(9)).toBeGreaterThan(1);
  });

  test('a flat window divides by nothing', () => {
    for (const level of [0, 0.3, 1e9]) {
      const flat = createLossScale(mode, level, level);
      for (const value of [...flat.levels, flat.color(level), flat.height(level)]) {
        expect(value).not.toBeNaN();
      }
    }
  });
});

test('linear: the rings of a bowl are evenly spaced, and heights are the losses', () => {
  const { levels, height } = createLossScale('linear', 0, 4, 8);
  levels.forEach((level, k) => expect(Math.sqrt(level)).toBeCloseTo((2 * (k + 1)) / 8, 12));
  expect([1, 2, 3].map(height)).toEqual([0.25, 0.5, 0.75]);
});

test('log: levels have one ratio, and so have equal steps in height', () => {
  const { levels, height } = createLossScale('log', 1, 256, 8);
  levels.forEach((level, k) => expect(level / 2 ** (k + 1)).toBeCloseTo(1, 12));
  expect(height(16)).toBeCloseTo(0.5, 14);
});
