// Running statistics: what batch norm uses in place of a batch's own mean and variance once training is over.
import type { Statistics } from './stage.ts';

export const defaultMomentum = 0.1;

/** Statistics of one batch. */
export interface BatchStatistics extends Statistics {
  /** Rows of the batch. */
  count: number;
}

export interface RunningStatistics {
  /** Start at mean 0 and variance 1. */
  readonly statistics: Statistics;
  /**
   * Moves a share of the way to the batch; the variance that it moves to is unbiased, although the one that
   * normalizes the batch is not (PyTorch's `BatchNorm1d`).
   */
  move(batch: BatchStatistics): void;
  reset(): void;
}

export function createStatistics(units: number): BatchStatistics {
  return { mean: new Float64Array(units), variance: new Float64Array(units).fill(1), count: 0 };
}

/** @param momentum the weight of the new batch, 0 to 1 */
export function createRunningStatistics(
  units: number,
  momentum = defaultMomentum,
): RunningStatistics {
  const { mean, variance } = createStatistics(units);
  return {
    statistics: { mean, variance },
    move(batch) {
      const unbiased = batch.count / (batch.count - 1);
      for (let unit = 0; unit < units; unit++) {
        mean[unit] = (1 - momentum) * mean[unit] + momentum * batch.mean[unit];
        variance[unit] =
          (1 - momentum) * variance[unit] + momentum * unbiased * batch.variance[unit];
      }
    },
    reset() {
      mean.fill(0);
      variance.fill(1);
    },
  };
}
