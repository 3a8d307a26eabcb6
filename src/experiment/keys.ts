// Every key of a link, in the order in which links are written: how it is read and written, and what it affects.
import { datasets } from '../data/index.ts';
import { flagCodec, numberCodec, numbersCodec, wordCodec, type Codec } from './codec.ts';
import {
  columnsCodec,
  dataFor,
  fromCodec,
  panelsCodec,
  rangeCodec,
  sliceCodec,
  targetCodec,
} from './data-codec.ts';
import type { Experiment } from './experiment.ts';
import { readLanes, writeLanes } from './lane-codec.ts';
import { notice } from './problem.ts';
import { settingKeys } from './setting-keys.ts';

export interface Key {
  readonly name: string;
  /** Whether the run depends on it, or only the picture of it. */
  affects(experiment: Experiment): 'run' | 'view';
  /** Whether it means anything for the experiment's data set. */
  applies(experiment: Experiment): boolean;
  read(
    text: string,
    experiment: Experiment,
  ): { readonly experiment: Experiment; readonly notices: readonly string[] };
  write(experiment: Experiment): string;
}

const run = () => 'run' as const;
const view = () => 'view' as const;
const always = () => true;
const hasRanges = ({ data }: Experiment) => datasets.get(data.id).ranges !== undefined;
const isTable = ({ data }: Experiment) => datasets.get(data.id).table !== undefined;
const isDrawn = (experiment: Experiment) => !isTable(experiment);

function codecKey<T>(
  name: string,
  affects: Key['affects'],
  applies: Key['applies'],
  codecFor: (experiment: Experiment) => Codec<T>,
  get: (experiment: Experiment) => T,
  set: (experiment: Experiment, value: T) => Experiment,
): Key {
  return {
    name,
    affects,
    applies,
    read(text, experiment) {
      const codec = codecFor(experiment);
      const { value, problem } = codec.read(text, get(experiment));
      const notices = problem === null ? [] : [notice(name, text, problem, codec.write(value))];
      return { experiment: set(experiment, value), notices };
    },
    write: (experiment) => codecFor(experiment).write(get(experiment)),
  };
}

/** A key for the field of the experiment that has its name. */
function field<F extends Exclude<keyof Experiment, 'data'>>(
  name: F,
  affects: Key['affects'],
  codec: Codec<Experiment[F]>,
): Key {
  return codecKey(
    name,
    affects,
    always,
    () => codec,
    (experiment) => experiment[name],
    (experiment, value) => ({ ...experiment, [name]: value }),
  );
}

/** A key for a field of the data. */
function dataField<F extends keyof Experiment['data']>(
  name: string,
  fieldName: F,
  applies: Key['applies'],
  codecFor: (experiment: Experiment) => Codec<Experiment['data'][F]>,
): Key {
  return codecKey(
    name,
    run,
    applies,
    codecFor,
    ({ data }) => data[fieldName],
    (experiment, value) => ({ ...experiment, data: { ...experiment.data, [fieldName]: value } }),
  );
}

function rangeKey(name: string, axis: 0 | 1): Key {
  return codecKey(
    name,
    run,
    hasRanges,
    () => rangeCodec,
    ({ data }) => data.ranges[axis],
    (experiment, range) => {
      const [first, second] = experiment.data.ranges;
      const ranges = axis === 0 ? ([range, second] as const) : ([first, range] as const);
      return { ...experiment, data: { ...experiment.data, ranges } };
    },
  );
}

const settings = settingKeys.map((entry): Key => ({
  name: entry.name,
  affects: run,
  applies: always,
  read(text, experiment) {
    const { value, problem } = entry.read(text, experiment.settings);
    const used = entry.write(value) ?? '';
    return {
      experiment: { ...experiment, settings: { ...experiment.settings, ...value } },
      notices: problem === null ? [] : [notice(entry.name, text, problem, used)],
    };
  },
  write: (experiment) => entry.write(experiment.settings) ?? '',
}));

const lanes: Key = {
  name: 'lanes',
  affects: run,
  applies: always,
  read(text, experiment) {
    const reading = readLanes(text, experiment.settings, experiment.lanes);
    return { experiment: { ...experiment, lanes: reading.lanes }, notices: reading.notices };
  },
  write: (experiment) => writeLanes(experiment.lanes),
};

/** Reading goes in this order too, so a key may rely on those above it: `data` comes first, `net` before `lanes`. */
export const keys: readonly Key[] = [
  codecKey(
    'data',
    run,
    always,
    () => wordCodec(datasets.ids),
    ({ data }) => data.id,
    (experiment, id) => ({ ...experiment, data: dataFor(id) }),
  ),
  rangeKey('x1', 0),
  rangeKey('x2', 1),
  dataField('count', 'count', isDrawn, () => numberCodec(2, 2000, true)),
  dataField('noise', 'noise', isDrawn, () => numberCodec(0, 10)),
  field('seed', run, numberCodec(0, 2 ** 32 - 1, true)),
  dataField('cols', 'columns', isTable, columnsCodec),
  dataField('target', 'target', isTable, targetCodec),
  ...settings,
  lanes,
  // Only a start given in slice coordinates makes the run depend on the slice.
  field('slice', ({ from }) => (from === null ? 'view' : 'run'), sliceCodec),
  field('from', run, fromCodec),
  field('around', view, wordCodec(['live', 'start'])),
  field('axes', view, wordCodec(['equal', 'fit'])),
  field('height', view, wordCodec(['linear', 'log'])),
  field('panels', view, panelsCodec),
  field('speed', view, numberCodec(0.5, 1e4)),
  field('autoplay', view, flagCodec),
  field('until', view, numberCodec(0, 1e7, true)),
  field('theme', view, wordCodec(['auto', 'light', 'dark'])),
  field(
    'camera',
    view,
    numbersCodec(',', [numberCodec(-360, 360), numberCodec(-90, 90), numberCodec(0.5, 20)]),
  ),
];
