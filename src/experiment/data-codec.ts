// Codecs for what a link says about data and panels.
import { datasets } from '../data/index.ts';
import type { Range } from '../data/dataset.ts';
import { numberCodec, numbersCodec, type Codec } from './codec.ts';
import { defaultExperiment } from './defaults.ts';
import type { Experiment } from './experiment.ts';
import { good } from './problem.ts';

/** The panels there are to be shown. */
export const panelIds: readonly string[] = ['surface', 'contour', 'loss', 'curvature', 'step'];

/** The data of an experiment with this data set and nothing else said. */
export function dataFor(id: string): Experiment['data'] {
  const { data } = defaultExperiment();
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

/** Two different input columns of the experiment's table. */
export function columnsCodec({ data }: Experiment): Codec<Experiment['data']['columns']> {
  const known = datasets.get(data.id).table?.inputs ?? [];
  return {
    read(text, fallback) {
      const [first, second, ...rest] = text.split(',').map((name) => name.trim());
      if (second === undefined || rest.length > 0 || first === second) {
        return { value: fallback, problem: 'is not two different columns' };
      }
      return known.includes(first) && known.includes(second)
        ? good([first, second] as const)
        : { value: fallback, problem: `names an unknown column (known: ${known.join(', ')})` };
    },
    write: (value) => (value === null ? '' : value.join(',')),
  };
}

export function targetCodec({ data }: Experiment): Codec<string | null> {
  const known = datasets.get(data.id).table?.targets ?? [];
  return {
    read: (text, fallback) =>
      known.includes(text.trim())
        ? good(text.trim())
        : { value: fallback, problem: `is not one of ${known.join(', ')}` },
    write: (value) => value ?? '',
  };
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
