// One training run: parameters, the loss they have, and the steps that an optimizer takes with them.
import { createRandom } from '../math/random.ts';
import type { NetworkObjective } from '../network/network.ts';
import type { Optimizer } from '../optimizers/optimizer.ts';
import { createUpdate, type UpdateOptions } from '../optimizers/update.ts';
import { createTrajectory, type Trajectory } from '../trajectory.ts';
import type { Batches } from './batches.ts';

export interface Training {
  readonly objective: NetworkObjective;
  readonly optimizer: Optimizer;
  /** The parameters before the first step. */
  readonly start: Float64Array;
  /** The parameters now; after divergence, the last ones whose loss was finite. Changes in place. */
  readonly theta: Float64Array;
  /** The full-batch gradient at `theta`. Changes in place. */
  readonly gradient: Float64Array;
  /** Steps taken to reach `theta`. */
  readonly iteration: number;
  /** The full-batch loss at `theta`, also where steps are taken on mini-batches. */
  readonly loss: number;
  /** The learning rate of the next step, as the schedule has it. */
  readonly currentRate: number;
  /** `converged` once the target loss was reached; training goes on, and may diverge even then. */
  readonly status: 'running' | 'converged' | 'diverged';
  readonly targetLoss: number;
  /** The first step with a loss at or below the target; null before. */
  readonly stepsToTarget: number | null;
  /** The first step whose loss or parameters were not finite; null if there was none. */
  readonly divergedAt: number | null;
  readonly trajectory: Trajectory;
  /** Takes steps, 1 unless given; none once diverged. */
  step(count?: number): void;
  /** Back to the start. The same run follows, bit for bit. */
  reset(): void;
  /** To the state after this many steps, bit for bit, by going on or by starting over. */
  seek(iteration: number): void;
}

/** How a step is made, and what it is made on. */
export interface TrainingOptions extends UpdateOptions {
  readonly objective: NetworkObjective;
  readonly start: Float64Array;
  /** Null for the full batch. */
  readonly batches: Batches | null;
  /** What the noise of batch norm is drawn from, where it has any; 1 unless given. */
  readonly seed?: number;
  readonly targetLoss: number;
}

/**
 * A full-batch step costs one evaluation: loss and gradient at the new parameters serve the next step. So do the batch
 * statistics, which are copied, so that whoever evaluates the same objective in between leaves the run as it is.
 */
export function createTraining(options: TrainingOptions): Training {
  const { objective, optimizer, batches, targetLoss, seed = 1 } = options;
  const { size, lastStatistics, isNoisy } = objective;
  const start = options.start.slice();
  const theta = start.slice();
  const gradient = new Float64Array(size);
  const previous = new Float64Array(size);
  /** Where a step descends on something else than the full batch's loss, it has a gradient of its own. */
  const isFull = batches === null && !isNoisy;
  const stepGradient = isFull ? gradient : new Float64Array(size);
  let noise = createRandom(seed, 'noise');
  const update = createUpdate(options, size);
  const trajectory = createTrajectory(size);
  /** What batch norm measured on the batch of the step in progress, at the parameters before it. */
  const statistics = {
    mean: lastStatistics.mean.slice(),
    variance: lastStatistics.variance.slice(),
    count: 0,
  };
  const keepStatistics = () => {
    statistics.mean.set(lastStatistics.mean);
    statistics.variance.set(lastStatistics.variance);
    statistics.count = lastStatistics.count;
  };

  let iteration = 0;
  let loss = NaN;
  let stepsToTarget: number | null = null;
  let divergedAt: number | null = null;

  const record = () => {
    trajectory.push(iteration, theta, loss);
    if (stepsToTarget === null && loss <= targetLoss) stepsToTarget = iteration;
  };

  const stepOnce = () => {
    previous.set(theta);
    if (!isFull) {
      objective.drawNoise(noise);
      objective.evaluateNoisy(theta, stepGradient, batches?.next());
      keepStatistics();
    }
    update.step(theta, stepGradient, iteration + 1);
    const nextLoss = objective.evaluate(theta, gradient);
    if (!Number.isFinite(nextLoss) || !theta.every(Number.isFinite)) {
      divergedAt = iteration + 1;
      theta.set(previous);
      objective.evaluate(theta, gradient);
      return;
    }
    // Once per training step, with the parameters the step started from, as PyTorch's forward pass does.
    objective.moveRunning(statistics);
    if (isFull) keepStatistics();
    iteration++;
    loss = nextLoss;
    record();
  };

  const step = (count = 1) => {
    for (let k = 0; k < count && divergedAt === null; k++) stepOnce();
  };

  const reset = () => {
    theta.set(start);
    update.reset();
    batches?.reset();
    noise = createRandom(seed, 'noise');
    objective.resetRunning();
    trajectory.clear();
    iteration = 0;
    stepsToTarget = null;
    loss = objective.evaluate(theta, gradient);
    keepStatistics();
    divergedAt = Number.isFinite(loss) ? null : 0;
    record();
  };
  reset();

  return {
    objective,
    optimizer,
    start,
    theta,
    gradient,
    targetLoss,
    trajectory,
    get iteration() {
      return iteration;
    },
    get loss() {
      return loss;
    },
    get currentRate() {
      return update.rateAt(iteration + 1);
    },
    get status() {
      if (divergedAt !== null) return 'diverged';
      return stepsToTarget === null ? 'running' : 'converged';
    },
    get stepsToTarget() {
      return stepsToTarget;
    },
    get divergedAt() {
      return divergedAt;
    },
    step,
    reset,
    seek(target) {
      if (target < iteration) reset();
      step(target - iteration);
    },
  };
}
