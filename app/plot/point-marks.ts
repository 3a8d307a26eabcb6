// What the loss does around the point where a lane stands: its curvature in the plane that is drawn.
import { planeDerivatives, type Objective, type Plane } from '../../src/index.ts';

export interface PrincipalCurvature {
  /** Second derivative along the direction, per unit of slice coordinates. */
  readonly value: number;
  /** Of length 1 in slice coordinates. */
  readonly direction: readonly [number, number];
}

export interface PointMarks {
  /** Slice coordinates. */
  readonly point: readonly [number, number];
  /** The greater curvature first, at right angles. */
  readonly curvatures: readonly [PrincipalCurvature, PrincipalCurvature];
}

/** Eigenvalues and eigenvectors of the symmetric matrix ((uu, uv), (uv, vv)), by one Jacobi rotation. */
export function principalCurvatures(
  uu: number,
  uv: number,
  vv: number,
): readonly [PrincipalCurvature, PrincipalCurvature] {
  const angle = 0.5 * Math.atan2(2 * uv, uu - vv);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [
    { value: c * c * uu + 2 * c * s * uv + s * s * vv, direction: [c, s] },
    { value: s * s * uu - 2 * c * s * uv + c * c * vv, direction: [-s, c] },
  ];
}

/** @param point slice coordinates of where the lane stands, in a plane that goes through it */
export function pointMarks(
  objective: Objective,
  plane: Plane,
  point: readonly [number, number],
): PointMarks | null {
  const { loss, hessian } = planeDerivatives(objective, plane, ...point);
  const [uu, uv, vv] = hessian;
  if (!Number.isFinite(loss + uu + uv + vv)) return null;
  return { point, curvatures: principalCurvatures(uu, uv, vv) };
}
