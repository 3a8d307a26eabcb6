// Pointing at the surface finds the point that is drawn there.
import { describe, expect, it } from 'vitest';
import { boxCoordinate, boxElevation } from '../../app/scene/box.ts';
import { surfaceLoss } from '../../app/scene/heights.ts';
import { pickSurface } from '../../app/scene/pick.ts';
import { createProjector } from '../../app/scene/projection.ts';
import { laneOf } from './lanes.ts';

const view = laneOf((u, v) => 0.3 * u * u + 0.1 * (v - 1) ** 2, [-2, 3, -1, 4], [], { size: 33 });
const size = [420, 280] as const;

describe('pointing', () => {
  // From above, nothing of this bowl hides anything else of it.
  it.each([
    [-50, 60, 3.2],
    [120, 75, 2.5],
    [0, 89, 4],
  ])(
    'at azimuth %d, elevation %d finds the place that was projected',
    (azimuth, elevation, distance) => {
      const pose = { azimuth, elevation, distance };
      const project = createProjector(pose, ...size);
      const { surface, scale, window } = view;
      if (!surface || !scale) throw new Error('missing surface');
      for (const [u, v] of [
        [0, 1],
        [-1.5, -0.5],
        [2.5, 3.5],
        [1, 0],
      ] as const) {
        const place = project(
          boxCoordinate(u, window[0], window[1]),
          boxCoordinate(v, window[2], window[3]),
          boxElevation(surfaceLoss(surface, u, v), scale),
        );
        const found = pickSurface(view, pose, size, place);
        expect(found?.[0]).toBeCloseTo(u, 3);
        expect(found?.[1]).toBeCloseTo(v, 3);
      }
    },
  );

  it('beside the surface finds nothing', () => {
    const pose = { azimuth: -50, elevation: 32, distance: 3.2 };
    expect(pickSurface(view, pose, size, [2, 2])).toBeNull();
    expect(pickSurface({ ...view, surface: null }, pose, size, [210, 140])).toBeNull();
  });
});
