// The first layer as raw inputs meet it: scaling and batch norm around it, folded into one affine map.
import { createLayout, type Layout } from '../network/layout.ts';
import { defaultEps } from '../network/normalization/normalization.ts';
import type { NetworkSpec } from '../network/spec.ts';
import type { Statistics } from '../network/stage.ts';
import type { InputMap } from '../scaling/scaling.ts';

/** The affine map from raw inputs to what the first layer's weights are multiplied with. */
export interface FirstInput {
  /** 2 x 2, row major. */
  readonly matrix: readonly [number, number, number, number];
  apply(x1: number, x2: number): readonly [number, number];
  /** The raw inputs that it sends to (0, 0). */
  readonly root: readonly [number, number];
}

/** What the first layer computes from raw inputs `x`: `weights x + bias`. */
export interface FoldedLayer {
  /** units x 2, row major. */
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

const needsStatistics = (spec: NetworkSpec) =>
  new RangeError(
    `missing statistics: batch norm ${spec.normalization.place} (folding needs the means and variances it normalizes with)`,
  );

/**
 * The input scaling, and after it the batch norm of the inputs where there is one.
 * @param statistics what that batch norm normalizes with
 * @param layout the spec's, where it is at hand
 * @throws {RangeError} where they are missing
 */
export function firstInput(
  spec: NetworkSpec,
  theta: Float64Array,
  inputMap: InputMap,
  statistics?: Statistics,
  { inputNormalization }: Layout = createLayout(spec),
): FirstInput {
  const [a, b, c, d] = inputMap.matrix;
  const scaled = (x1: number, x2: number) => {
    const [y1, y2] = inputMap.apply(Float64Array.of(x1, x2));
    return [y1, y2] as const;
  };
  if (!inputNormalization) {
    const [x1, x2] = inputMap.invert(Float64Array.of(0, 0));
    return { matrix: [a, b, c, d], apply: scaled, root: [x1, x2] };
  }
  if (!statistics) throw needsStatistics(spec);
  const { gamma, beta, statistics: first } = inputNormalization;
  const eps = spec.normalization.eps ?? defaultEps;
  const { mean, variance } = statistics;
  const shift = [0, 1].map((k) => (beta === null ? 0 : theta[beta + k]));
  const factor = [0, 1].map(
    (k) => (gamma === null ? 1 : theta[gamma + k]) / Math.sqrt(variance[first + k] + eps),
  );
  const [x1, x2] = inputMap.invert(
    Float64Array.from(factor, (value, k) => mean[first + k] - shift[k] / value),
  );
  return {
    matrix: [factor[0] * a, factor[0] * b, factor[1] * c, factor[1] * d],
    apply(u, v) {
      const [y1, y2] = scaled(u, v);
      return [
        (y1 - mean[first]) * factor[0] + shift[0],
        (y2 - mean[first + 1]) * factor[1] + shift[1],
      ];
    },
    root: [x1, x2],
  };
}

/**
 * The first layer in the units of the raw inputs, so that lanes with different scalings have weights that can be
 * compared, and drawn on one surface.
 *
 * What stands between the raw inputs and the first layer's sums is folded in: the input scaling, batch norm on the
 * inputs, and batch norm before the activation (`gamma / sigma` times the weights; then `bias` holds beta too). What
 * comes after the activation stays as it is, and so does layer norm, which differs from row to row: with it the sums
 * are those before it.
 *
 * @param theta all parameters of the network
 * @param statistics means and biased variances that batch norm normalizes with, of all normalized units: those of a
 *   batch (`objective.batchStatistics(theta)`) or the running ones (`objective.running`)
 * @param layout the spec's, where it is at hand
 * @throws {RangeError} where batch norm is folded and statistics are missing
 */
export function foldIntoRawInputs(
  spec: NetworkSpec,
  theta: Float64Array,
  inputMap: InputMap,
  statistics?: Statistics,
  layout: Layout = createLayout(spec),
): FoldedLayer {
  const [layer] = layout.layers;
  const { matrix, apply } = firstInput(spec, theta, inputMap, statistics, layout);
  const atOrigin = apply(0, 0);
  const weights = new Float64Array(2 * layer.units);
  const bias = new Float64Array(layer.units);
  for (let unit = 0; unit < layer.units; unit++) {
    const w1 = theta[layer.weights + 2 * unit];
    const w2 = theta[layer.weights + 2 * unit + 1];
    weights[2 * unit] = w1 * matrix[0] + w2 * matrix[2];
    weights[2 * unit + 1] = w1 * matrix[1] + w2 * matrix[3];
    const own = layer.bias === null ? 0 : theta[layer.bias + unit];
    bias[unit] = own + w1 * atOrigin[0] + w2 * atOrigin[1];
  }
  const { kind, place, eps = defaultEps } = spec.normalization;
  const slots = layer.normalization;
  if (!slots || kind !== 'batch' || place !== 'before') return { weights, bias };
  if (!statistics) throw needsStatistics(spec);
  const { gamma, beta, statistics: first } = slots;
  for (let unit = 0; unit < layer.units; unit++) {
    const scale = gamma === null ? 1 : theta[gamma + unit];
    const factor = scale / Math.sqrt(statistics.variance[first + unit] + eps);
    weights[2 * unit] *= factor;
    weights[2 * unit + 1] *= factor;
    const shift = beta === null ? 0 : theta[beta + unit];
    bias[unit] = (bias[unit] - statistics.mean[first + unit]) * factor + shift;
  }
  return { weights, bias };
}
