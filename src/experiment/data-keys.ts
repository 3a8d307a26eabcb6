// The keys of a link that say what the samples are.
import { datasets } from '../data/index.ts';
import { targetScalings } from '../scaling/targets/index.ts';
import { numberCodec, wordCodec, type Codec } from './codec.ts';
import { columnsCodec, dataFor, rangeCodec, targetCodec } from './data-codec.ts';
import type { Experiment } from './experiment.ts';
import { always, codecKey, run, type Key } from './key.ts';
import { datasetOf } from './table/own-table.ts';

const hasRanges = ({ data }: Experiment) => datasetOf(data).ranges !== undefined;
const isTable = ({ data }: Experiment) => datasetOf(data).table !== undefined;
const isRegression = ({ data }: Experiment) => datasetOf(data).task === 'regression';
const isDrawn = (experiment: Experiment) => !isTable(experiment);

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

/** A key for one knob of a data set, named like it. */
function dataKnobKey(id: string): Key {
  const knobOf = ({ data }: Experiment) => datasetOf(data).knobs?.find((k) => k.id === id);
  return codecKey(
    id,
    run,
    (experiment) => knobOf(experiment) !== undefined,
    (experiment) => {
      const knob = knobOf(experiment);
      return numberCodec(knob?.min ?? 0, knob?.max ?? 0, knob?.integer);
    },
    ({ data }) => data.knobs[id],
    (experiment, value) => ({
      ...experiment,
      data: { ...experiment.data, knobs: { ...experiment.data.knobs, [id]: value } },
    }),
  );
}

const dataKnobs = new Set(datasets.all.flatMap(({ knobs = [] }) => knobs).map((knob) => knob.id));

/** Which data set, and how its samples are drawn. */
export const sampleKeys: readonly Key[] = [
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
];

/** What is chosen of it, and done to it. */
export const choiceKeys: readonly Key[] = [
  dataField('cols', 'columns', isTable, columnsCodec),
  dataField('target', 'target', isTable, targetCodec),
  ...[...dataKnobs].map(dataKnobKey),
  dataField('split', 'split', always, () => numberCodec(0, 0.9)),
  dataField('yscale', 'targetScaling', isRegression, () => wordCodec(targetScalings.ids)),
];
