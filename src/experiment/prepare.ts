// What a lane is before it trains: samples through its scaling, the objective, and where it starts.
import { createRandom } from '../math/random.ts';
import { roundings } from '../math/rounding.ts';
import type { Range } from '../data/dataset.ts';
import type { Samples } from '../samples.ts';
import { initialize } from '../network/initialization.ts';
import { createObjective, type NetworkObjective } from '../network/network.ts';
import { createRoundedObjective } from '../network/rounded/rounded-objective.ts';
import { scalings } from '../scaling/index.ts';
import type { InputMap } from '../scaling/scaling.ts';
import type { TargetMap } from '../scaling/targets/target-scaling.ts';
import { drawData, type DrawnData } from './draw-data.ts';
import type { Experiment, LanePatch, Settings } from './experiment.ts';
import { firstInput, type FirstInput } from './first-layer.ts';
import { laneLabels } from './lane-label.ts';
import { laneSettings, laneSpec } from './resolve.ts';
import { matchFirstLayer } from './same-function.ts';

export interface PreparedLane {
  readonly id: string;
  /** For a reader: `Standardized`, `Raw + batch norm`. */
  readonly label: string;
  readonly patch: LanePatch;
  /** The experiment's settings with the lane's own laid over them. */
  readonly settings: Settings;
  /** What the two inputs are called. */
  readonly features: readonly [string, string];
  /** Where each input was chosen to lie; null where the data set has its own. */
  readonly ranges: readonly [Range, Range] | null;
  /** Fitted to the training rows alone. */
  readonly inputMap: InputMap;
  /** From the data set's targets to those that the network is trained on, the same in all lanes. */
  readonly targetMap: TargetMap;
  /** The training rows as the data set gave them. */
  readonly rawSamples: Samples;
  /** The training rows as the network sees them. */
  readonly samples: Samples;
  /** The rows kept back, as the network sees them; null if none were. */
  readonly testSamples: Samples | null;
  readonly objective: NetworkObjective;
  readonly start: Float64Array;
  readonly targetLoss: number;
  /** Why the lane cannot train; null if it can. */
  readonly problem: string | null;
}

/** @throws {RangeError} on an unknown id, a network that cannot be built, or a slice along parameters it does not have */
export function prepareLanes(experiment: Experiment): PreparedLane[] {
  const drawn = drawData(experiment);
  const labels = laneLabels(experiment);
  let reference: FirstInput | null = null;
  return experiment.lanes.map((patch, k) => {
    const { lane, input } = prepareLane(experiment, patch, labels[k], drawn, reference);
    reference ??= input;
    return lane;
  });
}

function prepareLane(
  experiment: Experiment,
  patch: LanePatch,
  label: string,
  drawn: DrawnData,
  reference: FirstInput | null,
): { readonly lane: PreparedLane; readonly input: FirstInput | null } {
  const settings = laneSettings(experiment, patch);
  const spec = laneSpec(experiment, patch);
  const { targetMap } = drawn;
  const inputMap = scalings.get(patch.scaling).fit(drawn.training.inputs);
  const scaled = ({ count, inputs, targets }: Samples): Samples => ({
    count,
    inputs: inputMap.apply(inputs),
    targets: targetMap.apply(targets),
  });
  const samples = scaled(drawn.training);
  const { precision } = settings;
  const objective =
    precision === 'float64'
      ? createObjective(spec, samples)
      : createRoundedObjective(spec, samples, precision);
  const problem =
    settings.batch === 1 && objective.layout.normalizedUnits > 0
      ? 'too small batch: 1 row (batch norm needs 2 to measure a variance)'
      : null;
  const { start, input } = startingPoint(experiment, settings, objective, inputMap, reference);
  const lane: PreparedLane = {
    id: patch.id,
    label,
    patch,
    settings,
    features: drawn.features,
    ranges: drawn.ranges,
    inputMap,
    targetMap,
    rawSamples: drawn.training,
    samples,
    testSamples: drawn.test && scaled(drawn.test),
    objective,
    start,
    // Measured on the raw samples, so that no lane has an easier goal.
    targetLoss: drawn.targetLoss(spec.loss),
    problem,
  };
  return { lane, input };
}

/** The start, and how the lane's first layer sees raw inputs: null where no lane asks. */
function startingPoint(
  { from, seed, set, slice, start: rule }: Experiment,
  { initialization, precision }: Settings,
  objective: NetworkObjective,
  inputMap: InputMap,
  reference: FirstInput | null,
): { readonly start: Float64Array; readonly input: FirstInput | null } {
  const { layout, spec } = objective;
  const theta = initialize(layout, initialization, createRandom(seed, 'weights'));
  let input: FirstInput | null = null;
  if (rule === 'same-function') {
    const statistics = layout.inputNormalization ? objective.batchStatistics(theta) : undefined;
    input = firstInput(spec, theta, inputMap, statistics);
    if (reference !== null) matchFirstLayer(theta, layout.layers[0], input, reference);
  }
  // A point that somebody chose stands above the rule.
  if (from !== null && slice.kind === 'weights') {
    slice.names.forEach((name, k) => {
      const index = layout.names.indexOf(name);
      if (index < 0) {
        throw new RangeError(`unknown parameter: ${name} (known: ${layout.names.join(', ')})`);
      }
      theta[index] = from[k];
    });
  }
  for (const [name, value] of Object.entries(set)) {
    const index = layout.names.indexOf(name);
    if (index >= 0) theta[index] = value;
  }
  return { start: theta.map(roundings[precision]), input };
}
