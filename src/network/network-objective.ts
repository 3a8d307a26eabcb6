// What a network on its samples offers: an objective, and a look inside.
import type { Precision } from '../math/rounding.ts';
import type { Random } from '../math/random.ts';
import type { Objective } from '../objective.ts';
import type { Samples } from '../samples.ts';
import type { Layout } from './layout.ts';
import type { BatchStatistics } from './running.ts';
import type { NetworkSpec } from './spec.ts';
import type { Statistics } from './stage.ts';

/** Values inside one hidden layer: `units` columns of one number a row, unit-major (unit * count + row). */
export interface HiddenValues {
  readonly units: number;
  readonly count: number;
  /** What enters the activation. */
  readonly preActivations: Float64Array;
  /** What the next layer gets. */
  readonly outputs: Float64Array;
}

/**
 * The mean loss of a network as a function of its parameters, without the noise that training may add. Batch norm is in training mode, with the statistics of
 * the rows passed, but where running statistics are asked for. Nothing but `moveRunning` moves those.
 *
 * Every method throws a `RangeError` on a vector of the wrong length, and on a batch of one row where batch norm
 * would have to measure it. Row indices, from 0 to `samples.count - 1`, may repeat; they are not checked.
 */
export interface NetworkObjective extends Objective {
  readonly spec: NetworkSpec;
  readonly layout: Layout;
  readonly samples: Samples;
  /** What computes surfaces: instructions made for this network, or the plain network. */
  readonly kernel: 'wasm' | 'plain';
  /** Why it is the plain network where it need not be, in a sentence for the reader; null otherwise. */
  readonly kernelNote: string | null;
  /** The arithmetic of losses, outputs and gradients. */
  readonly precision: Precision;
  /**
   * The output of each row: a real number, or a logit.
   * @param statistics what batch norm normalizes with: those of all samples at `theta` (`batch`, the default; of
   *   the samples also where other inputs are given, so that these go through the very function whose loss is
   *   drawn), or the running ones
   * @param inputs count x 2, row major; the samples' if left out
   */
  outputs(
    theta: Float64Array,
    statistics?: 'batch' | 'running',
    inputs?: Float64Array,
  ): Float64Array;
  /** @param layer 1 for the first hidden layer; over all samples, batch norm in training mode */
  hidden(theta: Float64Array, layer: number): HiddenValues;
  /** Means and biased variances that batch norm measures over the rows (all, if left out); a copy. */
  batchStatistics(theta: Float64Array, rows?: Int32Array): BatchStatistics;
  /** What the latest `evaluate` measured; a view that the next one overwrites. */
  readonly lastStatistics: BatchStatistics;
  /** Running means and variances; they start at 0 and 1. */
  readonly running: Statistics;
  /** What a training step does once: `running = 0.9 running + 0.1 batch`, the variance unbiased, as in PyTorch. */
  moveRunning(statistics: BatchStatistics): void;
  resetRunning(): void;
  /** The mean loss with running statistics, over other samples where given: that of a network no longer trained. */
  evaluationLoss(theta: Float64Array, samples?: Samples): number;
  /** Whether training steps have noise: then `evaluate` is not what a step descends on, and `evaluateNoisy` is. */
  readonly isNoisy: boolean;
  /** Draws the noise of the next training step, and nothing from `random` where there is none. */
  drawNoise(random: Random): void;
  /** `evaluate` with the noise that was drawn last; the very same without noise. */
  evaluateNoisy(theta: Float64Array, gradient?: Float64Array, rows?: Int32Array): number;
}
