// The gradient of gamma and beta in one column, and its tangent: the same whatever statistics normalize.
import type { Columns } from './columns.ts';

/** Adds up, over the rows of the column, what gamma and beta receive from the adjoint of y. */
export function gatherAffine(
  columns: Columns,
  unit: number,
  count: number,
  adjoint: Float64Array,
): void {
  const { normalized } = columns;
  const start = unit * count;
  const end = start + count;
  let sumBeta = 0;
  let sumGamma = 0;
  for (let k = start; k < end; k++) {
    sumBeta += adjoint[k];
    sumGamma += adjoint[k] * normalized[k];
  }
  columns.adjointBeta[unit] = sumBeta;
  columns.adjointGamma[unit] = sumGamma;
}

/** The tangents of these sums; relies on the forward tangent of the column. */
export function gatherAffineTangent(
  columns: Columns,
  unit: number,
  count: number,
  target: { readonly adjoint: Float64Array; readonly adjointTangent: Float64Array },
): void {
  const { normalized, normalizedTangent } = columns;
  const { adjoint, adjointTangent } = target;
  const start = unit * count;
  const end = start + count;
  let sumBeta = 0;
  let sumGamma = 0;
  for (let k = start; k < end; k++) {
    sumBeta += adjointTangent[k];
    sumGamma += adjointTangent[k] * normalized[k] + adjoint[k] * normalizedTangent[k];
  }
  columns.adjointBetaTangent[unit] = sumBeta;
  columns.adjointGammaTangent[unit] = sumGamma;
}
