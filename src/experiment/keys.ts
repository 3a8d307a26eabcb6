// Every key of a link, in the order in which links are written: how it is read and written, and what it affects.
import { flagCodec, numberCodec, numbersCodec, wordCodec, type Codec } from './codec.ts';
import { panelsCodec } from './data-codec.ts';
import { choiceKeys, sampleKeys } from './data-keys.ts';
import type { Experiment } from './experiment.ts';
import { always, codecKey, run, view, type Key } from './key.ts';
import { readLanes, writeLanes } from './lane-codec.ts';
import { notice } from './problem.ts';
import { mergeSettings } from './resolve.ts';
import { rateCodec, untilCodec } from './rule-codec.ts';
import { settingKeys } from './setting-keys.ts';
import { fromCodec, setCodec, sliceCodec, windowsCodec } from './slice-codec.ts';

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

const settings = settingKeys.map((entry): Key => ({
  name: entry.name,
  affects: run,
  applies: always,
  read(text, experiment) {
    const { value, problem } = entry.read(text, experiment.settings);
    const used = entry.write(value) ?? '';
    return {
      experiment: { ...experiment, settings: mergeSettings(experiment.settings, value) },
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
  ...sampleKeys,
  field('seed', run, numberCodec(0, 2 ** 32 - 1, true)),
  ...choiceKeys,
  ...settings,
  lanes,
  field('start', run, wordCodec(['same-numbers', 'same-function'])),
  field('rate', run, rateCodec),
  // Only a start given in slice coordinates makes the run depend on the slice.
  field('slice', ({ from }) => (from === null ? 'view' : 'run'), sliceCodec),
  field('from', run, fromCodec),
  field('set', run, setCodec),
  field('around', view, wordCodec(['live', 'start', 'end'])),
  field('axes', view, wordCodec(['equal', 'fit', 'raw'])),
  codecKey(
    'stats',
    view,
    always,
    () => wordCodec(['batch', 'running'] as const),
    ({ statistics }) => statistics,
    (experiment, statistics) => ({ ...experiment, statistics }),
  ),
  codecKey(
    'window',
    view,
    always,
    () => windowsCodec,
    ({ windows }) => windows,
    (experiment, windows) => ({ ...experiment, windows }),
  ),
  field('height', view, wordCodec(['linear', 'log', 'clip'])),
  field('scale', view, wordCodec(['own', 'shared'])),
  field('marks', view, flagCodec),
  field('ground', view, numberCodec(0, 4, true)),
  field('panels', view, panelsCodec),
  field('speed', view, numberCodec(0.5, 1e4)),
  field('autoplay', view, flagCodec),
  codecKey(
    'until',
    view,
    always,
    () => untilCodec,
    ({ until, untilTarget }) => ({ until, untilTarget }),
    (experiment, value) => ({ ...experiment, ...value }),
  ),
  field('theme', view, wordCodec(['auto', 'light', 'dark'])),
  field(
    'camera',
    view,
    numbersCodec(',', [numberCodec(-360, 360), numberCodec(-90, 90), numberCodec(0.5, 20)]),
  ),
];
