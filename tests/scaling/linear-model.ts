// The linear model w1 x1 + w2 x2 + b under squared error, straight from its definition.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** Ascending eigenvalues of the Hessian 2/m AᵀA with A = [X, 1]. */
export function hessianEigenvalues(inputs: Float64Array): number[] {
  const count = inputs.length / 2;
  const design = Matrix.ones(count, 3);
  for (let row = 0; row < count; row++) {
    design.set(row, 0, inputs[2 * row]);
    design.set(row, 1, inputs[2 * row + 1]);
  }
  const hessian = design
    .transpose()
    .mmul(design)
    .mul(2 / count);
  const { realEigenvalues } = new EigenvalueDecomposition(hessian, { assumeSymmetric: true });
  return realEigenvalues.sort((a, b) => a - b);
}

export function conditionNumber(inputs: Float64Array): number {
  const [smallest, , largest] = hessianEigenvalues(inputs);
  return largest / smallest;
}

/** One column of a row-major array of two. */
export function column(inputs: ArrayLike<number>, index: number): number[] {
  return Array.from(inputs).filter((_, i) => i % 2 === index);
}

/** max|a-b| / max|b|, the measure of every golden value. */
export function relativeError(actual: readonly number[], expected: readonly number[]): number {
  if (actual.length !== expected.length) return Infinity;
  const size = Math.max(...expected.map(Math.abs));
  const error = Math.max(...actual.map((value, i) => Math.abs(value - expected[i])));
  return error === 0 ? 0 : error / size;
}
