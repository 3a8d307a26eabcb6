// The eigenvalues and eigenvectors of a symmetric matrix of any scale.
import { tridiagonalEigenpairs } from './tridiagonal-eigenpairs.ts';
import { tridiagonalize } from './tridiagonalize.ts';

export interface SymmetricEigenpairs {
  /** Ascending. */
  readonly values: Float64Array;
  /** Entry `i` of the eigenvector of the k-th value; all of them are of length 1. */
  entry(i: number, k: number): number;
}

/** The largest power of two that is at most `size`; 1 for 0. Exact, unlike a logarithm. */
function powerOfTwoBelow(size: number): number {
  let power = 1;
  while (power > size && size > 0) power /= 2;
  while (2 * power <= size) power *= 2;
  return power;
}

/** An entry below this part of the largest is far below what rounding leaves of any eigenvalue. */
const negligible = 1e-100;

/**
 * Householder's tridiagonal form, then the QL method with implicit shifts: tred2 and tql2 of EISPACK, of which the tests
 * compare values and vectors with a library of linear algebra. Such a library is as large as the rest of the first view.
 *
 * The decomposition divides by entries of the matrix, and fails where that overflows. So it is given the matrix in units
 * of its largest entry, rounded to a power of two so that no digit changes, and without entries that tiny.
 *
 * @param matrix size x size; symmetric and finite; stays as it is
 * @param size rows and columns; at least 1
 */
export function symmetricEigenpairs(matrix: Float64Array, size: number): SymmetricEigenpairs {
  const largest = matrix.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  const unit = powerOfTwoBelow(largest);
  const vectors = matrix.map((entry) => {
    const scaled = entry / unit;
    return Math.abs(scaled) < negligible ? 0 : scaled;
  });
  const { diagonal, coupling } = tridiagonalize(vectors, size);
  tridiagonalEigenpairs(diagonal, coupling, vectors);
  const order = Array.from(diagonal, (_, k) => k);
  order.sort((a, b) => diagonal[a] - diagonal[b]);
  return {
    values: Float64Array.from(order, (k) => diagonal[k] * unit),
    entry: (i, k) => vectors[order[k] * size + i],
  };
}
