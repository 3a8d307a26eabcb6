// Arrow keys move the crosshair the way they point, from wherever the surface is seen.
import { describe, expect, it } from 'vitest';
import { createProjector } from '../../app/scene/projection.ts';
import { walked } from '../../app/scene/walk.ts';
import { laneOf } from './lanes.ts';

const window = [-2, 3, -1, 4] as const;
const view = laneOf((u, v) => u * u + v * v, [...window], [[1, 2, 5]], { size: 9 });
const size = [420, 280] as const;
const inBox = ([u, v]: readonly [number, number]) =>
  [(2 * (u + 2)) / 5 - 1, (2 * (v + 1)) / 5 - 1] as const;

describe('walking over the surface', () => {
  it.each([-180, -130, -90, -50, -20, 0, 30, 100, 170])(
    'goes the way of the key at azimuth %d',
    (azimuth) => {
      const pose = { azimuth, elevation: 60, distance: 3 };
      const project = createProjector(pose, ...size);
      const moves = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'].map((key) => {
        const to = walked(key, [0.5, 1.5], view, pose);
        if (!to) throw new Error(`no way: ${key}`);
        const [x0, y0] = project(...inBox([0.5, 1.5]), 0);
        const [x1, y1] = project(...inBox(to), 0);
        return [x1 - x0, y0 - y1] as const;
      });
      const [right, left, up, down] = moves;
      expect(right[0]).toBeGreaterThan(Math.abs(right[1]) / 2);
      expect(-left[0]).toBeGreaterThan(Math.abs(left[1]) / 2);
      expect(up[1]).toBeGreaterThan(Math.abs(up[0]) / 2);
      expect(-down[1]).toBeGreaterThan(Math.abs(down[0]) / 2);
    },
  );

  it('begins at the latest point, stays in the window, and leaves other keys alone', () => {
    const pose = { azimuth: 0 };
    expect(walked('ArrowRight', null, view, pose)?.[0]).toBeCloseTo(1.1, 12);
    expect(walked('ArrowRight', null, view, pose)?.[1]).toBe(2);
    expect(walked('ArrowUp', [3, 4], view, pose)).toEqual([3, 4]);
    expect(walked('ArrowRight', [3, 4], view, pose)).toEqual([3, 4]);
    expect(walked('Enter', [3, 4], view, pose)).toBeNull();
  });

  it('begins in the middle where a run has diverged', () => {
    const lost = laneOf((u) => u, [...window], [[NaN, NaN, NaN]], { size: 9 });
    expect(walked('ArrowUp', null, lost, { azimuth: 0 })).toEqual([0.5, 1.6]);
  });
});
