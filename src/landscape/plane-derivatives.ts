// First and second derivatives of an objective within a plane.
import type { Objective } from '../objective.ts';
import type { Plane } from './plane.ts';
import { unproject } from './projection.ts';

export interface PlaneDerivatives {
  /** The full-batch loss. */
  readonly loss: number;
  /** Slope along u and along v. */
  readonly slope: readonly [number, number];
  /** Second derivatives uu, uv and vv. */
  readonly hessian: readonly [number, number, number];
}

/** Loss, slope and curvature at slice coordinates (a, b), per unit of u and v. */
export function planeDerivatives(
  objective: Objective,
  plane: Plane,
  a: number,
  b: number,
): PlaneDerivatives {
  const { u, v } = plane;
  const theta = unproject(plane, a, b, new Float64Array(objective.size));
  const gradient = new Float64Array(objective.size);
  const product = new Float64Array(objective.size);
  const loss = objective.evaluate(theta, gradient);
  objective.hessianVector(theta, u, product);
  const uu = dot(u, product);
  objective.hessianVector(theta, v, product);
  return {
    loss,
    slope: [dot(u, gradient), dot(v, gradient)],
    hessian: [uu, dot(u, product), dot(v, product)],
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
