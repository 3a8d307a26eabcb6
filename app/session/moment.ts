// One moment of a run that a surface can go through: parameters, what batch norm remembered, and the step.
import type { Lane, Statistics } from '../../src/index.ts';

export interface Moment {
  readonly theta: Float64Array;
  /** Batch norm's running values. */
  readonly running: Statistics;
  readonly iteration: number;
}

export interface MovingMoment extends Moment {
  /** Becomes the lane as it is now. */
  take(lane: Lane): void;
}

/** The lane as it is now, kept as it is until told otherwise. */
export function createMoment(lane: Lane, from: Moment = momentOf(lane)): MovingMoment {
  const theta = from.theta.slice();
  const running = {
    mean: from.running.mean.slice(),
    variance: from.running.variance.slice(),
  };
  let { iteration } = from;
  return {
    theta,
    running,
    get iteration() {
      return iteration;
    },
    take(next) {
      theta.set(next.theta);
      running.mean.set(next.objective.running.mean);
      running.variance.set(next.objective.running.variance);
      ({ iteration } = next);
    },
  };
}

const momentOf = ({ theta, objective, iteration }: Lane): Moment => ({
  theta,
  running: objective.running,
  iteration,
});

/** Before the first step, when running values are 0 and 1. */
export function startingMoment({ start, objective }: Lane): Moment {
  const { normalizedUnits } = objective.layout;
  return {
    theta: start,
    running: {
      mean: new Float64Array(normalizedUnits),
      variance: new Float64Array(normalizedUnits).fill(1),
    },
    iteration: 0,
  };
}
