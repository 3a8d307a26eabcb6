// The largest eigenvalue of a Hessian, without the rest of the spectrum: what a stable learning rate is measured by.
import { createRandom } from '../math/random.ts';
import type { Objective } from '../objective.ts';

/** Enough for the largest one to settle in networks of any allowed size; smaller ones are exact sooner. */
const mostSteps = 60;
/** A remainder this much smaller than what it is left of is rounding: the space is used up. */
const exhausted = 1e-10;
/** Halvings of an interval down to the distance between two numbers. */
const halvings = 110;

/**
 * Lambda max at `theta`, by Lanczos (1950) with full reorthogonalization from a fixed starting vector: the same number
 * every time. NaN where the Hessian is not finite.
 */
export function sharpness(objective: Objective, theta: Float64Array): number {
  const { size } = objective;
  const random = createRandom(1, 'weights');
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let next = new Float64Array(size).map(() => random.normal());
  let length = Math.sqrt(inner(next, next));
  for (let k = 0; k < Math.min(mostSteps, size); k++) {
    const v = next.map((x) => x / length);
    basis.push(v);
    next = new Float64Array(size);
    objective.hessianVector(theta, v, next);
    const before = Math.sqrt(inner(next, next));
    diagonal.push(inner(v, next));
    // Twice, because once leaves rounding errors that grow.
    for (let round = 0; round < 2; round++) for (const known of basis) removePart(next, known);
    length = Math.sqrt(inner(next, next));
    if (!Number.isFinite(length)) return NaN;
    if (length <= exhausted * before) break;
    beside.push(length);
  }
  return largestOfTridiagonal(diagonal, beside);
}

/**
 * Bisection on Sturm's count, which never fails to converge (Golub and Van Loan, section 8.4).
 * @param beside the numbers next to the diagonal; what goes past the last row is not read
 */
function largestOfTridiagonal(diagonal: readonly number[], beside: readonly number[]): number {
  const off = (k: number) => (k >= 0 && k < diagonal.length - 1 ? beside[k] : 0);
  // Gershgorin: no eigenvalue lies outside these.
  let low = Math.max(...diagonal);
  let high = Math.max(...diagonal.map((value, k) => value + off(k - 1) + off(k)));
  const isAbove = (x: number) => {
    let pivot = 1;
    for (let k = 0; k < diagonal.length; k++) {
      const before = off(k - 1);
      pivot = diagonal[k] - x - (k === 0 ? 0 : (before * before) / pivot);
      if (!(pivot < 0)) return false;
    }
    return true;
  };
  for (let k = 0; k < halvings; k++) {
    const middle = low + (high - low) / 2;
    if (isAbove(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function removePart(vector: Float64Array, direction: Float64Array): void {
  const part = inner(vector, direction);
  for (let i = 0; i < vector.length; i++) vector[i] -= part * direction[i];
}
