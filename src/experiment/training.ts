// One training run: parameters, the loss they have, and the steps that an optimizer takes with them.
import { createRandom, type RandomState } from '../math/random.ts';
import type { BatchStatistics, NetworkObjective } from '../network/network.ts';
import type { Optimizer } from '../optimizers/optimizer.ts';
import { createUpdate, type UpdateOptions } from '../optimizers/update.ts';
import { createTrajectory, type Trajectory } from '../trajectory.ts';
import type { Batches, BatchesState } from './batches.ts';
import { createCheckpoints } from './checkpoints.ts';
import { createStepRecord, type StepRecord } from './step-record.ts';

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
  /** What the optimizer remembers: slots x size. Changes in place. */
  readonly memory: Float64Array;
  /** What the step to `theta` was made of; null at the start. Changes in place. */
  readonly lastStep: StepRecord | null;
  /** Takes steps, 1 unless given; none once diverged. */
  step(count?: number): void;
  /** Back to the start. The same run follows, bit for bit. */
  reset(): void;
  /**
   * To the state after this many steps, bit for bit: from the nearest remembered state before it, or from where the run
   * is. The trajectory shows the path up to there; its stride stays what the whole run needs.
   */
  seek(iteration: number): void;
  /** From which step `seek` would go on: the steps from there to `iteration` are what it costs. */
  nearest(iteration: number): number;
  /**
   * The part of `seek` that costs next to nothing: to the nearest remembered state, from which steps lead to `iteration`.
   * @param from another remembered step, at or before the nearest
   */
  approach(iteration: number, from?: number): void;
}

/** Everything that the steps to come depend on, and what is shown of the steps so far. */
interface TrainingState {
  readonly theta: Float64Array;
  readonly gradient: Float64Array;
  readonly memory: Float64Array;
  readonly running: readonly [Float64Array, Float64Array];
  readonly statistics: BatchStatistics;
  readonly noise: RandomState;
  readonly batches: BatchesState | null;
  readonly loss: number;
  readonly stepsToTarget: number | null;
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

  const lastStep = createStepRecord(size, update.memory.length);
  const checkpoints = createCheckpoints<TrainingState>();
  /** Batches that cannot be gone back in have the run begin anew. */
  const canRemember = batches === null || (batches.save !== undefined && !!batches.restore);

  /**
   * Whoever goes back once goes back again: on the way to a step behind, states ever nearer to it are kept, as many as
   * halvings of the way.
   */
  let goal = 0;
  let nextNear: number | null = null;
  let iteration = 0;
  let loss = NaN;
  let stepsToTarget: number | null = null;
  let divergedAt: number | null = null;

  const record = () => {
    trajectory.push(iteration, theta, loss);
    if (stepsToTarget === null && loss <= targetLoss) stepsToTarget = iteration;
  };

  const remember = () => {
    if (canRemember && checkpoints.wants(iteration)) checkpoints.keep(iteration, save());
    if (iteration !== nextNear) return;
    checkpoints.keepNear(iteration, save());
    nextNear = halfway(iteration, goal);
  };

  const stepOnce = () => {
    previous.set(theta);
    if (!isFull) {
      objective.drawNoise(noise);
      objective.evaluateNoisy(theta, stepGradient, batches?.next());
      keepStatistics();
    }
    lastStep.note(iteration + 1, theta, stepGradient, update.memory, loss);
    update.step(theta, stepGradient, iteration + 1);
    const nextLoss = objective.evaluate(theta, gradient);
    if (!Number.isFinite(nextLoss) || !theta.every(Number.isFinite)) {
      divergedAt = iteration + 1;
      theta.set(previous);
      objective.evaluate(theta, gradient);
      lastStep.failed = true;
      return;
    }
    // Once per training step, with the parameters the step started from, as PyTorch's forward pass does.
    objective.moveRunning(statistics);
    if (isFull) keepStatistics();
    iteration++;
    loss = nextLoss;
    record();
    remember();
  };

  const step = (count = 1) => {
    for (let k = 0; k < count && divergedAt === null; k++) stepOnce();
  };

  const save = (): TrainingState => ({
    theta: theta.slice(),
    gradient: gradient.slice(),
    memory: update.memory.slice(),
    running: [objective.running.mean.slice(), objective.running.variance.slice()],
    statistics: {
      mean: statistics.mean.slice(),
      variance: statistics.variance.slice(),
      count: statistics.count,
    },
    noise: noise.save(),
    batches: batches?.save?.() ?? null,
    loss,
    stepsToTarget,
  });

  const restore = (at: number, state: TrainingState) => {
    theta.set(state.theta);
    gradient.set(state.gradient);
    update.memory.set(state.memory);
    objective.running.mean.set(state.running[0]);
    objective.running.variance.set(state.running[1]);
    statistics.mean.set(state.statistics.mean);
    statistics.variance.set(state.statistics.variance);
    statistics.count = state.statistics.count;
    noise.restore(state.noise);
    if (state.batches) batches?.restore?.(state.batches);
    iteration = at;
    loss = state.loss;
    stepsToTarget = state.stepsToTarget;
    divergedAt = null;
    lastStep.clear();
    trajectory.show(at, theta, loss);
  };

  const reset = () => {
    theta.set(start);
    update.reset();
    checkpoints.clear();
    nextNear = null;
    lastStep.clear();
    batches?.reset();
    noise = createRandom(seed, 'noise');
    objective.resetRunning();
    iteration = 0;
    loss = objective.evaluate(theta, gradient);
    keepStatistics();
    stepsToTarget = loss <= targetLoss ? 0 : null;
    divergedAt = Number.isFinite(loss) ? null : 0;
    trajectory.show(iteration, theta, loss);
    if (canRemember) checkpoints.keep(0, save());
  };
  reset();

  /** Whether the run as it stands is the run at this step, or has ended before it. */
  const isThere = (target: number) =>
    divergedAt === null ? target === iteration : divergedAt === 0 || target >= divergedAt;

  const nearest = (target: number) => {
    if (isThere(target)) return target;
    // At least one step is taken, so that what it was made of is known.
    const known = checkpoints.before(Math.max(0, target - 1))?.iteration ?? 0;
    const goesOn = divergedAt === null && iteration < target;
    return goesOn ? Math.max(known, iteration) : known;
  };

  const approach = (target: number, from = nearest(target)) => {
    if (isThere(target) || (from === iteration && divergedAt === null)) return;
    const known = checkpoints.before(from);
    const isBack = target < iteration;
    if (known) restore(known.iteration, known.state);
    else reset();
    nextNear = null;
    if (!isBack || !canRemember) return;
    checkpoints.forgetNear(target);
    goal = target;
    nextNear = halfway(iteration, goal);
  };

  return {
    objective,
    optimizer,
    start,
    theta,
    gradient,
    memory: update.memory,
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
    get lastStep() {
      return lastStep.iteration === 0 ? null : lastStep;
    },
    step,
    reset,
    nearest,
    approach,
    seek(target) {
      approach(target);
      step(target - iteration);
    },
  };
}

/** A step between two, past the first; null where there is none before the second. */
function halfway(from: number, to: number): number | null {
  return to - from > 1 ? from + ((to - from) >> 1) : null;
}
