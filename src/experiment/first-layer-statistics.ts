// What batch norm would measure of the first layer, from the inputs' own means and covariances: no sweep is needed.
import type { Layout } from '../network/layout.ts';
import type { Statistics } from '../network/stage.ts';
import type { Samples } from '../samples.ts';

/**
 * Means and biased variances of a batch norm that sees nothing but a linear map of the inputs: one on the inputs, or one
 * before the activation of the first layer. Null for any other.
 *
 * A sum `w1 x1 + w2 x2 + b` over all rows has mean `w m + b` and variance `w C w`, so that a long path can be folded
 * point by point.
 *
 * @param samples as the network sees them
 */
export function createFirstLayerStatistics(
  { layers, inputNormalization, normalizedUnits }: Layout,
  { inputs, count }: Samples,
): ((theta: Float64Array) => Statistics) | null {
  const { mean, covariance } = moments(inputs, count);
  if (inputNormalization) {
    const statistics = { mean, variance: Float64Array.of(covariance[0], covariance[2]) };
    return () => statistics;
  }
  const [{ units, weights, bias, normalization }] = layers;
  if (!normalization || normalization.statistics !== 0 || normalizedUnits !== units) return null;
  return (theta) => {
    const means = new Float64Array(units);
    const variance = new Float64Array(units);
    for (let unit = 0; unit < units; unit++) {
      const w1 = theta[weights + 2 * unit];
      const w2 = theta[weights + 2 * unit + 1];
      means[unit] = w1 * mean[0] + w2 * mean[1] + (bias === null ? 0 : theta[bias + unit]);
      const [c11, c12, c22] = covariance;
      variance[unit] = w1 * w1 * c11 + 2 * w1 * w2 * c12 + w2 * w2 * c22;
    }
    return { mean: means, variance };
  };
}

/** Means, and `[c11, c12, c22]` around them, divided by the number of rows. */
function moments(inputs: Float64Array, count: number) {
  const mean = new Float64Array(2);
  for (let row = 0; row < count; row++) {
    mean[0] += (inputs[2 * row] - inputs[0]) / count;
    mean[1] += (inputs[2 * row + 1] - inputs[1]) / count;
  }
  // Summed from the first row on, so that a column far from 0 keeps its digits.
  mean[0] += inputs[0];
  mean[1] += inputs[1];
  const covariance: [number, number, number] = [0, 0, 0];
  for (let row = 0; row < count; row++) {
    const d1 = inputs[2 * row] - mean[0];
    const d2 = inputs[2 * row + 1] - mean[1];
    covariance[0] += (d1 * d1) / count;
    covariance[1] += (d1 * d2) / count;
    covariance[2] += (d2 * d2) / count;
  }
  return { mean, covariance };
}
