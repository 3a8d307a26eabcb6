// Lanczos' method: the ends of a Hessian's spectrum from its products with vectors, without the matrix.
import { createRandom } from '../math/random.ts';
import { symmetricEigenpairs } from '../math/symmetric-eigenpairs.ts';
import type { Objective } from '../objective.ts';
import { addScaled, dot, norm, orthogonalize, scale } from './curvature-vectors.ts';

/** What a subspace of parameter space knows of the Hessian's eigenvalues and eigenvectors. */
export interface Spectrum {
  /** Ascending: as many as the subspace has dimensions. The outermost are known first. */
  readonly values: Float64Array;
  /** |H v - value v| for each: an eigenvalue of the Hessian is at most this far from the value, but for rounding. */
  readonly residuals: Float64Array;
  /** The direction of the k-th value; of length 1. */
  vector(k: number): Float64Array;
}

export interface Lanczos {
  /** Products with the Hessian so far: the dimensions of the subspace. */
  readonly steps: number;
  /** Enlarges the subspace by as many dimensions, as far as the space goes. */
  extend(count: number): void;
  /** Null where the Hessian is not finite. */
  spectrum(): Spectrum | null;
}

/** What rounding leaves of a new direction where the subspace contains all that its start can reach. */
const breakdown = 1e-13;

/**
 * Lanczos (1950) with full reorthogonalization, so that no eigenvalue comes up more often than it is there. Where the
 * start reaches no further, a direction orthogonal to all so far is drawn: so repeated eigenvalues are found as well,
 * and as many steps as there are parameters give the whole spectrum.
 *
 * @param theta where; `objective.size` numbers
 * @param seed of the starting direction; the same seed gives the same spectrum
 */
export function createLanczos(objective: Objective, theta: Float64Array, seed = 1): Lanczos {
  const { size } = objective;
  // A direction in parameter space is drawn as starting weights are.
  const random = createRandom(seed, 'weights');
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  /** `coupling[k]` couples direction k to the one after it. */
  const coupling: number[] = [];
  let largest = 0;
  let isFinite = true;

  /** Drawn again until enough of it is left outside the basis. */
  const newDirection = (): Float64Array => {
    for (;;) {
      const direction = Float64Array.from({ length: size }, () => random.normal());
      const before = norm(direction);
      orthogonalize(direction, basis);
      const length = norm(direction);
      if (length > 1e-8 * before) return scale(direction, 1 / length);
    }
  };
  let next = newDirection();

  const step = () => {
    const product = new Float64Array(size);
    objective.hessianVector(theta, next, product);
    basis.push(next);
    const curvature = dot(next, product);
    const length = norm(product);
    isFinite = Number.isFinite(curvature + length);
    diagonal.push(curvature);
    largest = Math.max(largest, length);
    orthogonalize(product, basis);
    const rest = norm(product);
    const isExhausted = rest <= breakdown * largest;
    coupling.push(isExhausted ? 0 : rest);
    if (isFinite && basis.length < size) {
      next = isExhausted ? newDirection() : scale(product, 1 / rest);
    }
  };

  return {
    get steps() {
      return basis.length;
    },
    extend(count) {
      for (let k = 0; k < count && basis.length < size && isFinite; k++) step();
    },
    spectrum: () => (isFinite ? solve(basis, diagonal, coupling) : null),
  };
}

/** Eigenvalues and eigenvectors of the tridiagonal matrix that the Hessian is in its basis (Parlett 1980, chapter 13). */
function solve(
  basis: readonly Float64Array[],
  diagonal: readonly number[],
  coupling: readonly number[],
): Spectrum {
  const steps = diagonal.length;
  const projected = new Float64Array(steps * steps);
  for (let k = 0; k < steps; k++) {
    projected[k * steps + k] = diagonal[k];
    if (k + 1 === steps) break;
    projected[k * steps + k + 1] = coupling[k];
    projected[(k + 1) * steps + k] = coupling[k];
  }
  const { values, entry } = symmetricEigenpairs(projected, steps);
  return {
    values,
    // Only the last direction is coupled to what lies outside.
    residuals: values.map((_, k) => coupling[steps - 1] * Math.abs(entry(steps - 1, k))),
    vector(k) {
      const vector = new Float64Array(basis[0].length);
      basis.forEach((direction, i) => addScaled(vector, entry(i, k), direction));
      return vector;
    },
  };
}

/**
 * The spectrum after `count` steps, or as many as there are parameters if that is less.
 * Null where the Hessian is not finite.
 */
export function lanczos(
  objective: Objective,
  theta: Float64Array,
  count: number,
  seed = 1,
): Spectrum | null {
  const search = createLanczos(objective, theta, seed);
  search.extend(count);
  return search.spectrum();
}
