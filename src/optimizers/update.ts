// One update of the parameters as a whole: clip the gradient, add weight decay, scale the rate, then the optimizer.
import type { Optimizer, OptimizerSettings } from './optimizer.ts';
import type { Schedule } from './schedule.ts';

export interface UpdateOptions {
  readonly optimizer: Optimizer;
  /** The learning rate before the schedule, and the knobs of optimizer and schedule. */
  readonly settings: OptimizerSettings;
  /** A constant learning rate, unless given. */
  readonly schedule?: Schedule;
  /** Weight decay, at least 0; the optimizer's own default (0, and AdamW's 0.01) unless given. */
  readonly decay?: number;
  /** The longest gradient that is let through, measured by its Euclidean norm; 0, the default, for any. */
  readonly clip?: number;
}

export interface Update {
  /** What the optimizer remembers: slots x size. */
  readonly memory: Float64Array;
  /** The learning rate of a step, as the schedule has it; 1 for the first. */
  rateAt(iteration: number): number;
  /**
   * Moves `theta` in place and leaves the gradient as it is; allocates nothing.
   * @param iteration 1 for the first step
   */
  step(theta: Float64Array, gradient: Float64Array, iteration: number): void;
  /** The gradient as the optimizer gets it: clipped, and with weight decay that is added to it; a copy. */
  usedGradient(theta: Float64Array, gradient: Float64Array): Float64Array;
  /** The learning rate in force and all knobs at a step; 1 for the first. */
  settingsAt(iteration: number): OptimizerSettings;
  /** Forgets everything. */
  reset(): void;
}

/** Added to the norm before dividing by it, as in PyTorch. */
const normEpsilon = 1e-6;

/**
 * In PyTorch's order: `clip_grad_norm_` before the step, then the optimizer's `weight_decay` inside it. Decay is added
 * to the gradient (`g + decay * theta`), but for AdamW, which takes it off the parameters (`decoupledDecay`).
 *
 * @param size how many parameters there are
 */
export function createUpdate(options: UpdateOptions, size: number): Update {
  const { optimizer, schedule, decay, clip = 0 } = options;
  const memory = new Float64Array(optimizer.slots * size);
  const settings = { ...options.settings };
  const rate = settings.learningRate;
  if (decay !== undefined && optimizer.decoupledDecay) settings.weightDecay = decay;
  const coupled = optimizer.decoupledDecay ? 0 : (decay ?? 0);
  const isPlain = coupled === 0 && clip === 0;
  const changed = new Float64Array(isPlain ? 0 : size);

  const change = (theta: Float64Array, gradient: Float64Array) => {
    const scale = clip > 0 ? Math.min(1, clip / (norm(gradient) + normEpsilon)) : 1;
    for (let i = 0; i < size; i++) changed[i] = scale * gradient[i] + coupled * theta[i];
    return changed;
  };
  const rateAt = (iteration: number) =>
    schedule ? rate * schedule.factor(iteration, options.settings) : rate;

  return {
    memory,
    rateAt,
    step(theta, gradient, iteration) {
      settings.learningRate = rateAt(iteration);
      const used = isPlain ? gradient : change(theta, gradient);
      optimizer.step(theta, used, memory, iteration, settings);
    },
    usedGradient: (theta, gradient) => (isPlain ? gradient : change(theta, gradient)).slice(),
    settingsAt: (iteration) => ({ ...settings, learningRate: rateAt(iteration) }),
    reset() {
      memory.fill(0);
    },
  };
}

function norm(gradient: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < gradient.length; i++) squares += gradient[i] * gradient[i];
  return Math.sqrt(squares);
}
