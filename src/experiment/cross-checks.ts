// What no single key of a link can tell: whether its values fit together.
import { datasets } from '../data/index.ts';
import { createLayout } from '../network/layout.ts';
import { quote } from '../quote.ts';
import { defaultExperiment } from './defaults.ts';
import type { Experiment, LanePatch, Settings } from './experiment.ts';
import { sliceCodec } from './data-codec.ts';
import { notice } from './problem.ts';
import { lanePlace, laneSettings, laneSpec, needsRows } from './resolve.ts';

type Check = (experiment: Experiment, notices: string[]) => Experiment;

const lossFitsData: Check = (experiment, notices) => {
  const { data, settings, lanes } = experiment;
  const all = [settings, ...lanes.map(({ overrides }) => overrides)];
  const isClassification = datasets.get(data.id).task === 'classification';
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

const sliceExists: Check = (experiment, notices) => {
  const { slice } = experiment;
  const replacement = defaultExperiment().slice;
  // Every network has these, and listing all parameters of a large one takes longer than reading the rest of a link.
  const special = slice.names.filter((name) => !replacement.names.includes(name));
  const isKnown = (lane: LanePatch) => {
    const { names } = createLayout(laneSpec(experiment, lane));
    return special.every((name) => names.includes(name));
  };
  if (special.length === 0 || experiment.lanes.every(isKnown)) return experiment;
  const text = sliceCodec.write(slice);
  const problem = 'names a parameter that not every lane has';
  notices.push(notice('slice', text, problem, sliceCodec.write(replacement)));
  return { ...experiment, slice: replacement };
};

const checks = [lossFitsData, batchNormHasBatch, batchNormHasLayer, sliceExists];

/** The experiment with what does not fit together replaced, and a sentence for each replacement. */
export function crossCheck(experiment: Experiment): {
  readonly experiment: Experiment;
  readonly notices: readonly string[];
} {
  const notices: string[] = [];
  const checked = checks.reduce((current, check) => check(current, notices), experiment);
  return { experiment: checked, notices };
}
