// How predictable a loss is along its own gradient: what a training step may rely on.
import type { Objective } from '../objective.ts';
import { dot, norm } from './curvature-vectors.ts';

/** One number for each rate, but where it says otherwise. */
export interface AlongGradient {
  readonly rates: readonly number[];
  /** The loss and the length of the gradient where the steps start. */
  readonly loss: number;
  readonly gradientNorm: number;
  /** The loss after a step of `rate` times the gradient, downhill. */
  readonly losses: Float64Array;
  /** |gradient after - gradient before|: how far the gradient is from what the step was decided on. */
  readonly gradientChanges: Float64Array;
  /** Cosine between the gradients before and after: 1 where it still points the same way. */
  readonly cosines: Float64Array;
  /** The gradient's change over the distance moved: the curvature that the step has met. */
  readonly smoothness: Float64Array;
  /** Least and greatest loss over the rates. */
  readonly lossRange: readonly [number, number];
  /** The greatest `smoothness`: the effective beta-smoothness along this direction. */
  readonly effectiveSmoothness: number;
}

/**
 * The measures of Santurkar et al. (2018), "How Does Batch Normalization Help Optimization?", section 3.1 and figure 4:
 * variation of the loss, change of the gradient ("gradient predictiveness") and effective beta-smoothness, along the
 * direction of the gradient. Each is small where a surface is smooth. Nothing at a stationary point is divided by 0:
 * where the gradient is 0 there is no direction, and cosines and smoothness are NaN.
 *
 * @param rates step lengths in units of the gradient, as learning rates are; above 0
 * @param rows a mini-batch; all rows unless given
 */
export function alongGradient(
  objective: Objective,
  theta: Float64Array,
  rates: readonly number[],
  rows?: Int32Array,
): AlongGradient {
  const { size } = objective;
  const gradient = new Float64Array(size);
  const there = new Float64Array(size);
  const point = new Float64Array(size);
  const change = new Float64Array(size);
  const loss = objective.evaluate(theta, gradient, rows);
  const gradientNorm = norm(gradient);
  const [losses, gradientChanges, cosines, smoothness] = Array.from(
    { length: 4 },
    () => new Float64Array(rates.length),
  );
  rates.forEach((rate, k) => {
    for (let i = 0; i < size; i++) point[i] = theta[i] - rate * gradient[i];
    losses[k] = objective.evaluate(point, there, rows);
    for (let i = 0; i < size; i++) change[i] = there[i] - gradient[i];
    gradientChanges[k] = norm(change);
    cosines[k] = dot(there, gradient) / (norm(there) * gradientNorm);
    smoothness[k] = gradientChanges[k] / (rate * gradientNorm);
  });
  return {
    rates,
    loss,
    gradientNorm,
    losses,
    gradientChanges,
    cosines,
    smoothness,
    lossRange: [Math.min(...losses), Math.max(...losses)],
    effectiveSmoothness: Math.max(...smoothness),
  };
}
