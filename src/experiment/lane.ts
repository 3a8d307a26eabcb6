// Lanes: the training runs of an experiment, side by side from one seed.
import type { Samples } from '../samples.ts';
import { createRandom } from '../math/random.ts';
import { datasets } from '../data/index.ts';
import type { Dataset } from '../data/dataset.ts';
import { initialize } from '../network/initialization.ts';
import { createObjective } from '../network/network.ts';
import { optimizers } from '../optimizers/index.ts';
import { scalings } from '../scaling/index.ts';
import type { InputMap } from '../scaling/scaling.ts';
import { createBatches } from './batches.ts';
import type { Experiment, LanePatch, Settings } from './experiment.ts';
import { laneLabel } from './lane-label.ts';
import { laneSettings, laneSpec } from './resolve.ts';
import { createTraining, type Training } from './training.ts';

export interface Lane extends Training {
  readonly id: string;
  /** For a reader: `Standardized`, `Raw + batch norm`. */
  readonly label: string;
  readonly patch: LanePatch;
  /** The experiment's settings with the lane's own laid over them. */
  readonly settings: Settings;
  /** What the two inputs are called. */
  readonly features: readonly [string, string];
  readonly inputMap: InputMap;
  /** As the data set gave them. */
  readonly rawSamples: Samples;
  /** As the network sees them. */
  readonly samples: Samples;
}

/**
 * Builds every lane at its start. Lanes share samples, mini-batches and target loss, and lanes with the same layer
 * sizes start from the same weights. Where the experiment says where to start `from`, the two parameters of the slice
 * are set to that in every lane.
 *
 * @throws {RangeError} on an unknown id, a network that cannot be built, or a slice along parameters it does not have
 */
export function createLanes(experiment: Experiment): Lane[] {
  const dataset = datasets.get(experiment.data.id);
  const { data, seed } = experiment;
  const rawSamples = dataset.sample({
    count: data.count,
    noise: data.noise,
    seed,
    ranges: data.ranges,
    ...(data.columns && { columns: data.columns }),
    ...(data.target !== null && { target: data.target }),
  });
  return experiment.lanes.map((patch) => createLane(experiment, patch, dataset, rawSamples));
}

function createLane(
  experiment: Experiment,
  patch: LanePatch,
  dataset: Dataset,
  rawSamples: Samples,
): Lane {
  const settings = laneSettings(experiment, patch);
  const spec = laneSpec(experiment, patch);
  const inputMap = scalings.get(patch.scaling).fit(rawSamples.inputs);
  const samples: Samples = { ...rawSamples, inputs: inputMap.apply(rawSamples.inputs) };
  const objective = createObjective(spec, samples);
  if (settings.batch === 1 && objective.layout.normalizedUnits > 0) {
    throw new RangeError('too small batch: 1 row (batch norm needs 2 to measure a variance)');
  }
  const optimizer = optimizers.get(settings.optimizer);
  const knobs = optimizer.knobs.map(({ id, initial }) => [id, initial] as const);
  const training = createTraining({
    objective,
    optimizer,
    settings: { ...Object.fromEntries(knobs), learningRate: settings.learningRate },
    start: startingPoint(experiment, settings, objective),
    batches: createBatches(samples.count, settings.batch, experiment.seed),
    // Measured on the raw samples, so that no lane has an easier goal.
    targetLoss: dataset.targetLoss(rawSamples, spec.loss),
  });
  const lane = {
    id: patch.id,
    label: laneLabel(experiment, patch),
    patch,
    settings,
    features: experiment.data.columns ?? dataset.features,
    inputMap,
    rawSamples,
    samples,
  };
  // Copied as getters, so that the lane shows the training's numbers as they change.
  return Object.defineProperties(lane, Object.getOwnPropertyDescriptors(training)) as Lane;
}

function startingPoint(
  { from, seed, slice }: Experiment,
  { initialization }: Settings,
  { layout }: ReturnType<typeof createObjective>,
): Float64Array {
  const theta = initialize(layout, initialization, createRandom(seed, 'weights'));
  from?.forEach((value, k) => {
    const index = layout.names.indexOf(slice.names[k]);
    if (index < 0) {
      throw new RangeError(
        `unknown parameter: ${slice.names[k]} (known: ${layout.names.join(', ')})`,
      );
    }
    theta[index] = value;
  });
  return theta;
}
