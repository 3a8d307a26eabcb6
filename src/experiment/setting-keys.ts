// The keys of a link that a lane may also set for itself, after a `~`.
import type { Knob } from '../knob.ts';
import { precisions } from '../math/rounding.ts';
import { activations } from '../network/activations.ts';
import { initializations } from '../network/initialization.ts';
import { maximumHiddenLayers, maximumUnits } from '../network/validate.ts';
import { optimizers } from '../optimizers/index.ts';
import { schedules } from '../optimizers/schedules.ts';
import { flagCodec, numberCodec, wordCodec, type Codec } from './codec.ts';
import type { Settings } from './experiment.ts';
import { good, type Reading } from './problem.ts';
import { decayKnob } from './training-rule.ts';

export interface SettingKey {
  readonly name: string;
  /** The one setting it stands for, as a patch. */
  read(text: string, fallback: Settings): Reading<Partial<Settings>>;
  /** Its text, or null where the patch leaves it out. */
  write(settings: Partial<Settings>): string | null;
}

function settingKey<F extends keyof Settings>(
  name: string,
  field: F,
  codec: Codec<Settings[F]>,
): SettingKey {
  return {
    name,
    read(text, fallback) {
      const { value, problem } = codec.read(text, fallback[field]);
      return { value: { [field]: value }, problem };
    },
    write(settings) {
      const value = settings[field];
      return value === undefined ? null : codec.write(value);
    },
  };
}

const width = numberCodec(1, maximumUnits, true);

/** Hidden widths as `4-4`, or `0` for one neuron. */
const hiddenCodec: Codec<readonly number[]> = {
  read(text, fallback) {
    if (text.trim() === '0') return good([]);
    const pieces = text.split('-');
    const readings = pieces.slice(0, maximumHiddenLayers).map((piece) => width.read(piece, NaN));
    if (readings.some(({ value }) => Number.isNaN(value))) {
      return { value: fallback, problem: 'is not a list of widths like 4-4' };
    }
    const problem =
      pieces.length > maximumHiddenLayers
        ? `has more than ${maximumHiddenLayers} layers`
        : (readings
            .filter((reading) => reading.problem !== null)
            .map((reading) => `has a width that ${reading.problem}`)[0] ?? null);
    return { value: readings.map(({ value }) => value), problem };
  },
  write: (widths) => (widths.length === 0 ? '0' : widths.join('-')),
};

const rows = numberCodec(1, 5000, true);

/** Rows of a mini-batch, or `full`. */
const batchCodec: Codec<number> = {
  read: (text, fallback) =>
    text.trim() === 'full' || text.trim() === '0' ? good(0) : rows.read(text, fallback),
  write: (value) => (value === 0 ? 'full' : String(value)),
};

/** PyTorch's `weight_decay`. */
const decayNumber = numberCodec(0, 1);

/** Weight decay, or `auto`. */
const decayCodec: Codec<Settings['decay']> = {
  read: (text, fallback) => {
    if (text.trim() === 'auto') return good('auto');
    const { value, problem } = decayNumber.read(text, NaN);
    return { value: Number.isNaN(value) ? fallback : value, problem };
  },
  write: String,
};

/** A key for one knob, named like it: it means something for the optimizers and schedules that have it. */
function knobKey({ id, initial, min, max, integer }: Knob): SettingKey {
  const codec = numberCodec(min, max, integer);
  return {
    name: id,
    read(text, fallback) {
      const { value, problem } = codec.read(text, fallback.knobs[id] ?? initial);
      return { value: { knobs: { [id]: value } }, problem };
    },
    write(settings) {
      const value = settings.knobs?.[id];
      return value === undefined ? null : codec.write(value);
    },
  };
}

const knobs = new Map(
  [...optimizers.all, ...schedules.all]
    .flatMap((entry) => entry.knobs)
    .filter(({ id }) => id !== decayKnob)
    .map((knob) => [knob.id, knob]),
);

export const settingKeys: readonly SettingKey[] = [
  settingKey('net', 'hidden', hiddenCodec),
  settingKey('act', 'activation', wordCodec(activations.ids)),
  settingKey('init', 'initialization', wordCodec(initializations.ids)),
  settingKey('loss', 'loss', wordCodec(['auto', 'mse', 'bce'])),
  settingKey('opt', 'optimizer', wordCodec(optimizers.ids)),
  settingKey('lr', 'learningRate', numberCodec(1e-7, 1e3)),
  settingKey('batch', 'batch', batchCodec),
  settingKey('schedule', 'schedule', wordCodec(schedules.ids)),
  settingKey('decay', 'decay', decayCodec),
  settingKey('clip', 'clip', numberCodec(0, 1e6)),
  settingKey('precision', 'precision', wordCodec(precisions)),
  settingKey('bneps', 'normEps', numberCodec(1e-12, 1)),
  settingKey('bnmomentum', 'normMomentum', numberCodec(0, 1)),
  settingKey('affine', 'affine', wordCodec(['learned', 'frozen'])),
  settingKey('keepbias', 'keepBias', flagCodec),
  settingKey('bnnoise', 'normNoise', numberCodec(0, 10)),
  ...[...knobs.values()].map(knobKey),
];
