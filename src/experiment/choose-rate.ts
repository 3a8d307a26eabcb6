// The learning rate of a lane, by the experiment's rule.
import type { Experiment } from './experiment.ts';
import type { PreparedLane } from './prepare.ts';
import { finish, searchRate, usualRates } from './rate-search.ts';
import { sharpness } from './sharpness.ts';
import { trainLane } from './train-lane.ts';

/** `own`: the lane sets it itself. `same`: the experiment's, also where no other could be found. */
export type RateOrigin = 'same' | 'own' | 'stable' | 'best';

export interface ChosenRate {
  readonly learningRate: number;
  readonly origin: RateOrigin;
}

/** Roughly how many parameters times rows a search may go through: about a tenth of a second. */
const searchWork = 3e7;
const fewestSteps = 20;
const mostSteps = 1500;
const limits = [1e-7, 1e3] as const;

/**
 * The search is bounded by a number of steps that depends on sizes alone, not on the time, so that every machine
 * chooses alike.
 */
export function chooseRate(experiment: Experiment, lane: PreparedLane): ChosenRate {
  const { rate } = experiment;
  const { settings, patch, objective, start } = lane;
  const { learningRate } = settings;
  if (patch.overrides.learningRate !== undefined) return { learningRate, origin: 'own' };
  if (rate.kind === 'same') return { learningRate, origin: 'same' };
  if (rate.kind === 'best') {
    const train = (tried: number) => trainLane(experiment, lane, tried);
    const trial = finish(searchRate(train, usualRates, searchLimit(lane)));
    return { learningRate: trial.learningRate, origin: 'best' };
  }
  const steepest = sharpness(objective, start);
  // A saddle or a plateau may have no direction that curves upwards, and then no limit.
  if (!(steepest > 0 && steepest < Infinity)) return { learningRate, origin: 'same' };
  const stable = Math.min(Math.max((rate.fraction * 2) / steepest, limits[0]), limits[1]);
  return { learningRate: stable, origin: 'stable' };
}

/** Steps of each trial. */
export function searchLimit({
  samples,
  objective,
}: Pick<PreparedLane, 'samples' | 'objective'>): number {
  const units = objective.spec.sizes.reduce((sum, size) => sum + size, 0);
  const work = usualRates.length * samples.count * (objective.size + 10 * units);
  return Math.round(Math.min(Math.max(searchWork / work, fewestSteps), mostSteps));
}
