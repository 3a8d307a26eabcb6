// The latest step of a lane with its numbers: the gradient, what the optimizer made of it, and where that led.
import { explainUpdate, type Explanation } from '../optimizers/explain.ts';
import { createUpdate } from '../optimizers/update.ts';
import { optimizers } from '../optimizers/index.ts';
import type { Lane } from './lane.ts';
import { trainingRule } from './training-rule.ts';

export interface ExplainedParameter extends Explanation {
  readonly name: string;
  readonly before: number;
  /** Where the run really stands after the step: the formula's number, rounded where numbers are stored in few digits. */
  readonly after: number;
  /** As computed on the batch. */
  readonly gradient: number;
  /** As the optimizer got it. */
  readonly usedGradient: number;
  /** Before the step, slot by slot. */
  readonly memoryBefore: readonly number[];
}

export interface ExplainedStep {
  /** 1 for the first step. */
  readonly iteration: number;
  readonly rate: number;
  readonly lossBefore: number;
  /** NaN for a step that failed. */
  readonly lossAfter: number;
  readonly failed: boolean;
  readonly parameters: readonly ExplainedParameter[];
  /** Euclidean lengths over all parameters. */
  readonly lengths: {
    readonly gradient: number;
    readonly usedGradient: number;
    readonly update: number;
    readonly before: number;
    readonly after: number;
    /** Before and after the step, slot by slot. */
    readonly memory: readonly (readonly [number, number])[];
  };
}

/**
 * @param names the parameters wanted in full, by name; those that the lane does not have are left out
 * @returns null before the first step
 */
export function explainStep(
  lane: Pick<Lane, 'settings' | 'lastStep' | 'objective' | 'theta' | 'loss' | 'memory'>,
  names: readonly string[],
): ExplainedStep | null {
  const { settings, lastStep, objective, theta, loss } = lane;
  if (!lastStep) return null;
  const { size } = objective;
  const optimizer = optimizers.get(settings.optimizer);
  const rule = trainingRule(settings);
  const update = createUpdate(
    {
      ...{ optimizer, schedule: rule.schedule, decay: rule.decay, clip: rule.clip },
      settings: { ...rule.knobs, learningRate: settings.learningRate },
    },
    size,
  );
  const used = update.usedGradient(lastStep.theta, lastStep.gradient);
  const inForce = update.settingsAt(lastStep.iteration);
  const slots = Array.from({ length: optimizer.slots }, (_, slot) => slot);
  const block = (memory: Float64Array, slot: number) =>
    memory.subarray(slot * size, (slot + 1) * size);
  const parameters = names.flatMap((name): ExplainedParameter[] => {
    const i = objective.names.indexOf(name);
    if (i < 0) return [];
    const memoryBefore = slots.map((slot) => block(lastStep.memory, slot)[i]);
    const explanation = explainUpdate(optimizer, {
      theta: lastStep.theta[i],
      gradient: used[i],
      memory: memoryBefore,
      iteration: lastStep.iteration,
      settings: inForce,
    });
    const after = lastStep.failed ? NaN : theta[i];
    const gradient = lastStep.gradient[i];
    const before = lastStep.theta[i];
    return [{ ...explanation, name, before, after, gradient, usedGradient: used[i], memoryBefore }];
  });
  const moved = theta.map((value, i) => value - lastStep.theta[i]);
  return {
    iteration: lastStep.iteration,
    rate: inForce.learningRate,
    lossBefore: lastStep.lossBefore,
    lossAfter: lastStep.failed ? NaN : loss,
    failed: lastStep.failed,
    parameters,
    lengths: {
      gradient: length(lastStep.gradient),
      usedGradient: length(used),
      update: lastStep.failed ? NaN : length(moved),
      before: length(lastStep.theta),
      after: lastStep.failed ? NaN : length(theta),
      memory: slots.map((slot) => [
        length(block(lastStep.memory, slot)),
        length(block(lane.memory, slot)),
      ]),
    },
  };
}

function length(vector: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += vector[i] * vector[i];
  return Math.sqrt(squares);
}
