// The outermost curvatures of a loss at a point, for networks of any size.
import type { Objective } from '../objective.ts';
import { orient } from './curvature-vectors.ts';
import { createLanczos } from './lanczos.ts';
import type { Spectrum } from './lanczos.ts';

export interface Eigenpair {
  readonly value: number;
  /** Of length 1, its largest entry positive. */
  readonly vector: Float64Array;
  /** |H vector - value vector|: an eigenvalue of the Hessian is at most this far from `value`, but for rounding. */
  readonly residual: number;
}

export interface ExtremeEigenpairs {
  /** The greatest eigenvalues, descending. */
  readonly largest: readonly Eigenpair[];
  /** The least eigenvalues, ascending: the most negative first. */
  readonly smallest: readonly Eigenpair[];
  /** Products with the Hessian that it took. */
  readonly steps: number;
}

/** Relative to the largest |eigenvalue|; the error of a value is smaller still, about its square over the gap. */
const tolerance = 1e-10;

/** Where eigenvalues crowd, as they do around 0, the search ends here and the residual tells how far it has come. */
export const maximumLanczosSteps = 300;

/**
 * The k greatest and the k least eigenvalues with their eigenvectors, by Lanczos' method: each to a residual of 1e-10 of
 * the largest |eigenvalue|, or what 300 products with the Hessian gave. With up to 300 parameters it always gets there.
 *
 * @param count from each end; fewer where there are not as many parameters
 * @returns null where the Hessian is not finite
 */
export function extremeEigenpairs(
  objective: Objective,
  theta: Float64Array,
  count: number,
): ExtremeEigenpairs | null {
  const wanted = Math.min(count, objective.size);
  return search(objective, theta, wanted, wanted);
}

export interface Sharpness {
  /** The largest eigenvalue, lambda max; NaN where the Hessian is not finite. */
  readonly value: number;
  /** An eigenvalue is at most this far from `value`, but for rounding. */
  readonly residual: number;
  /** Products with the Hessian that it took. */
  readonly steps: number;
}

/** The largest eigenvalue of the Hessian alone, to a residual of 1e-10 of the largest |eigenvalue|. */
export function sharpness(objective: Objective, theta: Float64Array): Sharpness {
  const found = search(objective, theta, 1, 0);
  if (!found) return { value: NaN, residual: NaN, steps: 1 };
  const [{ value, residual }] = found.largest;
  return { value, residual, steps: found.steps };
}

function search(
  objective: Objective,
  theta: Float64Array,
  above: number,
  below: number,
): ExtremeEigenpairs | null {
  const { size } = objective;
  const most = Math.min(size, maximumLanczosSteps);
  const lanczos = createLanczos(objective, theta);
  for (;;) {
    // A little further each time, as looking costs the cube of the steps so far.
    lanczos.extend(Math.max(10, Math.ceil(lanczos.steps / 3), above, below));
    const spectrum = lanczos.spectrum();
    if (!spectrum) return null;
    const { values } = spectrum;
    const last = values.length - 1;
    const upper = Array.from({ length: Math.min(above, values.length) }, (_, k) => last - k);
    const lower = Array.from({ length: Math.min(below, values.length) }, (_, k) => k);
    const scale = Math.max(Math.abs(values[0]), Math.abs(values[last]));
    const isFound = [...upper, ...lower].every((k) => spectrum.residuals[k] <= tolerance * scale);
    if (isFound || lanczos.steps >= most) {
      const pairs = (indices: number[]) => indices.map((k) => pairOf(spectrum, k));
      return { largest: pairs(upper), smallest: pairs(lower), steps: lanczos.steps };
    }
  }
}

const pairOf = (spectrum: Spectrum, k: number): Eigenpair => ({
  value: spectrum.values[k],
  vector: orient(spectrum.vector(k)),
  residual: spectrum.residuals[k],
});
