// What an exported program must say: one lane's run as plain data, the same for every language.
import type { Layout } from '../../network/layout.ts';
import type { NetworkSpec } from '../../network/spec.ts';
import { createBatches } from '../batches.ts';
import { defaultExperiment } from '../defaults.ts';
import type { Experiment, Settings } from '../experiment.ts';
import { createLanes, type Lane } from '../lane.ts';
import { formatExperiment } from '../query.ts';
import { datasetOf } from '../table/own-table.ts';
import { trainingRule, type TrainingRule } from '../training-rule.ts';
import { exactSpelling, type ScalingSpelling } from './scaling-spellings.ts';

/** Steps of a program where the experiment does not say when to stop. */
const usualSteps = 100;
/** Row numbers of mini-batches that a program may hold: a longer run is told up to there. */
const mostRows = 20_000;

/** The settings that a program follows, besides what is already in its data and starting parameters. */
const covered: readonly string[] = [
  'hidden',
  'activation',
  'initialization',
  'loss',
  'optimizer',
  'learningRate',
  'batch',
  'schedule',
  'decay',
  'clip',
  'normEps',
  'normMomentum',
  'affine',
  'keepBias',
  'normNoise',
  'knobs',
] satisfies readonly (keyof Settings)[];

export interface Plan {
  /** The link's query; empty for the default experiment. */
  readonly query: string;
  readonly lane: Lane;
  readonly dataLabel: string;
  readonly spec: NetworkSpec;
  readonly layout: Layout;
  /** How the program scales raw inputs itself; null where it holds them as the network sees them. */
  readonly scaling: ScalingSpelling | null;
  readonly rule: TrainingRule;
  readonly steps: number;
  /** Steps that were asked for; more than `steps` where their batches would be too many to hold. */
  readonly wantedSteps: number;
  /** Row numbers of each step's batch; null for the full batch. */
  readonly batches: readonly (readonly number[])[] | null;
}

/**
 * @param steps how many; if left out, up to the step where the experiment pauses, or 100
 * @throws {RangeError} on an unknown lane, a setting that no program follows, or steps that are no whole number
 */
export function createPlan(experiment: Experiment, laneId: string, steps?: number): Plan {
  const lanes = createLanes(experiment);
  const lane = lanes.find(({ id }) => id === laneId);
  if (!lane) {
    const known = lanes.map(({ id }) => id).join(', ');
    throw new RangeError(`unknown lane: ${laneId} (known: ${known})`);
  }
  const wanted = steps ?? (experiment.until > 0 ? experiment.until : usualSteps);
  if (!Number.isInteger(wanted) || wanted < 0) {
    throw new RangeError(`wrong number of steps: ${wanted} (a whole number from 0 on)`);
  }
  refuseUncovered(lane.settings);
  refuseNoise(lane.objective.spec);
  const { batch } = lane.settings;
  const batches = createBatches(lane.samples.count, batch, experiment.seed);
  const possible = batches ? Math.min(wanted, Math.max(1, Math.floor(mostRows / batch))) : wanted;
  return {
    query: formatExperiment(experiment),
    lane,
    dataLabel: datasetOf(experiment.data).label,
    spec: lane.objective.spec,
    layout: lane.objective.layout,
    scaling: exactSpelling(lane.patch.scaling, lane.rawSamples.inputs, lane.samples.inputs),
    rule: trainingRule(lane.settings),
    steps: possible,
    wantedSteps: wanted,
    batches: batches && Array.from({ length: possible }, () => Array.from(batches.next())),
  };
}

function refuseUncovered(settings: Settings): void {
  const usual = new Map<string, unknown>(Object.entries(defaultExperiment().settings));
  for (const [name, value] of Object.entries(settings)) {
    if (covered.includes(name) || JSON.stringify(value) === JSON.stringify(usual.get(name)))
      continue;
    throw new RangeError(
      `unsupported setting: ${name} ${value} (exported programs follow: ${covered.join(', ')})`,
    );
  }
}

function refuseNoise({ normalization: { noise = 0 } }: NetworkSpec): void {
  if (noise === 0) return;
  throw new RangeError(`unsupported batch norm noise: ${noise} (exported programs have none)`);
}
