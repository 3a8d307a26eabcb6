import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { panned, rounded, zoomed } from '../../app/plot/navigate.ts';
import type { Window } from '../../app/plot/plot-frame.ts';

const window: Window = [-2, 4, 10, 13];

describe('moving a window', () => {
  test('zooming leaves the chosen point where it is in the picture', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const factor = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(part, part, factor, (a, b, by) => {
        const [u, v] = [-2 + 6 * a, 10 + 3 * b];
        const [left, right, bottom, top] = zoomed(window, by, [u, v]);
        expect(right - left).toBeCloseTo(6 * by, 9);
        expect(top - bottom).toBeCloseTo(3 * by, 9);
        expect((u - left) / (right - left)).toBeCloseTo(a, 9);
        expect((v - bottom) / (top - bottom)).toBeCloseTo(b, 9);
      }),
    );
  });

  test('in and out again is where it was; without a point the middle stays', () => {
    expect(zoomed(zoomed(window, 2), 0.5)).toEqual(window);
    expect(zoomed(window, 2)).toEqual([-5, 7, 8.5, 14.5]);
    expect(panned(panned(window, 1, -2), -1, 2)).toEqual(window);
  });

  test('there is an end to both ways', () => {
    let near = window;
    let far = window;
    for (let k = 0; k < 200; k++) {
      near = zoomed(near, 1 / 1.5);
      far = zoomed(far, 1.5);
    }
    expect(near[1] - near[0]).toBeGreaterThan(0);
    expect(near[3]).toBeGreaterThan(near[2]);
    expect(far[1]).toBeLessThan(1e9);
  });

  test('rounding moves no edge by more than a picture shows, and gives short numbers', () => {
    const edge = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const span = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(edge, edge, span, (left, bottom, side) => {
        const exact: Window = [left, left + side, bottom, bottom + side / 2];
        rounded(exact).forEach((value, k) =>
          expect(Math.abs(value - (exact[k] ?? NaN))).toBeLessThanOrEqual(0.002 * side),
        );
      }),
    );
    expect(rounded([-1.23456789, 2.3456789, 0.1234567, 1.9876543])).toEqual([
      ...[-1.235, 2.346, 0.123, 1.988],
    ]);
  });
});
