// Running statistics: what batch norm uses in place of a batch's own mean and variance once training is over.
import type { Round } from '../math/rounding.ts';
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

/**
 * @param momentum the weight of the new batch, 0 to 1
 * @param round done after each operation
 */
export function createRunningStatistics(
  units: number,
  momentum = defaultMomentum,
  round: Round = (x) => x,
): RunningStatistics {
  const { mean, variance } = createStatistics(units);
  return {
    statistics: { mean, variance },
    move(batch) {
      const kept = round(1 - momentum);
      const share = round(momentum);
      const unbiased = round(share * round(batch.count / (batch.count - 1)));
      for (let unit = 0; unit < units; unit++) {
        mean[unit] = round(round(kept * mean[unit]) + round(share * batch.mean[unit]));
        variance[unit] = round(
          round(kept * variance[unit]) + round(unbiased * batch.variance[unit]),
        );
      }
    },
    reset() {
      mean.fill(0);
      variance.fill(1);
    },
  };
}
