// What the renderer is given of a surface, the loss between its grid points, and the drop lines that need it.
import { describe, expect, it } from 'vitest';
import { boxElevation, boxHeight, highestHeight } from '../../app/scene/box.ts';
import { dropLines, mostDropLines } from '../../app/scene/drop-lines.ts';
import { copyHeights, surfaceLoss, topLoss } from '../../app/scene/heights.ts';
import { createSegments } from '../../app/scene/segments.ts';
import { createLossScale } from '../../src/landscape/loss-scale.ts';
import { laneOf, withPath } from './lanes.ts';

describe('heights', () => {
  it('are copied as they are, with the top for what is not finite', () => {
    const view = laneOf(
      (u, v) => (u > 0.9 ? Infinity : v > 0.9 ? NaN : u + v + 2),
      [-1, 1, -1, 1],
      [],
    );
    const { surface, scale } = view;
    if (!surface || !scale) throw new Error('missing surface');
    const out = new Float32Array(surface.heights.length);
    copyHeights(surface, scale, out);
    for (const [k, height] of surface.heights.entries()) {
      if (Number.isFinite(height)) expect(out[k]).toBe(height);
      else expect(scale.height(out[k] ?? NaN)).toBeCloseTo(highestHeight, 5);
    }
  });

  it.each(['linear', 'log'] as const)('have their top at the same height on a %s scale', (mode) => {
    const scale = createLossScale(mode, 0.01, 40);
    expect(scale.height(topLoss(scale))).toBeCloseTo(highestHeight, 9);
    expect(boxElevation(scale.max, scale)).toBeCloseTo(boxHeight, 12);
    expect(boxElevation(0, scale)).toBe(0);
  });

  it('between grid points are bilinear: exact for a saddle in u v', () => {
    const saddle = (u: number, v: number) => 3 + 2 * u - v + 0.5 * u * v;
    const { surface } = laneOf(saddle, [-1, 3, -2, 2], [], { size: 9 });
    if (!surface) throw new Error('missing surface');
    for (const [u, v] of [
      [-1, -2],
      [3, 2],
      [0.123, 1.77],
      [2.9, -1.99],
    ] as const)
      expect(surfaceLoss(surface, u, v)).toBeCloseTo(saddle(u, v), 5);
    expect(surfaceLoss(surface, 3.01, 0)).toBeNaN();
    expect(surfaceLoss(surface, 0, -2.01)).toBeNaN();
  });
});

describe('drop lines', () => {
  const bowl = (u: number, v: number) => u * u + v * v;
  const view = laneOf(bowl, [-1, 1, -1, 1], []);
  const lines = createSegments(mostDropLines);

  it('are absent where the path lies on the surface', () => {
    dropLines(
      withPath(
        view,
        Array.from({ length: 9 }, (_, k) => [k / 8, 0, (k / 8) ** 2]),
      ),
      lines,
    );
    expect(lines.count).toBe(0);
  });

  it('reach from a raised point down to the surface below it', () => {
    dropLines(withPath(view, [[0.5, 0.5, 1.5]]), lines);
    expect(lines.count).toBe(1);
    const [x, y, from, u, v, to] = lines.data;
    expect([x, y, u, v]).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(from).toBeCloseTo((boxHeight * 1.5) / 2, 6);
    expect(to).toBeCloseTo((boxHeight * 0.5) / 2, 6);
  });

  it('are few, and only inside the window', () => {
    const raised = Array.from({ length: 500 }, (_, k) => [-2 + k / 100, 0.2, 2] as const);
    dropLines(withPath(view, raised), lines);
    expect(lines.count).toBe(mostDropLines);
    for (let k = 0; k < lines.count; k++)
      expect(Math.abs(lines.data[6 * k] ?? 9)).toBeLessThanOrEqual(1);
  });
});
