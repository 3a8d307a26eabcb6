// The samples of an experiment, and the loss that counts as having learned them.
import type { Range } from '../data/dataset.ts';
import { splitSamples } from '../data/split.ts';
import type { Samples } from '../samples.ts';
import { targetScalings } from '../scaling/targets/index.ts';
import type { TargetMap } from '../scaling/targets/target-scaling.ts';
import type { Experiment } from './experiment.ts';
import { datasetOf } from './table/own-table.ts';

export interface DrawnData {
  /** What the two inputs are called. */
  readonly features: readonly [string, string];
  /** Null where the data set does not ask for any. */
  readonly ranges: readonly [Range, Range] | null;
  /** Targets are raw here. */
  readonly training: Samples;
  /** The rows kept back; null for none. */
  readonly test: Samples | null;
  /** Fitted to the training rows. */
  readonly targetMap: TargetMap;
  /** In the units of the scaled target, so that it asks for the same fit whatever the target's scaling. */
  targetLoss(loss: 'mse' | 'bce'): number;
}

/** @throws {RangeError} on an unknown data set, column or target scaling */
export function drawData({ data, seed }: Experiment): DrawnData {
  const dataset = datasetOf(data);
  const all = dataset.sample({
    count: data.count,
    noise: data.noise,
    seed,
    ranges: data.ranges,
    knobs: data.knobs,
    ...(data.columns && { columns: data.columns }),
    ...(data.target !== null && { target: data.target }),
  });
  const { train, test } = splitSamples(all, data.split, seed);
  const scaling = dataset.task === 'regression' ? data.targetScaling : 'none';
  const targetMap = targetScalings.get(scaling).fit(train.targets);
  return {
    features: data.columns ?? dataset.features,
    ranges: dataset.ranges ? data.ranges : null,
    training: train,
    test: test.count > 0 ? test : null,
    targetMap,
    targetLoss: (loss) => dataset.targetLoss(train, loss) / (targetMap.scale * targetMap.scale),
  };
}
