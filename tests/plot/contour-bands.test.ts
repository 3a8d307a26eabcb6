import { describe, expect, test } from 'vitest';
import { bandRegions } from '../../app/plot/contour-bands.ts';
import { fitFrame } from '../../app/plot/plot-frame.ts';
import { surfaceHeight } from '../../app/plot/read-surface.ts';
import { surfaceOf } from './surface-of.ts';

/** Different in every direction, so that a turned or mirrored picture cannot pass. */
const tilted = (u: number, v: number) => 2 * u + 5 * v + 0.3 * u * v;
const extent = [-1, 3, 10, 12] as const;

/** Points of the outlines that lie inside the surface: the others only close a ring outside it. */
function linePoints(rings: readonly (readonly (readonly number[])[])[]): [number, number][] {
  const [uMin, uMax, vMin, vMax] = extent;
  return rings
    .flat()
    .map(([u, v]): [number, number] => [u, v])
    .filter(([u, v]) => u > uMin && u < uMax && v > vMin && v < vMax);
}

/** Even-odd rule, as the canvas fills. */
function filled(rings: readonly (readonly (readonly number[])[])[], u: number, v: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [x0, y0] = ring[i];
      const [x1, y1] = ring[j];
      if (y0 > v !== y1 > v && u < ((x1 - x0) * (v - y0)) / (y1 - y0) + x0) inside = !inside;
    }
  }
  return inside;
}

describe('iso-bands', () => {
  const surface = surfaceOf(tilted, extent, 41, 33);
  const levels = [52, 55, 58.5, 61];

  test('there is one region a level, at the level exactly', () => {
    expect(bandRegions(surface, levels).map(({ level }) => level)).toEqual(levels);
  });

  test('every point of an outline has the height of its level', () => {
    for (const { level, rings } of bandRegions(surface, levels)) {
      const points = linePoints(rings);
      expect(points.length).toBeGreaterThan(10);
      // Along a grid line the function is linear, so only the heights' 32 bits are in the way.
      for (const [u, v] of points) expect(Math.abs(tilted(u, v) - level)).toBeLessThan(2e-5);
    }
  });

  test('a region is filled where the surface is at or above the level, and nowhere else', () => {
    for (const { level, rings } of bandRegions(surface, levels)) {
      for (let u = -0.97; u < 3; u += 0.23) {
        for (let v = 10.03; v < 12; v += 0.11) {
          if (Math.abs(tilted(u, v) - level) < 0.02) continue;
          expect(filled(rings, u, v)).toBe(tilted(u, v) > level);
        }
      }
    }
  });

  test('a hole in a region stays empty', () => {
    const bowl = surfaceOf((u, v) => u * u + v * v, [-1, 1, -1, 1], 31, 31);
    const [{ rings }] = bandRegions(bowl, [0.25]);
    expect(filled(rings, 0, 0)).toBe(false);
    expect(filled(rings, 0.6, 0)).toBe(true);
    expect(filled(rings, -0.7, -0.7)).toBe(true);
  });

  test('on the page the high side of a surface that rises with v is the upper one', () => {
    const frame = fitFrame(400, 300, { left: 40, right: 10, top: 10, bottom: 40 }, extent, false);
    const rising = surfaceOf((_, v) => v, extent, 9, 9);
    const [{ rings }] = bandRegions(rising, [11.5]);
    const heights = linePoints(rings).map(([, v]) => frame?.y(v) ?? NaN);
    expect(new Set(heights.map((y) => Math.round(y))).size).toBe(1);
    expect(heights[0]).toBeLessThan(frame?.y(11) ?? NaN);
    expect(filled(rings, 1, 11.9)).toBe(true);
    expect(filled(rings, 1, 10.1)).toBe(false);
  });

  test('where the loss has overflowed the surface counts as high, not as low', () => {
    const torn = surfaceOf((u) => (u > 2 ? NaN : u), extent, 41, 9);
    const [{ rings }] = bandRegions(torn, [1]);
    expect(filled(rings, 2.5, 11)).toBe(true);
    expect(filled(rings, 0.5, 11)).toBe(false);
  });
});

describe('reading a surface', () => {
  const surface = surfaceOf(tilted, extent, 9, 5);

  test('between grid points the height of a bilinear function is exact to 32 bits', () => {
    for (const [u, v] of [
      [-1, 10],
      [3, 12],
      [0.37, 11.63],
      [2.999, 10.001],
    ]) {
      expect(surfaceHeight(surface, u, v)).toBeCloseTo(tilted(u, v), 4);
    }
  });

  test('outside there is none', () => {
    expect(surfaceHeight(surface, 3.01, 11)).toBeNull();
    expect(surfaceHeight(surface, 0, 9.99)).toBeNull();
    expect(surfaceHeight(surface, NaN, 11)).toBeNull();
  });
});
