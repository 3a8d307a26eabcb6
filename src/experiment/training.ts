// One training run: parameters, the loss they have, and the steps that an optimizer takes with them.
import type { NetworkObjective } from '../network/network.ts';
import type { Optimizer, OptimizerSettings } from '../optimizers/optimizer.ts';
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

export interface TrainingOptions {
  readonly objective: NetworkObjective;
  readonly optimizer: Optimizer;
  readonly settings: OptimizerSettings;
  readonly start: Float64Array;
  /** Null for the full batch. */
  readonly batches: Batches | null;
  readonly targetLoss: number;
}

/**
 * A full-batch step costs one evaluation: loss and gradient at the new parameters serve the next step. So do the batch
 * statistics, which are copied, so that whoever evaluates the same objective in between leaves the run as it is.
 */
export function createTraining(options: TrainingOptions): Training {
  const { objective, optimizer, settings, batches, targetLoss } = options;
  const { size, lastStatistics } = objective;
  const start = options.start.slice();
  const theta = start.slice();
  const gradient = new Float64Array(size);
  const previous = new Float64Array(size);
  const batchGradient = batches ? new Float64Array(size) : gradient;
  const memory = new Float64Array(optimizer.slots * size);
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
    if (batches) {
      objective.evaluate(theta, batchGradient, batches.next());
      keepStatistics();
    }
    optimizer.step(theta, batchGradient, memory, iteration + 1, settings);
    const nextLoss = objective.evaluate(theta, gradient);
    if (!Number.isFinite(nextLoss) || !theta.every(Number.isFinite)) {
      divergedAt = iteration + 1;
      theta.set(previous);
      objective.evaluate(theta, gradient);
      return;
    }
    // Once per training step, with the parameters the step started from, as PyTorch's forward pass does.
    objective.moveRunning(statistics);
    if (!batches) keepStatistics();
    iteration++;
    loss = nextLoss;
    record();
  };

  const step = (count = 1) => {
    for (let k = 0; k < count && divergedAt === null; k++) stepOnce();
  };

  const reset = () => {
    theta.set(start);
    memory.fill(0);
    batches?.reset();
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
