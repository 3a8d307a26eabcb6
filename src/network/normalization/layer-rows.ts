// The arithmetic of layer norm: every row is standardized over the units of its layer. Forward and backward.
//
// With n units, x^ = (x - mean) s, s = 1 / sqrt(variance + eps), y = gamma x^ + beta, and an adjoint a of y,
// d = gamma a is the adjoint of x^, and that of x is
//   s (d - L - x^ S)  with  L = mean(d), S = mean(d x^), means over the units of the row.
// Values lie unit by unit, so a mean over units is a sweep over columns that adds up all rows at once.
import type { Affine } from './affine.ts';

/** What one sweep over the rows leaves for the next; `capacity` numbers, or units x capacity. */
export interface Rows {
  /** s */
  readonly inverseDeviation: Float64Array;
  /** x^ */
  readonly normalized: Float64Array;
  /** L and S */
  readonly level: Float64Array;
  readonly slope: Float64Array;
  /** The derivatives along a direction; c is the relative stretch of the deviation, so that s. = -c s. */
  readonly stretch: Float64Array;
  readonly normalizedTangent: Float64Array;
  readonly levelTangent: Float64Array;
  readonly slopeTangent: Float64Array;
}

export function createRows(units: number, capacity: number): Rows {
  const row = () => new Float64Array(capacity);
  const all = () => new Float64Array(units * capacity);
  return {
    inverseDeviation: row(),
    normalized: all(),
    level: row(),
    slope: row(),
    stretch: row(),
    normalizedTangent: all(),
    levelTangent: row(),
    slopeTangent: row(),
  };
}

/** Measures the rows, and writes y. */
export function rowsForward(
  rows: Rows,
  units: number,
  count: number,
  x: Float64Array,
  eps: number,
  { gamma, beta }: Affine,
  y: Float64Array,
): void {
  const { normalized, inverseDeviation: s, level: mean } = rows;
  // Distances from the first unit, not from 0: a large offset costs no digits, and a constant row is exactly 0.
  mean.fill(0, 0, count);
  for (let unit = 1; unit < units; unit++) {
    const start = unit * count;
    for (let r = 0; r < count; r++) mean[r] += x[start + r] - x[r];
  }
  for (let r = 0; r < count; r++) mean[r] /= units;
  const squares = s.fill(0, 0, count);
  for (let unit = 0; unit < units; unit++) {
    const start = unit * count;
    for (let r = 0; r < count; r++) {
      const centred = x[start + r] - x[r] - mean[r];
      normalized[start + r] = centred;
      squares[r] += centred * centred;
    }
  }
  for (let r = 0; r < count; r++) s[r] = 1 / Math.sqrt(squares[r] / units + eps);
  for (let unit = 0; unit < units; unit++) {
    const start = unit * count;
    const scale = gamma[unit];
    const shift = beta[unit];
    for (let r = 0; r < count; r++) {
      normalized[start + r] *= s[r];
      y[start + r] = scale * normalized[start + r] + shift;
    }
  }
}

/** Writes the adjoints of x, and of each unit's gamma and beta. */
export function rowsBackward(
  rows: Rows,
  units: number,
  count: number,
  adjoint: Float64Array,
  { gamma }: Affine,
  ofGamma: Float64Array,
  ofBeta: Float64Array,
  out: Float64Array,
): void {
  const { normalized, inverseDeviation: s, level, slope } = rows;
  level.fill(0, 0, count);
  slope.fill(0, 0, count);
  for (let unit = 0; unit < units; unit++) {
    const start = unit * count;
    const scale = gamma[unit] / units;
    let sumGamma = 0;
    let sumBeta = 0;
    for (let r = 0; r < count; r++) {
      const a = adjoint[start + r];
      const product = a * normalized[start + r];
      sumBeta += a;
      sumGamma += product;
      level[r] += scale * a;
      slope[r] += scale * product;
    }
    ofGamma[unit] = sumGamma;
    ofBeta[unit] = sumBeta;
  }
  for (let unit = 0; unit < units; unit++) {
    const start = unit * count;
    const scale = gamma[unit];
    for (let r = 0; r < count; r++) {
      const k = start + r;
      out[k] = s[r] * (scale * adjoint[k] - level[r] - normalized[k] * slope[r]);
    }
  }
}
