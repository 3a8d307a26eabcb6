// What a slice is: a rule that lays a plane through parameter space.
import type { Objective } from '../../objective.ts';
import type { Entry } from '../../registry.ts';
import type { Plane } from '../plane.ts';

export interface Slice extends Entry {
  /**
   * @param theta the parameters that the plane passes through
   * @param names the parameters that the slice is along, by name, as in `W1[0][0]`
   * @param extent the window in slice coordinates: `[uMin, uMax, vMin, vMax]`
   * @throws {RangeError} if the objective has no parameter of such a name
   */
  plane(
    objective: Pick<Objective, 'size' | 'names'>,
    theta: Float64Array,
    names: readonly [string, string],
    extent: Plane['extent'],
  ): Plane;
}
