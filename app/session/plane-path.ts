// The path of a lane in slice coordinates, kept up with the trajectory entry by entry.
import { project, type Plane, type Trajectory } from '../../src/index.ts';
import type { PlanePath } from './types.ts';

type Directions = Pick<Plane, 'origin' | 'u' | 'v'>;

export interface GrowingPath extends PlanePath {
  /**
   * Takes in what the trajectory has recorded since. A new plane projects everything anew.
   * @param place from the trajectory's parameters to those that the plane lies in; the same, unless given
   */
  update(
    trajectory: Trajectory,
    plane: Directions,
    place?: (theta: Float64Array) => Float64Array,
  ): void;
}

export function createPlanePath(): GrowingPath {
  // Of 64 bits: a run that diverges goes on alternating between sides long after 32 bits have overflowed.
  let points = new Float64Array(3 * 256);
  let count = 0;
  let revision = 0;
  let seenRevision = -1;
  let seenPlane: Directions | null = null;
  /** The step of the last point: the trajectory replaces its latest entry once it is thinned. */
  let lastIteration = -1;

  return {
    get count() {
      return count;
    },
    get revision() {
      return revision;
    },
    get points() {
      return points;
    },
    update(trajectory, plane, place = (theta) => theta) {
      const sameDirections =
        seenPlane?.u === plane.u && seenPlane.v === plane.v && seenPlane.origin === plane.origin;
      if (trajectory.revision !== seenRevision || !sameDirections) {
        seenRevision = trajectory.revision;
        seenPlane = plane;
        count = 0;
        revision++;
      } else if (count > 0 && trajectory.iterations[count - 1] !== lastIteration) {
        count--;
        revision++;
      }
      if (3 * trajectory.count > points.length) {
        const wider = new Float64Array(Math.max(3 * trajectory.count, 2 * points.length));
        wider.set(points);
        points = wider;
      }
      const { size } = trajectory;
      for (; count < trajectory.count; count++) {
        const theta = trajectory.thetas.subarray(count * size, (count + 1) * size);
        const [u, v] = project(plane, place(theta));
        points[3 * count] = u;
        points[3 * count + 1] = v;
        points[3 * count + 2] = trajectory.losses[count] ?? Number.NaN;
      }
      lastIteration = trajectory.iterations[count - 1] ?? -1;
    },
  };
}
