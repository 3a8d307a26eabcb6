// How a prepared lane trains: by its optimizer and schedule, on mini-batches drawn from the experiment's seed.
import { roundStep } from '../network/rounded/rounded-step.ts';
import { createBatches } from './batches.ts';
import type { Experiment } from './experiment.ts';
import type { PreparedLane } from './prepare.ts';
import { createTraining, type Training } from './training.ts';
import { trainingRule } from './training-rule.ts';

/**
 * A new run with this learning rate. Runs of a lane share its objective's running statistics: use one after the other.
 * @throws {RangeError} with the lane's problem; on an unknown optimizer or schedule
 */
export function trainLane(
  { seed }: Pick<Experiment, 'seed'>,
  { objective, samples, settings, start, targetLoss, problem }: PreparedLane,
  learningRate: number,
): Training {
  const { optimizer, knobs, schedule, decay, clip } = trainingRule(settings);
  const { precision, batch } = settings;
  if (problem !== null) throw new RangeError(problem);
  return createTraining({
    objective,
    optimizer:
      precision === 'float64'
        ? optimizer
        : { ...optimizer, step: roundStep(optimizer.step, precision) },
    settings: { ...knobs, learningRate },
    ...{ schedule, decay, clip, start, targetLoss, seed },
    batches: createBatches(samples.count, batch, seed),
  });
}
