// The slice along two parameters: every other one stays as it is.
import type { Objective } from '../../objective.ts';
import type { Plane } from '../plane.ts';
import { planeThrough, type Slice, type SliceFrame } from './slice.ts';

/**
 * Unit vectors along two named parameters. Slice coordinates are the values of the two parameters themselves.
 *
 * @throws {RangeError} for a name the objective does not have, or one name twice
 */
export function weightFrame(
  objective: Pick<Objective, 'size' | 'names'>,
  names: readonly [string, string],
): SliceFrame {
  const first = indexOf(objective, names[0]);
  const second = indexOf(objective, names[1]);
  if (first === second) {
    throw new RangeError(`repeated parameter: ${names[0]} (a slice needs two different ones)`);
  }
  const { size } = objective;
  const u = new Float64Array(size);
  const v = new Float64Array(size);
  u[first] = 1;
  v[second] = 1;
  return {
    ...{ anchor: new Float64Array(size), u, v },
    ...{ labels: [names[0], names[1]], explained: null, problem: null },
  };
}

/**
 * The plane through `theta` along two named parameters. Its origin is `theta` with those two set to 0 and its
 * directions are unit vectors, so slice coordinates are the values of the two parameters themselves.
 *
 * @param extent the window in values of the two parameters: `[uMin, uMax, vMin, vMax]`
 * @throws {RangeError} for a name the objective does not have, or one name twice
 */
export function weightPlane(
  objective: Pick<Objective, 'size' | 'names'>,
  theta: Float64Array,
  names: readonly [string, string],
  extent: Plane['extent'],
): Plane {
  return planeThrough(weightFrame(objective, names), theta, extent);
}

function indexOf(objective: Pick<Objective, 'names'>, name: string): number {
  const index = objective.names.indexOf(name);
  if (index < 0) {
    throw new RangeError(`unknown parameter: ${name} (known: ${objective.names.join(', ')})`);
  }
  return index;
}

export const weights: Slice = {
  id: 'weights',
  label: 'Two weights',
  blurb:
    'Along two parameters of the network while all others stay: the axes are the parameters themselves.',
  follows: null,
  frame: ({ objective, names }) => weightFrame(objective, names),
};
