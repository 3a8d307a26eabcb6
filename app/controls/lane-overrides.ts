// What a lane sets for itself, in words, each with the settings that remain once it is dropped.
import {
  activations,
  formatNumber as formatDigits,
  initializations,
  losses,
  optimizers,
  schedules,
  type Settings,
} from '../../src/index.ts';
import { describeWidths } from './widths.ts';

export interface Override {
  readonly text: string;
  /** The lane's overrides without this one. */
  readonly without: Partial<Settings>;
}

/** As it was set, to the last digit. */
const formatNumber = (value: number) => formatDigits(value, 12);

const inWords: {
  readonly [F in Exclude<keyof Settings, 'knobs'>]: (value: Settings[F]) => string;
} = {
  hidden: (widths) => `hidden layers: ${describeWidths(widths)}`,
  activation: (id) => `activation ${activations.get(id).label}`,
  initialization: (id) => `initial weights ${initializations.get(id).label}`,
  loss: (id) => `loss ${id === 'auto' ? 'as usual' : losses.get(id).label}`,
  optimizer: (id) => `optimizer ${optimizers.get(id).label}`,
  learningRate: (rate) => `learning rate ${formatNumber(rate)}`,
  batch: (rows) => (rows === 0 ? 'all rows in each step' : `${rows} rows a batch`),
  schedule: (id) => `schedule ${schedules.get(id).label}`,
  decay: (decay) => `weight decay ${decay === 'auto' ? 'as usual' : formatNumber(decay)}`,
  clip: (longest) =>
    longest === 0 ? 'no clipping' : `gradient clipped to ${formatNumber(longest)}`,
  precision: (id) => `precision ${id}`,
  normEps: (eps) => `norm’s epsilon ${formatNumber(eps)}`,
  normMomentum: (momentum) => `running average ${formatNumber(momentum)}`,
  affine: (affine) => `norm’s scale and shift ${affine}`,
  keepBias: (kept) => (kept ? 'bias before norm kept' : 'bias before norm left out'),
  normNoise: (noise) => `noise after norm ${formatNumber(noise)}`,
};

const fields = Object.keys(inWords) as readonly (keyof typeof inWords)[];
const knobLabels = new Map(
  [...optimizers.all, ...schedules.all].flatMap(({ knobs }) =>
    knobs.map(({ id, label }) => [id, label] as const),
  ),
);

export function laneOverrides(overrides: Partial<Settings>): readonly Override[] {
  const { knobs = {}, ...rest } = overrides;
  const own = fields.flatMap((field) => {
    const text = words(field, overrides);
    return text === null ? [] : [{ text, without: omit(overrides, field) }];
  });
  const ofKnobs = Object.entries(knobs).map(([id, value]) => {
    const others = omit(knobs, id);
    const label = knobLabels.get(id) ?? id;
    return {
      text: `${label.charAt(0).toLowerCase()}${label.slice(1)} ${formatNumber(value)}`,
      without: Object.keys(others).length > 0 ? { ...rest, knobs: others } : rest,
    };
  });
  return [...own, ...ofKnobs];
}

function words<F extends keyof typeof inWords>(field: F, settings: Partial<Settings>) {
  const value = settings[field];
  const write: (value: Settings[F]) => string = inWords[field];
  return value === undefined ? null : write(value as Settings[F]);
}

function omit<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = value;
  return rest;
}
