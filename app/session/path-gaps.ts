// What a picture of a plane leaves out of each recorded step: how far off the plane it is, and how far above its surface.
import { residual, type Plane, type Surface, type Trajectory } from '../../src/index.ts';
import { sampleHeight } from './sample-height.ts';
import type { PathGaps, PlanePath } from './types.ts';

interface Inputs {
  readonly trajectory: Trajectory;
  readonly path: PlanePath;
  readonly plane: Plane;
  readonly surface: Surface | null;
  /** From the lane's parameters to those that the plane lies in. */
  place(theta: Float64Array): Float64Array;
}

export function measureGaps({ trajectory, path, plane, surface, place }: Inputs): PathGaps {
  const { size, thetas } = trajectory;
  const count = Math.min(path.count, trajectory.count);
  const distances = new Float32Array(count);
  const heights = new Float32Array(count);
  for (let k = 0; k < count; k++) {
    const theta = thetas.subarray(k * size, (k + 1) * size);
    distances[k] = residual(plane, place(theta));
    const u = path.points[3 * k] ?? Number.NaN;
    const v = path.points[3 * k + 1] ?? Number.NaN;
    heights[k] = surface ? sampleHeight(surface, u, v) : Number.NaN;
  }
  return { count, distances, heights };
}
