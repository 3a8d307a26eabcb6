// The two directions along which a cloud of points is spread most, and how much of its spread they hold.
import { symmetricEigenpairs } from '../../math/symmetric-eigenpairs.ts';
import { addScaled, dot, norm, orient, scale } from '../curvature-vectors.ts';

/** Of more points than this an even choice is looked at: the matrix has a row for each, or one for each parameter. */
const mostRows = 256;

export interface PrincipalDirections {
  /** Perpendicular, of length 1, their largest entry positive; fewer than two where the points do not spread. */
  readonly directions: readonly Float64Array[];
  /** The share of all points' variance along each, 0 to 1. */
  readonly shares: readonly number[];
}

/**
 * Principal components by the smaller of the two symmetric matrices: parameters x parameters, or points x points
 * (Gram). Of a long path 256 evenly chosen points give the directions; the shares are those of all points.
 *
 * @param points row major, `size` numbers a point; points that are not finite are left out
 */
export function principalDirections(points: Float64Array, size: number): PrincipalDirections {
  const rows = finiteRows(points, size);
  const mean = new Float64Array(size);
  for (const row of rows) addScaled(mean, 1 / rows.length, row);
  const centred = rows.map((row) => {
    const result = row.slice();
    addScaled(result, -1, mean);
    return result;
  });
  const total = centred.reduce((sum, row) => sum + dot(row, row), 0);
  if (!(total > 0 && Number.isFinite(total))) return { directions: [], shares: [] };

  const directions = size <= mostRows ? fromScatter(centred, size) : fromGram(centred, size);
  const shares = directions.map(
    (direction) => centred.reduce((sum, row) => sum + dot(row, direction) ** 2, 0) / total,
  );
  return { directions, shares };
}

function finiteRows(points: Float64Array, size: number): Float64Array[] {
  const rows: Float64Array[] = [];
  for (let first = 0; first + size <= points.length; first += size) {
    const row = points.subarray(first, first + size);
    if (row.every(Number.isFinite)) rows.push(row);
  }
  return rows;
}

/** From the sums of products of parameters: exact for any number of points. */
function fromScatter(rows: readonly Float64Array[], size: number): Float64Array[] {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      let sum = 0;
      for (const row of rows) sum += row[i] * row[j];
      matrix[i * size + j] = sum;
      matrix[j * size + i] = sum;
    }
  }
  const { values, entry } = symmetricEigenpairs(matrix, size);
  return [size - 1, size - 2]
    .filter((k) => k >= 0 && values[k] > 1e-14 * values[size - 1])
    .map((k) => orient(Float64Array.from({ length: size }, (_, i) => entry(i, k))));
}

/** From the products of points with each other: for more parameters than points. */
function fromGram(all: readonly Float64Array[], size: number): Float64Array[] {
  const count = Math.min(mostRows, all.length);
  const rows = Array.from({ length: count }, (_, k) => {
    const even = count === 1 ? 0 : Math.round((k * (all.length - 1)) / (count - 1));
    return all[even];
  });
  const matrix = new Float64Array(count * count);
  rows.forEach((row, i) => {
    for (let j = i; j < count; j++) {
      const product = dot(row, rows[j]);
      matrix[i * count + j] = product;
      matrix[j * count + i] = product;
    }
  });
  const { values, entry } = symmetricEigenpairs(matrix, count);
  return [count - 1, count - 2]
    .filter((k) => k >= 0 && values[k] > 1e-14 * values[count - 1])
    .map((k) => {
      const direction = new Float64Array(size);
      rows.forEach((row, i) => addScaled(direction, entry(i, k), row));
      return orient(scale(direction, 1 / norm(direction)));
    });
}
