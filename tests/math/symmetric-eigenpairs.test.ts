// Eigenvalues and eigenvectors next to those of a library of linear algebra, and on matrices whose spectrum is known.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/math/random.ts';
import { symmetricEigenpairs } from '../../src/math/symmetric-eigenpairs.ts';

const sizes = [1, 2, 3, 4, 7, 17, 60];

/** Symmetric by construction; `draw` gives the entries of one triangle. */
function symmetric(size: number, draw: (i: number, j: number) => number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      matrix[i * size + j] = draw(i, j);
      matrix[j * size + i] = matrix[i * size + j];
    }
  }
  return matrix;
}

const randomOnes = (size: number, seed: number) => {
  const random = createRandom(seed, 'weights');
  return symmetric(size, () => random.normal());
};

/** Largest entry of A V - V D, and of V'V - 1, relative to the largest eigenvalue. */
function defects(matrix: Float64Array, size: number) {
  const { values, entry } = symmetricEigenpairs(matrix, size);
  const largest = Math.max(...values.map(Math.abs), Number.MIN_VALUE);
  let equation = 0;
  let orthogonality = 0;
  for (let k = 0; k < size; k++) {
    for (let i = 0; i < size; i++) {
      let product = -values[k] * entry(i, k);
      for (let j = 0; j < size; j++) product += matrix[i * size + j] * entry(j, k);
      equation = Math.max(equation, Math.abs(product) / largest);
      let overlap = i === k ? -1 : 0;
      for (let j = 0; j < size; j++) overlap += entry(j, i) * entry(j, k);
      orthogonality = Math.max(orthogonality, Math.abs(overlap));
    }
  }
  return { equation, orthogonality };
}

describe.each(sizes)('a random symmetric matrix of %i rows', (size) => {
  const matrix = randomOnes(size, 7);

  it('has the eigenvalues that the library finds, ascending', () => {
    const rows = Array.from({ length: size }, (_, i) => [
      ...matrix.subarray(i * size, (i + 1) * size),
    ]);
    const reference = new EigenvalueDecomposition(new Matrix(rows), { assumeSymmetric: true });
    const expected = [...reference.realEigenvalues].sort((a, b) => a - b);
    const { values } = symmetricEigenpairs(matrix, size);
    const largest = Math.max(...expected.map(Math.abs));
    values.forEach((value, k) => {
      expect(Math.abs(value - expected[k]) / largest).toBeLessThan(1e-14);
    });
  });

  it('times an eigenvector is the eigenvalue times it, and they are perpendicular and of length 1', () => {
    const { equation, orthogonality } = defects(matrix, size);
    expect(equation).toBeLessThan(1e-13);
    expect(orthogonality).toBeLessThan(1e-13);
  });

  it('stays as it is', () => {
    const before = matrix.slice();
    symmetricEigenpairs(matrix, size);
    expect(matrix).toEqual(before);
  });

  it.each([1e-300, 1e-12, 1e12, 1e300])('has the same spectrum in units of %d', (unit) => {
    const { values } = symmetricEigenpairs(matrix, size);
    const scaled = symmetricEigenpairs(
      matrix.map((entry) => entry * unit),
      size,
    );
    const largest = Math.max(...values.map(Math.abs));
    scaled.values.forEach((value, k) => {
      expect(Math.abs(value / unit - values[k]) / largest).toBeLessThan(1e-14);
    });
  });
});

it('finds the spectrum of the second difference, 2 - 2 cos(k pi / (n + 1))', () => {
  const size = 40;
  const matrix = symmetric(size, (i, j) => (i === j ? 2 : i - j === 1 ? -1 : 0));
  symmetricEigenpairs(matrix, size).values.forEach((value, k) => {
    expect(value).toBeCloseTo(2 - 2 * Math.cos(((k + 1) * Math.PI) / (size + 1)), 13);
  });
});

it('finds the ends of a spectrum of twelve decades: small values to the rounding of the largest', () => {
  const matrix = symmetric(3, (i, j) => (i === j ? [1e-6, 1, 1e6][i] : 0));
  expect([...symmetricEigenpairs(matrix, 3).values]).toEqual([1e-6, 1, 1e6]);
});

it.each([
  ['zero', symmetric(5, () => 0), [0, 0, 0, 0, 0]],
  ['the identity', symmetric(4, (i, j) => (i === j ? 1 : 0)), [1, 1, 1, 1]],
  ['of rank one', symmetric(4, () => 1), [0, 0, 0, 4]],
  ['indefinite', Float64Array.of(0, 1, 1, 0), [-1, 1]],
])('copes with repeated eigenvalues: a matrix that is %s', (_, matrix, expected) => {
  const { values } = symmetricEigenpairs(matrix, expected.length);
  values.forEach((value, k) => expect(value).toBeCloseTo(expected[k], 14));
  expect(defects(matrix, expected.length).orthogonality).toBeLessThan(1e-14);
});
