// The arithmetic of layer norm: the tangents of forward and backward along a direction.
//
// In the notation of layer-rows.ts, with a dot for a derivative along the direction: c = mean(x^ x.) s,
// x^. = s (x. - mean(x.)) - x^ c, d. = gamma a. + gamma. a, L. = mean(d.), S. = mean(d. x^ + d x^.), and the tangent
// of the adjoint of x is  s (d. - L. - x^. S - x^ S.) - c s (d - L - x^ S).
import type { Affine } from './affine.ts';
import type { Rows } from './layer-rows.ts';

/**
 * @param tangent of x
 * @param out the tangent of y
 */
export function rowsForwardTangent(
  rows: Rows,
  units: number,
  count: number,
  tangent: Float64Array,
  { gamma, gammaTangent, betaTangent }: Affine,
  out: Float64Array,
): void {
  const { normalized, normalizedTangent, inverseDeviation: s, stretch } = rows;
  const mean = rows.levelTangent.fill(0, 0, count);
  for (let unit = 0; unit < units; unit++) {
    const start = unit * count;
    for (let r = 0; r < count; r++) mean[r] += tangent[start + r] / units;
  }
  stretch.fill(0, 0, count);
  for (let unit = 0; unit < units; unit++) {
    const start = unit * count;
    for (let r = 0; r < count; r++) {
      stretch[r] += (normalized[start + r] * (tangent[start + r] - mean[r]) * s[r]) / units;
    }
  }
  for (let unit = 0; unit < units; unit++) {
    const start = unit * count;
    const scale = gamma[unit];
    const scaleTangent = gammaTangent[unit];
    const shiftTangent = betaTangent[unit];
    for (let r = 0; r < count; r++) {
      const k = start + r;
      normalizedTangent[k] = s[r] * (tangent[k] - mean[r]) - normalized[k] * stretch[r];
      out[k] = scaleTangent * normalized[k] + scale * normalizedTangent[k] + shiftTangent;
    }
  }
}

/**
 * Relies on `rowsBackward` and `rowsForwardTangent`. Writes the tangents of the adjoints of x, gamma and beta.
 * @param target adjoint of y and its tangent
 */
export function rowsBackwardTangent(
  rows: Rows,
  units: number,
  count: number,
  target: { readonly adjoint: Float64Array; readonly adjointTangent: Float64Array },
  { gamma, gammaTangent }: Affine,
  ofGamma: Float64Array,
  ofBeta: Float64Array,
  out: Float64Array,
): void {
  const { normalized, normalizedTangent, inverseDeviation: s, stretch } = rows;
  const { level, slope, levelTangent, slopeTangent } = rows;
  const { adjoint, adjointTangent } = target;
  levelTangent.fill(0, 0, count);
  slopeTangent.fill(0, 0, count);
  for (let unit = 0; unit < units; unit++) {
    const start = unit * count;
    let sumGamma = 0;
    let sumBeta = 0;
    for (let r = 0; r < count; r++) {
      const k = start + r;
      const change = adjointTangent[k] * normalized[k] + adjoint[k] * normalizedTangent[k];
      sumGamma += change;
      sumBeta += adjointTangent[k];
      levelTangent[r] +=
        (gamma[unit] * adjointTangent[k] + gammaTangent[unit] * adjoint[k]) / units;
      slopeTangent[r] +=
        (gamma[unit] * change + gammaTangent[unit] * adjoint[k] * normalized[k]) / units;
    }
    ofGamma[unit] = sumGamma;
    ofBeta[unit] = sumBeta;
  }
  for (let unit = 0; unit < units; unit++) {
    const start = unit * count;
    const scale = gamma[unit];
    const scaleTangent = gammaTangent[unit];
    for (let r = 0; r < count; r++) {
      const k = start + r;
      const change =
        scale * adjointTangent[k] +
        scaleTangent * adjoint[k] -
        levelTangent[r] -
        normalizedTangent[k] * slope[r] -
        normalized[k] * slopeTangent[r];
      const value = scale * adjoint[k] - level[r] - normalized[k] * slope[r];
      out[k] = s[r] * (change - stretch[r] * value);
    }
  }
}
