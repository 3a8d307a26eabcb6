// The eigenvalues and eigenvectors of a symmetric matrix of any scale.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

export interface SymmetricEigenpairs {
  /** Ascending. */
  readonly values: Float64Array;
  /** Entry `i` of the eigenvector of the k-th value; all of them are of length 1. */
  entry(i: number, k: number): number;
}

/** An entry below this part of the largest is far below what rounding leaves of any eigenvalue. */
const negligible = 1e-100;

/**
 * The decomposition divides by entries of the matrix, and fails where that overflows. So it is given the matrix in units
 * of its largest entry, rounded to a power of two so that no digit changes, and without entries that tiny.
 *
 * @param matrix symmetric and finite; stays as it is
 */
export function symmetricEigenpairs(matrix: Matrix): SymmetricEigenpairs {
  const largest = Math.max(matrix.max(), -matrix.min());
  const unit = largest > 0 ? 2 ** Math.floor(Math.log2(largest)) : 1;
  const scaled = new Matrix(matrix.rows, matrix.columns);
  for (let i = 0; i < matrix.rows; i++) {
    for (let j = 0; j < matrix.columns; j++) {
      const entry = matrix.get(i, j) / unit;
      scaled.set(i, j, Math.abs(entry) < negligible ? 0 : entry);
    }
  }
  const decomposition = new EigenvalueDecomposition(scaled, { assumeSymmetric: true });
  const { realEigenvalues, eigenvectorMatrix } = decomposition;
  const order = realEigenvalues.map((_, k) => k);
  order.sort((a, b) => realEigenvalues[a] - realEigenvalues[b]);
  return {
    values: Float64Array.from(order, (k) => realEigenvalues[k] * unit),
    entry: (i, k) => eigenvectorMatrix.get(i, order[k]),
  };
}
