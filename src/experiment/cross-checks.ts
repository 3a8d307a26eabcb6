// What no single key of a link can tell: whether its values fit together.
import { createLayout } from '../network/layout.ts';
import { quote } from '../quote.ts';
import type { Experiment, LanePatch, Settings, SliceChoice, WeightSlice } from './experiment.ts';
import { setCodec, sliceCodec } from './slice-codec.ts';
import { notice } from './problem.ts';
import { lanePlace, laneSettings, laneSpec, needsRows } from './resolve.ts';
import { datasetOf } from './table/own-table.ts';

type Check = (experiment: Experiment, notices: string[]) => Experiment;

const lossFitsData: Check = (experiment, notices) => {
  const { data, settings, lanes } = experiment;
  const all = [settings, ...lanes.map(({ overrides }) => overrides)];
  const isClassification = datasetOf(data).task === 'classification';
  if (isClassification || !all.some(({ loss }) => loss === 'bce')) return experiment;
  notices.push(notice('loss', 'bce', `needs two classes, which ${data.id} has not`, 'auto'));
  const mended = <T extends Partial<Settings>>(given: T): T =>
    given.loss === 'bce' ? { ...given, loss: 'auto' } : given;
  return {
    ...experiment,
    settings: mended(settings),
    lanes: lanes.map((lane) => ({ ...lane, overrides: mended(lane.overrides) })),
  };
};

const batchNormHasBatch: Check = (experiment, notices) => {
  const { settings, lanes } = experiment;
  const isRefused = (lane: LanePatch) =>
    needsRows(lanePlace(experiment, lane)) && laneSettings(experiment, lane).batch === 1;
  const refused = lanes.filter(isRefused);
  if (refused.length === 0) return experiment;
  notices.push(notice('batch', '1', 'is too small for batch norm', '2'));
  const isShared = refused.some(({ overrides }) => overrides.batch === undefined);
  return {
    ...experiment,
    settings: isShared ? { ...settings, batch: 2 } : settings,
    lanes: lanes.map((lane) =>
      isRefused(lane) && lane.overrides.batch === 1
        ? { ...lane, overrides: { ...lane.overrides, batch: 2 } }
        : lane,
    ),
  };
};

const batchNormHasLayer: Check = (experiment, notices) => {
  for (const lane of experiment.lanes) {
    if (lanePlace(experiment, lane) !== lane.normalization) {
      const kind = lane.normalization === 'layer' ? 'layer' : 'batch';
      notices.push(
        `lanes ${quote(lane.id)} has no hidden layer to normalize, so it trains without ${kind} norm.`,
      );
    }
  }
  return experiment;
};

/** Every network has these, and listing all parameters of a large one takes longer than reading the rest of a link. */
const usualSlice: WeightSlice = { kind: 'weights', names: ['W1[0][0]', 'W1[0][1]'] };

const sliceExists: Check = (experiment, notices) => {
  const { slice, lanes, from } = experiment;
  const replace = (problem: string, replacement: SliceChoice) => {
    const used = sliceCodec.write(replacement);
    notices.push(notice('slice', sliceCodec.write(slice), problem, used));
    return { ...experiment, slice: replacement };
  };
  if (slice.kind === 'three' && lanes.length < 2) {
    return replace('needs two lanes', { kind: 'pca' });
  }
  if (slice.kind !== 'weights') {
    if (from === null) return experiment;
    const text = sliceCodec.write(slice);
    notices.push(`from needs a slice along two weights, which ${text} is not, so it is left out.`);
    return { ...experiment, from: null };
  }
  const special = slice.names.filter((name) => !usualSlice.names.includes(name));
  if (special.length === 0 || everyLaneHas(experiment, special)) return experiment;
  return replace('names a parameter that not every lane has', usualSlice);
};

/** Folding gives the first layer's weights new units, and no other direction through parameter space. */
const rawAxesHaveWeights: Check = (experiment, notices) => {
  const { axes, slice } = experiment;
  if (axes !== 'raw') return experiment;
  if (slice.kind === 'weights' && slice.names.every((name) => name.startsWith('W1['))) {
    return experiment;
  }
  // In the words of the controls: choosing another slice brings readers here too.
  notices.push(
    notice('Axes', 'raw inputs', 'need a slice along two weights of the first layer', '“fitted”'),
  );
  return { ...experiment, axes: 'fit' };
};

const setExists: Check = (experiment, notices) => {
  const { set, lanes } = experiment;
  const names = Object.keys(set);
  if (names.length === 0) return experiment;
  const known = new Set(lanes.flatMap((lane) => createLayout(laneSpec(experiment, lane)).names));
  const kept = Object.fromEntries(Object.entries(set).filter(([name]) => known.has(name)));
  if (Object.keys(kept).length === names.length) return experiment;
  const problem = 'names a weight that no lane has';
  notices.push(notice('set', setCodec.write(set), problem, setCodec.write(kept)));
  return { ...experiment, set: kept };
};

function everyLaneHas(experiment: Experiment, wanted: readonly string[]): boolean {
  return experiment.lanes.every((lane) => {
    const { names } = createLayout(laneSpec(experiment, lane));
    return wanted.every((name) => names.includes(name));
  });
}

const checks = [
  lossFitsData,
  batchNormHasBatch,
  batchNormHasLayer,
  sliceExists,
  rawAxesHaveWeights,
  setExists,
];

/** The experiment with what does not fit together replaced, and a sentence for each replacement. */
export function crossCheck(experiment: Experiment): {
  readonly experiment: Experiment;
  readonly notices: readonly string[];
} {
  const notices: string[] = [];
  const checked = checks.reduce((current, check) => check(current, notices), experiment);
  return { experiment: checked, notices };
}
