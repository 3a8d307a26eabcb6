// Losses: how far the outputs are from the targets, as a mean over the rows.
import { exp } from '../math/elementary/exp.ts';
import { log1p } from '../math/elementary/log.ts';
import { createRegistry } from '../registry.ts';
import type { Entry } from '../registry.ts';

/** The derivatives are those of the mean by each row's output: they carry the factor 1 / count. */
export interface Loss extends Entry {
  /** The mean over m rows in plain text; `o` is an output, `y` its target. */
  readonly formula: string;
  mean(outputs: Float64Array, targets: Float64Array, count: number): number;
  derivative(
    outputs: Float64Array,
    targets: Float64Array,
    count: number,
    derivative: Float64Array,
  ): void;
  secondDerivative(
    outputs: Float64Array,
    targets: Float64Array,
    count: number,
    derivative: Float64Array,
  ): void;
}

const meanSquaredError: Loss = {
  id: 'mse',
  label: 'Squared error',
  blurb: 'The mean squared distance to the target: for predicting numbers.',
  formula: 'mean((o - y)^2)',
  mean(outputs, targets, count) {
    let sum = 0;
    for (let r = 0; r < count; r++) {
      const error = outputs[r] - targets[r];
      sum += error * error;
    }
    return sum / count;
  },
  derivative(outputs, targets, count, derivative) {
    for (let r = 0; r < count; r++) derivative[r] = (2 * (outputs[r] - targets[r])) / count;
  },
  secondDerivative(_outputs, _targets, count, derivative) {
    derivative.fill(2 / count, 0, count);
  },
};

const binaryCrossEntropy: Loss = {
  id: 'bce',
  label: 'Cross-entropy',
  blurb: 'How surprised the network is by the class, its output read as a logit: for two classes.',
  formula: 'mean(max(o, 0) - o y + log(1 + exp(-|o|)))',
  mean(outputs, targets, count) {
    let sum = 0;
    for (let r = 0; r < count; r++) {
      const o = outputs[r];
      sum += Math.max(o, 0) - o * targets[r] + log1p(exp(-Math.abs(o)));
    }
    return sum / count;
  },
  derivative(outputs, targets, count, derivative) {
    for (let r = 0; r < count; r++) {
      // sigmoid(o) - y, written without the difference, which would cancel for a confident, right output.
      const y = targets[r];
      const e = exp(-Math.abs(outputs[r]));
      const near = 1 / (1 + e);
      const far = e / (1 + e);
      derivative[r] =
        (outputs[r] < 0 ? (1 - y) * far - y * near : (1 - y) * near - y * far) / count;
    }
  },
  secondDerivative(outputs, _targets, count, derivative) {
    for (let r = 0; r < count; r++) {
      const e = exp(-Math.abs(outputs[r]));
      derivative[r] = e / ((1 + e) * (1 + e)) / count;
    }
  },
};

export const losses = createRegistry<Loss>('loss', [meanSquaredError, binaryCrossEntropy]);
