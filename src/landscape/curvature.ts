// The curvature of a loss at a point: all eigenvalues of its Hessian, and what they say about training.
import { symmetricEigenpairs } from '../math/symmetric-eigenpairs.ts';
import type { Objective } from '../objective.ts';
import { orient } from './curvature-vectors.ts';

/** Past this many parameters the Hessian is too large to be decomposed while somebody watches. */
export const largestCurvatureSize = 300;

/** An eigenvalue below this part of the largest counts as 0: about what rounding leaves of an exact zero. */
const flatTolerance = 1e-13;

export interface Curvature {
  /** Ascending; all NaN where the Hessian is not finite. */
  readonly eigenvalues: Float64Array;
  /**
   * Largest |eigenvalue| over smallest |eigenvalue|: how many times more the loss curves along its steepest direction
   * than along its flattest. Infinity if a direction is flat.
   */
  readonly conditionNumber: number;
  /** The largest eigenvalue, lambda max. */
  readonly sharpness: number;
  /** 2 / sharpness: plain gradient descent with a larger learning rate moves away from a minimum of this curvature. */
  readonly maximumStableRate: number;
  /** How many directions curve downwards. */
  readonly negative: number;
  /** How many directions are flat: |eigenvalue| at most 1e-13 of the largest. */
  readonly flat: number;
  /** Where asked for, one of length 1 for each eigenvalue, its largest entry positive. */
  readonly eigenvectors?: readonly Float64Array[];
}

/**
 * The Hessian's columns are exact Hessian-vector products; the matrix is made symmetric before it is decomposed.
 *
 * @param theta where; `objective.size` numbers
 * @param withVectors whether the eigenvectors are wanted, too
 * @throws {RangeError} for more than 300 parameters, for which there are `sharpness` and `extremeEigenpairs`
 */
export function curvature(
  objective: Pick<Objective, 'size' | 'hessianVector'>,
  theta: Float64Array,
  withVectors = false,
): Curvature {
  const { size } = objective;
  if (size > largestCurvatureSize) {
    throw new RangeError(
      `large Hessian: ${size} parameters (at most ${largestCurvatureSize} are decomposed)`,
    );
  }
  const hessian = symmetricHessian(objective, theta);
  const { eigenvalues, eigenvectors } = hessian
    ? decompose(hessian, size, withVectors)
    : { eigenvalues: new Float64Array(size).fill(NaN) };
  let largest = 0;
  for (const value of eigenvalues) largest = Math.max(largest, Math.abs(value));
  const tolerance = flatTolerance * largest;
  let smallest = Infinity;
  let negative = 0;
  let flat = 0;
  for (const value of eigenvalues) {
    const magnitude = Math.abs(value);
    if (magnitude <= tolerance) flat++;
    else if (value < 0) negative++;
    smallest = Math.min(smallest, magnitude);
  }
  const sharpness = eigenvalues[size - 1];
  return {
    eigenvalues,
    conditionNumber: flat > 0 ? Infinity : largest / smallest,
    sharpness,
    maximumStableRate: sharpness <= 0 ? Infinity : 2 / sharpness,
    negative,
    flat,
    ...(eigenvectors && { eigenvectors }),
  };
}

/** Null where it is not finite: its decomposition would never end. */
function symmetricHessian(
  objective: Pick<Objective, 'size' | 'hessianVector'>,
  theta: Float64Array,
): Float64Array | null {
  const { size } = objective;
  const hessian = new Float64Array(size * size);
  const direction = new Float64Array(size);
  const column = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    direction[j] = 1;
    objective.hessianVector(theta, direction, column);
    direction[j] = 0;
    for (let i = 0; i < size; i++) {
      if (!Number.isFinite(column[i])) return null;
      hessian[i * size + j] = column[i];
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const mean = hessian[i * size + j] / 2 + hessian[j * size + i] / 2;
      hessian[i * size + j] = mean;
      hessian[j * size + i] = mean;
    }
  }
  return hessian;
}

function decompose(hessian: Float64Array, size: number, withVectors: boolean) {
  const { values, entry } = symmetricEigenpairs(hessian, size);
  const vector = (_: number, k: number) => orient(values.map((_value, i) => entry(i, k)));
  return {
    eigenvalues: values,
    eigenvectors: withVectors ? Array.from(values, vector) : undefined,
  };
}
