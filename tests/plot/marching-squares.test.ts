import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandRegions } from '../../app/plot/contour-bands.ts';
import { contourSegments, createSegments } from '../../app/plot/marching-squares.ts';
import { surfaceHeight } from '../../app/plot/read-surface.ts';
import { surfaceOf } from './surface-of.ts';

const extent = [-1, 3, 10, 12] as const;
const segmentsOf = (surface: ReturnType<typeof surfaceOf>, levels: readonly number[]) => {
  const { coordinates, length } = contourSegments(surface, levels, createSegments());
  return Array.from({ length: length / 4 }, (_, k) => [
    ...coordinates.subarray(4 * k, 4 * k + 4),
  ]) as [number, number, number, number][];
};

describe('contour lines by marching squares', () => {
  test('of a plane are straight, where the level is, the whole width', () => {
    const surface = surfaceOf((u, v) => 2 * u + 5 * v, extent, 21, 17);
    const segments = segmentsOf(surface, [57]);
    for (const [u0, v0, u1, v1] of segments) {
      expect(2 * u0 + 5 * v0).toBeCloseTo(57, 5);
      expect(2 * u1 + 5 * v1).toBeCloseTo(57, 5);
    }
    const length = segments.reduce((sum, [a, b, c, d]) => sum + Math.hypot(c - a, d - b), 0);
    // From the left edge at v = 11.8 to the right edge at v = 10.2.
    expect(length).toBeCloseTo(Math.hypot(4, 1.6), 5);
  });

  test('every end lies on its level, on an edge of a cell, whatever the heights', () => {
    const heights = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
      minLength: 30,
      maxLength: 30,
    });
    fc.assert(
      fc.property(heights, fc.double({ min: -4, max: 4, noNaN: true }), (values, level) => {
        const grid = surfaceOf(() => 0, [0, 5, 0, 4], 6, 5);
        grid.heights.set(values);
        for (const [u0, v0, u1, v1] of segmentsOf(grid, [level])) {
          for (const [u, v] of [
            [u0, v0],
            [u1, v1],
          ]) {
            expect(Math.abs((surfaceHeight(grid, u, v) ?? NaN) - level)).toBeLessThan(1e-5);
            const onEdge = Math.min(Math.abs(u - Math.round(u)), Math.abs(v - Math.round(v)));
            expect(onEdge).toBeLessThan(1e-9);
          }
        }
      }),
    );
  });

  test('they are the outlines that d3-contour draws at rest, saddles and islands included', () => {
    const wavy = (u: number, v: number) => Math.sin(3 * u) * Math.cos(5 * v) + 0.2 * u;
    const surface = surfaceOf(wavy, extent, 33, 29);
    const levels = [-0.6, -0.1, 0.05, 0.4];
    const [uMin, uMax, vMin, vMax] = extent;
    const inner = (u: number, v: number) =>
      u > uMin + 1e-9 && u < uMax - 1e-9 && v > vMin + 1e-9 && v < vMax - 1e-9;
    for (const level of levels) {
      const key = (u: number, v: number) => `${u.toFixed(4)} ${v.toFixed(4)}`;
      const mine = new Set(
        segmentsOf(surface, [level]).flatMap(([a, b, c, d]) => [
          ...(inner(a, b) ? [key(a, b)] : []),
          ...(inner(c, d) ? [key(c, d)] : []),
        ]),
      );
      const rings = bandRegions(surface, [level])[0]?.rings ?? [];
      const theirs = new Set(rings.flat().flatMap(([u, v]) => (inner(u, v) ? [key(u, v)] : [])));
      expect(mine.size).toBeGreaterThan(20);
      expect([...mine].filter((point) => !theirs.has(point))).toEqual([]);
      expect([...theirs].filter((point) => !mine.has(point))).toEqual([]);
    }
  });

  test('cells that touch what is not finite are left out, and the buffer grows and is used again', () => {
    const surface = surfaceOf((u) => u, [0, 4, 0, 4], 5, 5);
    surface.heights[12] = Infinity;
    expect(segmentsOf(surface, [1.5])).toHaveLength(2);
    const out = createSegments();
    const fine = surfaceOf((u, v) => Math.sin(9 * u) * Math.sin(9 * v), [0, 4, 0, 4], 129, 129);
    contourSegments(fine, [-0.5, 0, 0.5], out);
    expect(out.length).toBeGreaterThan(1024);
    contourSegments(surface, [100], out);
    expect(out.length).toBe(0);
  });
});
