// Activations: what a hidden unit does to its sum. One is a loop over a whole buffer, chosen outside the row loop.
import { erfc } from '../math/elementary/error-function.ts';
import { exp } from '../math/elementary/exp.ts';
import { sigmoidOf } from '../math/elementary/sigmoid.ts';
import { tanhOf } from '../math/elementary/tanh.ts';
import { createRegistry } from '../registry.ts';
import type { Entry } from '../registry.ts';

/**
 * All three loops overwrite the first `length` numbers of `out`.
 * `z` are the pre-activations and `value` what `evaluate` made of them, so that a derivative may use either.
 */
export interface Activation extends Entry {
  /** The function in plain text. */
  readonly formula: string;
  evaluate(z: Float64Array, length: number, out: Float64Array): void;
  derivative(z: Float64Array, value: Float64Array, length: number, out: Float64Array): void;
  secondDerivative(z: Float64Array, value: Float64Array, length: number, out: Float64Array): void;
}

const tanh: Activation = {
  id: 'tanh',
  label: 'Tanh',
  blurb:
    'A smooth step from -1 to 1 around 0: the surface has no kinks, and far from 0 it flattens.',
  formula: 'tanh(z)',
  evaluate(z, length, out) {
    tanhOf(z, out, length);
  },
  derivative(_z, value, length, out) {
    for (let k = 0; k < length; k++) out[k] = 1 - value[k] * value[k];
  },
  secondDerivative(_z, value, length, out) {
    for (let k = 0; k < length; k++) out[k] = -2 * value[k] * (1 - value[k] * value[k]);
  },
};

const relu: Activation = {
  id: 'relu',
  label: 'ReLU',
  blurb: 'Passes positive sums and blocks negative ones: quick and common, with a kink at 0.',
  formula: 'max(0, z)',
  evaluate(z, length, out) {
    // Written so that NaN stays NaN and divergence is seen.
    for (let k = 0; k < length; k++) out[k] = z[k] <= 0 ? 0 : z[k];
  },
  derivative(z, _value, length, out) {
    for (let k = 0; k < length; k++) out[k] = z[k] > 0 ? 1 : 0;
  },
  secondDerivative(_z, _value, length, out) {
    out.fill(0, 0, length);
  },
};

/** PyTorch's `negative_slope`; at 0 it counts as negative. */
const leak = 0.01;

const leakyRelu: Activation = {
  id: 'leaky-relu',
  label: 'Leaky ReLU',
  blurb:
    'Passes positive sums, and a hundredth of negative ones: like ReLU, but no unit falls silent for good.',
  formula: 'max(0.01 z, z)',
  evaluate(z, length, out) {
    for (let k = 0; k < length; k++) out[k] = z[k] <= 0 ? leak * z[k] : z[k];
  },
  derivative(z, _value, length, out) {
    for (let k = 0; k < length; k++) out[k] = z[k] > 0 ? 1 : leak;
  },
  secondDerivative(_z, _value, length, out) {
    out.fill(0, 0, length);
  },
};

/** The standard normal distribution: how likely a draw is below z, with its relative accuracy kept in the tail. */
const distribution = (z: number) => erfc(-z * Math.SQRT1_2) / 2;
const density = (z: number) => exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** Hendrycks and Gimpel (2016), the exact form and not the approximation by tanh. */
const gelu: Activation = {
  id: 'gelu',
  label: 'GELU',
  blurb:
    'Each sum times the chance that a standard normal number is below it: ReLU without the kink, dipping below 0.',
  formula: 'z (1 + erf(z / sqrt(2))) / 2',
  evaluate(z, length, out) {
    for (let k = 0; k < length; k++) out[k] = z[k] * distribution(z[k]);
  },
  derivative(z, _value, length, out) {
    for (let k = 0; k < length; k++) out[k] = distribution(z[k]) + z[k] * density(z[k]);
  },
  secondDerivative(z, _value, length, out) {
    for (let k = 0; k < length; k++) out[k] = (2 - z[k] * z[k]) * density(z[k]);
  },
};

const sigmoid: Activation = {
  id: 'sigmoid',
  label: 'Sigmoid',
  blurb:
    'A smooth step from 0 to 1: its values are never centred, and its slope is at most a quarter.',
  formula: '1 / (1 + exp(-z))',
  evaluate(z, length, out) {
    sigmoidOf(z, out, length);
  },
  derivative(_z, value, length, out) {
    for (let k = 0; k < length; k++) out[k] = value[k] * (1 - value[k]);
  },
  secondDerivative(_z, value, length, out) {
    for (let k = 0; k < length; k++) out[k] = value[k] * (1 - value[k]) * (1 - 2 * value[k]);
  },
};

const linear: Activation = {
  id: 'linear',
  label: 'Linear',
  blurb:
    'Passes the sum on as it is: the whole network is then one straight function of its inputs.',
  formula: 'z',
  evaluate(z, length, out) {
    for (let k = 0; k < length; k++) out[k] = z[k];
  },
  derivative(_z, _value, length, out) {
    out.fill(1, 0, length);
  },
  secondDerivative(_z, _value, length, out) {
    out.fill(0, 0, length);
  },
};

export const activations = createRegistry<Activation>('activation', [
  tanh,
  relu,
  leakyRelu,
  gelu,
  sigmoid,
  linear,
]);
