// The scale and shift after a normalization: gamma and beta of each unit, or 1 and 0 where they are frozen.
import type { NormalizationSlots } from '../slots.ts';

export interface Affine {
  readonly gamma: Float64Array;
  readonly beta: Float64Array;
  readonly gammaTangent: Float64Array;
  readonly betaTangent: Float64Array;
  /** Reads gamma and beta from theta. */
  load(theta: Float64Array): void;
  /** Reads their tangents from a direction. */
  loadTangent(v: Float64Array): void;
  /** Writes what was found for each gamma and beta to its place in a vector of all parameters. */
  store(ofGamma: Float64Array, ofBeta: Float64Array, out: Float64Array): void;
}

export function createAffine(slots: NormalizationSlots): Affine {
  const { units, gamma: firstGamma, beta: firstBeta } = slots;
  const gamma = new Float64Array(units).fill(1);
  const beta = new Float64Array(units);
  const gammaTangent = new Float64Array(units);
  const betaTangent = new Float64Array(units);
  const own = { gamma, beta, gammaTangent, betaTangent };
  if (firstGamma === null || firstBeta === null) {
    const nothing = () => {};
    return { ...own, load: nothing, loadTangent: nothing, store: nothing };
  }
  const read = (from: Float64Array, scales: Float64Array, shifts: Float64Array) => {
    for (let unit = 0; unit < units; unit++) {
      scales[unit] = from[firstGamma + unit];
      shifts[unit] = from[firstBeta + unit];
    }
  };
  return {
    ...own,
    load: (theta) => read(theta, gamma, beta),
    loadTangent: (v) => read(v, gammaTangent, betaTangent),
    store(ofGamma, ofBeta, out) {
      for (let unit = 0; unit < units; unit++) {
        out[firstGamma + unit] = ofGamma[unit];
        out[firstBeta + unit] = ofBeta[unit];
      }
    },
  };
}
