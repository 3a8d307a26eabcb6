// The best learning rate of a few: fewest steps to the target, then the least loss.
import type { Training } from './training.ts';

/** How a run ended. Plain data. */
export interface Outcome {
  /** The first step at the target; null if it was not reached. */
  readonly stepsToTarget: number | null;
  /** The loss after the last step taken; null after divergence. */
  readonly finalLoss: number | null;
}

export interface RateTrial extends Outcome {
  readonly learningRate: number;
}

/** From far too small to far too large for inputs of size 1. */
export const usualRates: readonly number[] = [
  0.001, 0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 1, 2, 3, 5, 10,
];

/** Steps between two places where a run may be interrupted. */
const portion = 50;

/** Takes steps to the target, but no more than `limit`. */
export function* runToTarget(training: Training, limit: number): Generator<void, Outcome> {
  while (
    training.iteration < limit &&
    training.stepsToTarget === null &&
    training.status !== 'diverged'
  ) {
    const steps = Math.min(portion, limit - training.iteration);
    for (let k = 0; k < steps && training.stepsToTarget === null; k++) training.step();
    yield;
  }
  const { stepsToTarget, loss } = training;
  return { stepsToTarget, finalLoss: training.status === 'diverged' ? null : loss };
}

/**
 * A coroutine: each `next` does a little work, until the best trial is returned.
 * Tries every rate for up to `limit` steps, and gives one up as soon as another has been faster. The order of the rates
 * decides between equals, so list them in ascending order.
 *
 * @param train a new run with this learning rate; at most one is in use at a time
 * @throws {RangeError} without any rate
 */
export function* searchRate(
  train: (learningRate: number) => Training,
  rates: readonly number[],
  limit: number,
): Generator<void, RateTrial> {
  let best: RateTrial | null = null;
  for (const learningRate of rates) {
    const outcome = yield* runToTarget(train(learningRate), best?.stepsToTarget ?? limit);
    const trial: RateTrial = { learningRate, ...outcome };
    if (best === null || isBetter(trial, best)) best = trial;
  }
  if (best === null) throw new RangeError('missing learning rates: none (at least one to try)');
  return best;
}

function isBetter(trial: RateTrial, best: RateTrial): boolean {
  if (best.stepsToTarget !== null) {
    return trial.stepsToTarget !== null && trial.stepsToTarget < best.stepsToTarget;
  }
  if (trial.stepsToTarget !== null) return true;
  return (trial.finalLoss ?? Infinity) < (best.finalLoss ?? Infinity);
}

/** Runs a generator to its end. */
export function finish<T>(generator: Generator<unknown, T>): T {
  let next = generator.next();
  while (!next.done) next = generator.next();
  return next.value;
}
