// Codecs for what a link says about the slice, its windows, and where a run starts.
import { numberCodec, numbersCodec, type Codec } from './codec.ts';
import type { Experiment, SliceChoice, SliceWindow } from './experiment.ts';
import { good } from './problem.ts';

const seed = numberCodec(0, 2 ** 32 - 1, true);
const usualSeed = 1;
const examples = 'w:W1[0][0],W1[0][1], random:7, pca, pca-all, hessian, three';

/**
 * `w:W1[0][0],W1[0][1]`, `random:7`, `pca`, `pca-all`, `hessian` or `three`. Whether the networks have these parameters
 * is for the cross-checks.
 */
export const sliceCodec: Codec<SliceChoice> = {
  read(text, fallback) {
    const [kind, amount, ...rest] = text.trim().split(':');
    const refused = { value: fallback, problem: `is not a slice like ${examples}` };
    if (rest.length > 0) return refused;
    if (kind === 'w' && amount !== undefined) {
      const names = /^([\w[\]]{1,24}),([\w[\]]{1,24})$/.exec(amount);
      return !names || names[1] === names[2]
        ? refused
        : good({ kind: 'weights', names: [names[1], names[2]] });
    }
    if (kind === 'random') {
      if (amount === undefined) return good({ kind, seed: usualSeed });
      const { value, problem } = seed.read(amount, usualSeed);
      return {
        value: { kind, seed: value },
        problem: problem === null ? null : `has a seed that ${problem}`,
      };
    }
    if (amount !== undefined) return refused;
    return kind === 'pca' || kind === 'pca-all' || kind === 'hessian' || kind === 'three'
      ? good({ kind })
      : refused;
  },
  write(slice) {
    if (slice.kind === 'weights') return `w:${slice.names.join(',')}`;
    return slice.kind === 'random' ? `random:${slice.seed}` : slice.kind;
  },
};

const coordinate = numberCodec(-1e9, 1e9);
const coordinates = numbersCodec<readonly [number, number]>(':', [coordinate, coordinate]);

/** `u:v`, or nothing for the drawn weights. */
export const fromCodec: Codec<Experiment['from']> = {
  read(text, fallback) {
    const reading = coordinates.read(text, [NaN, NaN]);
    return Number.isNaN(reading.value[0]) ? { ...reading, value: fallback } : reading;
  },
  write: (value) => (value === null ? '' : coordinates.write(value)),
};

const sides = numbersCodec<SliceWindow>(':', [coordinate, coordinate, coordinate, coordinate]);
/** As many as there can be lanes. */
const mostWindows = 4;

/** `-1:1:-2:2`, from left to right and from bottom to top, or one for each lane with `auto` for its own. */
export const windowsCodec: Codec<Experiment['windows']> = {
  read(text, fallback) {
    const pieces = text.split(',').slice(0, mostWindows);
    const windows: (SliceWindow | null)[] = [];
    for (const piece of pieces) {
      if (piece.trim() === 'auto') {
        windows.push(null);
        continue;
      }
      const { value, problem } = sides.read(piece, [NaN, NaN, NaN, NaN]);
      if (problem !== null) return { value: fallback, problem };
      if (!(value[1] > value[0] && value[3] > value[2])) {
        return { value: fallback, problem: 'does not end above its beginning' };
      }
      windows.push(value);
    }
    return good(windows.every((window) => window === null) ? [] : windows);
  },
  write: (windows) =>
    windows.map((window) => (window === null ? 'auto' : sides.write(window))).join(','),
};

/** More would make no link that anybody can send. */
const mostSet = 100;

/** `W1[0][0]:0.5,b1[0]:-1`. Whether a lane has these parameters is for the cross-checks. */
export const setCodec: Codec<Experiment['set']> = {
  read(text, fallback) {
    const values = new Map<string, number>();
    for (const piece of text.split(',')) {
      const parts = /^([\w[\]]{1,24}):(.+)$/.exec(piece.trim());
      const reading = parts && coordinate.read(parts[2], NaN);
      if (!parts || !reading || Number.isNaN(reading.value)) {
        return { value: fallback, problem: 'is not a list of weights like W1[0][0]:0.5,b1[0]:0' };
      }
      values.set(parts[1], reading.value);
    }
    if (values.size > mostSet) return { value: fallback, problem: `names more than ${mostSet}` };
    return good(Object.fromEntries(values));
  },
  write: (values) =>
    Object.entries(values)
      .map(([name, value]) => `${name}:${value}`)
      .join(','),
};
