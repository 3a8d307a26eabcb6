// The arithmetic of batch norm for the column of one unit with given statistics: a straight line, y = gamma x^ + beta
// with x^ = (x - mean) s, whose mean and s depend on nothing.
import { gatherAffine, gatherAffineTangent } from './affine-sums.ts';
import type { Columns } from './columns.ts';

/** Writes x^ and y. */
export function fixedForward(
  columns: Columns,
  unit: number,
  count: number,
  x: Float64Array,
  mean: number,
  deviation: number,
  gamma: number,
  beta: number,
  y: Float64Array,
): void {
  const { normalized } = columns;
  const s = 1 / deviation;
  const factor = gamma / deviation;
  columns.inverseDeviation[unit] = s;
  const end = (unit + 1) * count;
  for (let k = unit * count; k < end; k++) {
    const centred = x[k] - mean;
    normalized[k] = centred * s;
    y[k] = centred * factor + beta;
  }
}

/** @param out the adjoint of x; null where nobody needs it */
export function fixedBackward(
  columns: Columns,
  unit: number,
  count: number,
  adjoint: Float64Array,
  gamma: number,
  out: Float64Array | null,
): void {
  gatherAffine(columns, unit, count, adjoint);
  if (!out) return;
  const start = unit * count;
  const end = start + count;
  const factor = gamma * columns.inverseDeviation[unit];
  for (let k = start; k < end; k++) out[k] = factor * adjoint[k];
}

/**
 * @param tangent of x; null where x does not change
 * @param out the tangent of y
 */
export function fixedForwardTangent(
  columns: Columns,
  unit: number,
  count: number,
  tangent: Float64Array | null,
  gamma: number,
  gammaTangent: number,
  betaTangent: number,
  out: Float64Array,
): void {
  const { normalized, normalizedTangent } = columns;
  const s = columns.inverseDeviation[unit];
  const start = unit * count;
  const end = start + count;
  if (tangent) for (let k = start; k < end; k++) normalizedTangent[k] = tangent[k] * s;
  else normalizedTangent.fill(0, start, end);
  for (let k = start; k < end; k++) {
    out[k] = gammaTangent * normalized[k] + gamma * normalizedTangent[k] + betaTangent;
  }
}

/**
 * Relies on `fixedForwardTangent` of the same column.
 * @param target adjoint of y and its tangent
 * @param out the tangent of the adjoint of x; null where nobody needs it
 */
export function fixedBackwardTangent(
  columns: Columns,
  unit: number,
  count: number,
  target: { readonly adjoint: Float64Array; readonly adjointTangent: Float64Array },
  gamma: number,
  gammaTangent: number,
  out: Float64Array | null,
): void {
  gatherAffineTangent(columns, unit, count, target);
  if (!out) return;
  const { adjoint, adjointTangent } = target;
  const start = unit * count;
  const end = start + count;
  const s = columns.inverseDeviation[unit];
  for (let k = start; k < end; k++) {
    out[k] = s * (gammaTangent * adjoint[k] + gamma * adjointTangent[k]);
  }
}
