// Windows: they hold what they must, in neat numbers, and no far minimum blows them up.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  equalWindow,
  fittedWindow,
  grownWindow,
  weightPlane,
  type Window,
} from '../../src/index.ts';
import { quadratic } from './quadratic.ts';

const coordinate = fc.double({ min: -50, max: 50, noNaN: true });
const point = fc.tuple(coordinate, coordinate);
const holds = ([left, right, bottom, top]: Window, [a, b]: readonly [number, number]) =>
  a >= left && a <= right && b >= bottom && b <= top;
const width = (w: Window) => w[1] - w[0];
const height = (w: Window) => w[3] - w[2];
/** Neat: written with few digits for the window's size. */
const isNeat = (w: Window) =>
  w.every(
    (end) => Math.abs(end - Number((end / width(w)).toFixed(3)) * width(w)) < width(w) / 100,
  ) &&
  w.every(
    (end) =>
      String(Math.abs(end))
        .replace(/\D/g, '')
        .replace(/^0+|0+$/g, '').length <= 4,
  );

describe('one window in equal units', () => {
  test('it is a square that holds every start', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 4 }), (starts) => {
        const found = equalWindow(
          starts,
          starts.map(() => null),
        );
        for (const start of starts) expect(holds(found, start)).toBe(true);
        expect(width(found)).toBeCloseTo(height(found), 9);
      }),
    );
  });

  test('it holds a minimum near by and leaves out one a hundred units away', () => {
    const start = [-1.07, 0.56] as const;
    const found = equalWindow(
      [start, start],
      [
        [0.9, 102.3],
        [0.28, 0.27],
      ],
    );
    expect(holds(found, [0.28, 0.27])).toBe(true);
    expect(holds(found, [0.9, 102.3])).toBe(false);
    expect(width(found)).toBeLessThan(4);
    expect(isNeat(found)).toBe(true);
  });

  test('a far minimum alone changes nothing', () => {
    expect(equalWindow([[1, 1]], [[1, 100]])).toEqual(equalWindow([[1, 1]], [null]));
  });

  test('lanes that start apart widen what counts as near', () => {
    const minimum = [25, 0] as const;
    expect(holds(equalWindow([[0, 0]], [minimum]), minimum)).toBe(false);
    const apart = equalWindow(
      [
        [0, 0],
        [10, 0],
      ],
      [minimum, null],
    );
    expect(holds(apart, minimum)).toBe(true);
  });
});

describe('a window fitted to one valley', () => {
  const fit = (
    curvatures: readonly [number, number],
    start: readonly [number, number],
    minimum: readonly [number, number],
  ) => {
    const objective = quadratic(curvatures, 0, minimum);
    const plane = weightPlane(objective, new Float64Array(2), ['x', 'y'], [0, 0, 0, 0]);
    return fittedWindow(objective, plane, start, minimum);
  };

  test('it holds start and minimum, whatever the units', () => {
    const curvature = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(curvature, curvature), point, point, (curvatures, start, minimum) => {
        const found = fit(curvatures, start, minimum);
        expect(holds(found, start)).toBe(true);
        expect(holds(found, minimum)).toBe(true);
      }),
    );
  });

  test('start and minimum that rounding hardly tells apart are held by a window that has room', () => {
    const [start, minimum] = [[0, -49.99999999999988] as const, [0, -49.99999999999987] as const];
    for (const curvatures of [[1e-6, 1e-6] as const, [1e-6, 1e6] as const]) {
      const found = fit(curvatures, start, minimum);
      expect(holds(found, start) && holds(found, minimum)).toBe(true);
      expect(height(found)).toBeGreaterThan(1e-9 * 50);
    }
  });

  test('its sides are as unequal as the valley', () => {
    const found = fit([1, 1e-4], [0.5, 20], [1, 100]);
    expect(height(found) / width(found)).toBeGreaterThan(80);
    expect(height(found) / width(found)).toBeLessThan(125);
    expect(isNeat(found)).toBe(true);
  });

  test('start and minimum in one place still give a window', () => {
    const found = fit([4, 1], [2, 3], [2, 3]);
    expect(width(found)).toBeGreaterThan(0);
    expect(holds(found, [2, 3])).toBe(true);
  });

  test('without a minimum it is a box around the start', () => {
    const objective = quadratic([1, 1], 0);
    const plane = weightPlane(objective, new Float64Array(2), ['x', 'y'], [0, 0, 0, 0]);
    const found = fittedWindow(objective, plane, [3, -0.5], null);
    expect(holds(found, [3, -0.5])).toBe(true);
    expect(width(found)).toBeLessThan(6);
  });
});

describe('growing', () => {
  const start: Window = [-1, 1, -2, 2];

  test('a point inside leaves the very same window', () => {
    expect(grownWindow(start, [0.5, -2])).toBe(start);
    expect(grownWindow(start, [NaN, 0])).toBe(start);
    expect(grownWindow(start, [Infinity, 0])).toBe(start);
  });

  test('the larger window holds the old one and the point, in the same proportions', () => {
    const far = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(far, far), (outside) => {
        const found = grownWindow(start, outside);
        expect(holds(found, outside)).toBe(true);
        expect(holds(found, [-1, -2])).toBe(true);
        expect(holds(found, [1, 2])).toBe(true);
        expect(Math.abs(height(found) / width(found) - 2)).toBeLessThan(0.25);
      }),
    );
  });

  test('a point just outside makes it about one and a half times as large', () => {
    const found = grownWindow(start, [1.01, 0]);
    expect(width(found)).toBeGreaterThan(2.9);
    expect(width(found)).toBeLessThan(3.5);
    expect(isNeat(found)).toBe(true);
  });

  test('a square stays a square', () => {
    let window: Window = [-1.6, 0.8, -0.6, 1.8];
    for (let k = 0; k < 20; k++) {
      window = grownWindow(window, [1.1 * window[1] + 1, window[2] - 0.3]);
      expect(height(window) / width(window)).toBeCloseTo(1, 9);
    }
  });
});
