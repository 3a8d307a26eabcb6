// Codecs for what a link says about data and panels.
import { datasets } from '../data/index.ts';
import type { Range } from '../data/dataset.ts';
import { numberCodec, numbersCodec, type Codec } from './codec.ts';
import { defaultExperiment } from './defaults.ts';
import type { Experiment } from './experiment.ts';
import { good, type Reading } from './problem.ts';
import { datasetOf, ownTable, ownTableId } from './table/own-table.ts';

/** The panels there are to be shown. */
export const panelIds: readonly string[] = [
  'surface',
  'contour',
  'common',
  'network',
  'data',
  'loss',
  'curvature',
  'step',
];

/**
 * The data of an experiment with this data set and nothing else said.
 *
 * @param table the text of a reader's own table, which the data set `table` needs
 */
export function dataFor(id: string, table: string | null = null): Experiment['data'] {
  const { data } = defaultExperiment();
  if (id === ownTableId) return { ...data, id, table };
  const { ranges = data.ranges, knobs = [] } = datasets.get(id);
  return {
    ...data,
    id,
    ranges,
    knobs: Object.fromEntries(knobs.map((knob) => [knob.id, knob.initial])),
  };
}

const end = numberCodec(-1e9, 1e9);
const ends = numbersCodec<Range>(':', [end, end]);

/** `0:0.01`, the lower end first. */
export const rangeCodec: Codec<Range> = {
  read(text, fallback) {
    const reading = ends.read(text, fallback);
    return reading.value[1] > reading.value[0]
      ? reading
      : { value: fallback, problem: 'does not end above its beginning' };
  },
  write: ends.write,
};

/** Two different input columns of the experiment's table. A comma within a name has a backslash before it. */
export function columnsCodec({ data }: Experiment): Codec<Experiment['data']['columns']> {
  const known = datasetOf(data).table?.inputs ?? [];
  return {
    read(text, fallback) {
      const [first, second, ...rest] = splitNames(text);
      if (second === undefined || rest.length > 0 || first === second) {
        return { value: fallback, problem: 'is not two different columns' };
      }
      return known.includes(first) && known.includes(second)
        ? usable(data, { columns: [first, second] }, [first, second], fallback)
        : { value: fallback, problem: `names an unknown column (known: ${listed(known)})` };
    },
    write: (value) => (value === null ? '' : value.map(escapeName).join(',')),
  };
}

const escapeName = (name: string) => name.replace(/[\\,]/g, '\\$&');

/** Stands for an escaped comma; no name holds it. */
const placeholder = '\0';

function splitNames(text: string): string[] {
  const marked = text.replace(/\\(.)/gsu, (_, next: string) => (next === ',' ? placeholder : next));
  return marked.split(',').map((name) => name.trim().replaceAll(placeholder, ','));
}

/** A reader's table may have many columns, with long names. */
const mostListed = 16;
const longestListed = 40;

function listed(names: readonly string[]): string {
  const some = names.slice(0, mostListed).map((name) => [...name].slice(0, longestListed).join(''));
  const more = names.length > mostListed ? `, and ${names.length - mostListed} more` : '';
  return `${some.join(', ')}${more}`;
}

export function targetCodec({ data }: Experiment): Codec<string | null> {
  const known = datasetOf(data).table?.targets ?? [];
  return {
    read(text, fallback) {
      const target = text.trim();
      return known.includes(target)
        ? usable(data, { target }, target, fallback)
        : { value: fallback, problem: `is not one of ${listed(known)}` };
    },
    write: (value) => value ?? '',
  };
}

/** Of a reader's own table any columns may be asked for, and some do not go together. */
function usable<T>(
  data: Experiment['data'],
  change: Partial<Experiment['data']>,
  value: T,
  fallback: T,
): Reading<T> {
  const { error } = data.id === ownTableId ? ownTable({ ...data, ...change }) : { error: null };
  return error === null
    ? good(value)
    : { value: fallback, problem: `cannot be used: ${error.replace(/\.$/, '')}` };
}

export const panelsCodec: Codec<readonly string[]> = {
  read(text, fallback) {
    const named = [...new Set(text.split(',').map((id) => id.trim()))];
    const value = named.filter((id) => panelIds.includes(id));
    const problem = `names an unknown panel (known: ${panelIds.join(', ')})`;
    if (value.length === 0) return { value: fallback, problem };
    return value.length < named.length ? { value, problem } : good(value);
  },
  write: (value) => value.join(','),
};
