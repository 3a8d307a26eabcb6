// The principal axes of two columns: the directions along which they vary independently.
import { checkInputs, columnStatistics } from './column-statistics.ts';
import type { ColumnStatistics } from './column-statistics.ts';

/**
 * Centred rows, in units of their columns' own deviations, are `p` (of the column that varies more) and `q` (of the other).
 * Along the axes a row is at `major = p + lean * ratio^2 * q` and `minor = q - lean * p`, which are uncorrelated.
 */
export interface PrincipalAxes {
  readonly columns: readonly [ColumnStatistics, ColumnStatistics];
  /** The column that varies more, 0 or 1. */
  readonly primary: 0 | 1;
  /** Deviation of each column, primary first; 1 for a constant one. */
  readonly units: readonly [number, number];
  /** Deviation of the other column over that of the primary one, 0 to 1. */
  readonly ratio: number;
  /** How far the axes lean away from the columns: -1 to 1, 0 without correlation; correlation for very small `ratio`. */
  readonly lean: number;
  /** Deviation of `major` and of `minor`, by which they are divided; 1 where there is none. */
  readonly spreads: readonly [number, number];
}

/**
 * Below this a minor axis is nothing but rounding: the columns determine each other to 14 digits and more. The same for
 * both axes where both columns are constant.
 */
const noSpread = 1e-7;

/**
 * In closed form, as one rotation of Jacobi (Golub and Van Loan, Matrix Computations, 8.5), but in the columns' own
 * units: variances of unlike size would overflow, vanish or swallow the covariance, and the axes need none of them.
 *
 * @param inputs count x 2, row major; at least one row
 * @throws {RangeError} as `columnStatistics`
 */
export function principalAxes(inputs: Float64Array): PrincipalAxes {
  checkInputs(inputs);
  const rows = sortedRows(inputs);
  const columns = columnStatistics(rows);
  const deviations = columns.map(({ constant, deviation }) => (constant ? 0 : deviation));
  const primary = deviations[1] > deviations[0] ? 1 : 0;
  const other = 1 - primary;
  const unit = (column: number) => deviations[column] || 1;
  const ratio = deviations[primary] === 0 ? 0 : deviations[other] / deviations[primary];

  const count = rows.length / 2;
  const standardized = (row: number, column: number) => {
    const { mean, residual } = columns[column];
    return (rows[2 * row + column] - mean - residual) / unit(column);
  };
  const meanOf = (value: (p: number, q: number) => number) => {
    let sum = 0;
    for (let row = 0; row < count; row++) {
      sum += value(standardized(row, primary), standardized(row, other));
    }
    return sum / count;
  };
  const correlation = meanOf((p, q) => p * q);
  const gap = (1 - ratio) * (1 + ratio);
  const twice = 2 * correlation;
  // Without correlation any axes will do where both variances are the same, and the columns are the plainest.
  const cross = twice * ratio;
  const lean = correlation === 0 ? 0 : twice / (gap + Math.sqrt(gap * gap + cross * cross));
  const spread = (value: (p: number, q: number) => number) => {
    const square = (x: number) => x * x;
    const deviation = Math.sqrt(meanOf((p, q) => square(value(p, q))));
    return deviation > noSpread ? deviation : 1;
  };
  return {
    columns,
    primary,
    units: [unit(primary), unit(other)],
    ratio,
    lean,
    spreads: [spread((p, q) => p + lean * ratio * ratio * q), spread((p, q) => q - lean * p)],
  };
}

/** In one order, so that sums, and with them every bit of the axes, do not depend on the order of the rows. */
function sortedRows(inputs: Float64Array): Float64Array {
  const order = Array.from({ length: inputs.length / 2 }, (_, row) => row);
  order.sort((a, b) => inputs[2 * a] - inputs[2 * b] || inputs[2 * a + 1] - inputs[2 * b + 1]);
  const sorted = inputs.slice();
  order.forEach((row, k) => sorted.set(inputs.subarray(2 * row, 2 * row + 2), 2 * k));
  return sorted;
}
