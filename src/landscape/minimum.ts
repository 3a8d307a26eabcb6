// The least loss within a plane, by damped Newton steps.
import type { Objective } from '../objective.ts';
import type { Plane } from './plane.ts';
import { planeDerivatives } from './plane-derivatives.ts';

const maximumSteps = 100;
/** A minimum further away than this is a valley without an end, for all that a picture can show. */
const furthest = 1e6;

/**
 * Slice coordinates of a minimum within the plane, found downhill from (startA, startB); null where there is none: no
 * convergence, a point without a positive definite 2 x 2 Hessian, or one more than 1e6 from the origin.
 *
 * Newton's method with Marquardt's damping (Marquardt 1963): the diagonal is scaled, so that units of u and v do not
 * matter, and damped only while the plain step does not go downhill.
 */
export function planeMinimum(
  objective: Objective,
  plane: Plane,
  startA: number,
  startB: number,
): [number, number] | null {
  let a = startA;
  let b = startB;
  let here = planeDerivatives(objective, plane, a, b);
  let damping = 0;
  let previousStep = Infinity;
  for (let k = 0; k < maximumSteps; k++) {
    const [uu, uv, vv] = here.hessian;
    const [slopeA, slopeB] = here.slope;
    if (!Number.isFinite(here.loss + uu + uv + vv + slopeA + slopeB)) return null;

    const dampedUu = uu + damping * Math.abs(uu);
    const dampedVv = vv + damping * Math.abs(vv);
    if (!isPositiveDefinite(dampedUu, uv, dampedVv)) {
      // A negative diagonal grows no less negative by damping: there the plane curves downwards and has no minimum near.
      if (uu <= 0 || vv <= 0) return null;
      damping = damping === 0 ? 1e-3 : damping * 10;
      continue;
    }
    const determinant = dampedUu * dampedVv - uv * uv;
    const stepA = (uv * slopeB - dampedVv * slopeA) / determinant;
    const stepB = (uv * slopeA - dampedUu * slopeB) / determinant;
    const nextA = a + stepA;
    const nextB = b + stepB;
    const next = planeDerivatives(objective, plane, nextA, nextB);

    // Near the minimum rounding decides whether the loss falls, so a rise in the last digits is no refusal.
    if (!(next.loss <= here.loss + 1e-12 * Math.abs(here.loss))) {
      damping = damping === 0 ? 1e-3 : damping * 10;
      continue;
    }
    a = nextA;
    b = nextB;
    here = next;
    if (Math.hypot(a, b) > furthest) return null;

    const step = Math.max(Math.abs(stepA) / (1 + Math.abs(a)), Math.abs(stepB) / (1 + Math.abs(b)));
    const settled = step < 1e-12 || (step < 1e-6 && step >= previousStep / 2);
    if (damping === 0 && settled) {
      const [endUu, endUv, endVv] = here.hessian;
      return isPositiveDefinite(endUu, endUv, endVv) ? [a, b] : null;
    }
    previousStep = step;
    damping = damping > 1e-4 ? damping / 10 : 0;
  }
  return null;
}

/** Positive definite with a margin: a determinant that is only rounding of the diagonal's product does not count. */
function isPositiveDefinite(uu: number, uv: number, vv: number): boolean {
  return uu > 0 && vv > 0 && uu * vv - uv * uv > 1e-13 * uu * vv;
}
