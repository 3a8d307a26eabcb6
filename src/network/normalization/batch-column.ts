// The arithmetic of batch norm for the column of one unit: forward and backward.
//
// With n rows, x^ = (x - mean) s, s = 1 / sqrt(variance + eps), y = gamma x^ + beta, and an adjoint a of y:
//   adjoint of beta   B = sum(a)
//   adjoint of gamma  G = sum(a x^)
//   adjoint of x      gamma s (a - B/n - x^ G/n)

/** What one sweep over a layer's columns leaves for the next; `units` numbers, or units x capacity. */
export interface Columns {
  readonly mean: Float64Array;
  /** Biased: divided by the number of rows. */
  readonly variance: Float64Array;
  /** s */
  readonly inverseDeviation: Float64Array;
  /** x^ */
  readonly normalized: Float64Array;
  readonly adjointGamma: Float64Array;
  readonly adjointBeta: Float64Array;
  /** c, the relative stretch of the deviation along a direction. */
  readonly stretch: Float64Array;
  readonly normalizedTangent: Float64Array;
  readonly adjointGammaTangent: Float64Array;
  readonly adjointBetaTangent: Float64Array;
}

export function createColumns(units: number, capacity: number): Columns {
  return {
    mean: new Float64Array(units),
    variance: new Float64Array(units),
    inverseDeviation: new Float64Array(units),
    normalized: new Float64Array(units * capacity),
    adjointGamma: new Float64Array(units),
    adjointBeta: new Float64Array(units),
    stretch: new Float64Array(units),
    normalizedTangent: new Float64Array(units * capacity),
    adjointGammaTangent: new Float64Array(units),
    adjointBetaTangent: new Float64Array(units),
  };
}

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
  if (!out) return;
  const level = sumBeta / count;
  const slope = sumGamma / count;
  const factor = gamma * columns.inverseDeviation[unit];
  for (let k = start; k < end; k++) out[k] = factor * (adjoint[k] - level - normalized[k] * slope);
}
