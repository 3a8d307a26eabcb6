// Sweeps: the same experiment again and again with one thing changed, to see how wide the range is that works.
import type { Experiment, LanePatch, Settings } from './experiment.ts';
import { usualRates } from './rate-search.ts';
import { runSweep, type Sweep, type SweepOptions } from './sweep.ts';

/** A change to the settings that no lane escapes. */
function imposed(experiment: Experiment, change: Partial<Settings>): Experiment {
  const without = ({ overrides, ...patch }: LanePatch): LanePatch => ({
    ...patch,
    overrides: Object.fromEntries(Object.entries(overrides).filter(([name]) => !(name in change))),
  });
  return {
    ...experiment,
    settings: { ...experiment.settings, ...change },
    lanes: experiment.lanes.map(without),
  };
}

/**
 * Each sweep is a coroutine: every `next` does a few dozen steps of one run and yields the sweep as it stands, until
 * the whole is returned. A worker may stop between any two; given what it had as `before`, a new coroutine goes on after
 * the last run that was finished, and ends with the same sweep.
 *
 * @param before a sweep of the same experiment and options that was not finished
 */
export type SweepMaker = (
  experiment: Experiment,
  options?: SweepOptions,
  before?: Sweep,
) => Generator<Sweep, Sweep>;

/** Steps to the target against the learning rate, the same for all lanes. */
export const sweepLearningRate: SweepMaker = (experiment, options = {}, before) =>
  runSweep(experiment, options, before, {
    kind: 'learning-rate',
    values: usualRates,
    seeds: 1,
    vary: (given, learningRate) => ({
      ...imposed(given, { learningRate }),
      rate: { kind: 'same' },
    }),
  });

/**
 * Steps to the target against the number of hidden layers, 1 to 10 unless given.
 * @param options `width`: units of each layer; 6 unless given
 */
export function sweepDepth(
  experiment: Experiment,
  options: SweepOptions & { readonly width?: number } = {},
  before?: Sweep,
): Generator<Sweep, Sweep> {
  const { width = 6 } = options;
  return runSweep(experiment, options, before, {
    kind: 'depth',
    values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    seeds: 1,
    // Not every depth has the parameters that a chosen start names.
    vary: (given, depth) =>
      imposed({ ...given, from: null }, { hidden: Array<number>(depth).fill(width) }),
  });
}

/** Steps to the target against the rows of a mini-batch; 0 is the full batch. */
export const sweepBatchSize: SweepMaker = (experiment, options = {}, before) =>
  runSweep(experiment, options, before, {
    kind: 'batch',
    values: [1, 2, 4, 8, 16, 32, 64, 0],
    seeds: 1,
    vary: (given, batch) => imposed(given, { batch }),
  });

/** The race: the experiment as it is, from many seeds. Its points stand for all seeds of a lane. */
export const sweepSeeds: SweepMaker = (experiment, options = {}, before) =>
  runSweep(experiment, { ...options, values: [0] }, before, {
    kind: 'seeds',
    values: [0],
    seeds: 10,
    vary: (given) => given,
  });
