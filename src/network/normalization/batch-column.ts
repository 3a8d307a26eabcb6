// The arithmetic of batch norm for the column of one unit: forward and backward.
//
// With n rows, x^ = (x - mean) s, s = 1 / sqrt(variance + eps), y = gamma x^ + beta, and an adjoint a of y:
//   adjoint of beta   B = sum(a)
//   adjoint of gamma  G = sum(a x^)
//   adjoint of x      gamma s (a - B/n - x^ G/n)

import { gatherAffine } from './affine-sums.ts';
import type { Columns } from './columns.ts';

/** Measures the column, and writes y. */
export function columnForward(
  columns: Columns,
  unit: number,
  count: number,
  x: Float64Array,
  eps: number,
  gamma: number,
  beta: number,
  y: Float64Array,
): void {
  const { normalized } = columns;
  const start = unit * count;
  const end = start + count;
  // Distances from the first row, not from 0: a large offset costs no digits, and a constant column is exactly 0.
  const anchor = x[start];
  let sum = 0;
  for (let k = start; k < end; k++) sum += x[k] - anchor;
  const shift = sum / count;
  let squares = 0;
  for (let k = start; k < end; k++) {
    const centred = x[k] - anchor - shift;
    normalized[k] = centred;
    squares += centred * centred;
  }
  const variance = squares / count;
  const s = 1 / Math.sqrt(variance + eps);
  for (let k = start; k < end; k++) {
    normalized[k] *= s;
    y[k] = gamma * normalized[k] + beta;
  }
  columns.mean[unit] = anchor + shift;
  columns.variance[unit] = variance;
  columns.inverseDeviation[unit] = s;
}

/** @param out the adjoint of x; null where nobody needs it */
export function columnBackward(
  columns: Columns,
  unit: number,
  count: number,
  adjoint: Float64Array,
  gamma: number,
  out: Float64Array | null,
): void {
  gatherAffine(columns, unit, count, adjoint);
  if (!out) return;
  const { normalized } = columns;
  const start = unit * count;
  const end = start + count;
  const level = columns.adjointBeta[unit] / count;
  const slope = columns.adjointGamma[unit] / count;
  const factor = gamma * columns.inverseDeviation[unit];
  for (let k = start; k < end; k++) out[k] = factor * (adjoint[k] - level - normalized[k] * slope);
}
