// The arithmetic of batch norm for the column of one unit: the tangents of forward and backward along a direction.
//
// In the notation of batch-column.ts, with a dot for a derivative along the direction: the deviation stretches by
// c = mean(x^ x.) s, relatively, so that s. = -c s, and x^. = s (x. - mean(x.)) - x^ c.
import { gatherAffineTangent } from './affine-sums.ts';
import type { Columns } from './columns.ts';

/**
 * @param tangent of x; null where x does not change
 * @param out the tangent of y
 */
export function columnForwardTangent(
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
  const start = unit * count;
  const end = start + count;
  let stretch = 0;
  if (tangent) {
    let sum = 0;
    for (let k = start; k < end; k++) sum += tangent[k];
    const mean = sum / count;
    const s = columns.inverseDeviation[unit];
    for (let k = start; k < end; k++) stretch += normalized[k] * (tangent[k] - mean);
    stretch *= s / count;
    for (let k = start; k < end; k++) {
      normalizedTangent[k] = s * (tangent[k] - mean) - normalized[k] * stretch;
    }
  } else {
    normalizedTangent.fill(0, start, end);
  }
  columns.stretch[unit] = stretch;
  for (let k = start; k < end; k++) {
    out[k] = gammaTangent * normalized[k] + gamma * normalizedTangent[k] + betaTangent;
  }
}

/**
 * Relies on `columnBackward` and `columnForwardTangent` of the same column.
 * @param target adjoint of y and its tangent
 * @param out the tangent of the adjoint of x; null where nobody needs it
 */
export function columnBackwardTangent(
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
  const { normalized, normalizedTangent } = columns;
  const { adjoint, adjointTangent } = target;
  const start = unit * count;
  const end = start + count;
  const level = columns.adjointBeta[unit] / count;
  const slope = columns.adjointGamma[unit] / count;
  const levelTangent = columns.adjointBetaTangent[unit] / count;
  const slopeTangent = columns.adjointGammaTangent[unit] / count;
  const s = columns.inverseDeviation[unit];
  const factor = gamma * s;
  const factorTangent = (gammaTangent - gamma * columns.stretch[unit]) * s;
  for (let k = start; k < end; k++) {
    out[k] =
      factorTangent * (adjoint[k] - level - normalized[k] * slope) +
      factor *
        (adjointTangent[k] -
          levelTangent -
          normalizedTangent[k] * slope -
          normalized[k] * slopeTangent);
  }
}
