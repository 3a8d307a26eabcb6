// The knobs of an experiment: every number that a reader sets with a slider or a field, with its ends.
import type { Knob } from '../../src/index.ts';

export const learningRateKnob: Knob = {
  id: 'lr',
  label: 'Learning rate',
  min: 1e-6,
  max: 10,
  initial: 0.1,
  scale: 'log',
};
export const countKnob: Knob = {
  id: 'count',
  label: 'Samples',
  min: 2,
  max: 2000,
  initial: 200,
  scale: 'log',
  integer: true,
};
export const noiseKnob: Knob = {
  id: 'noise',
  label: 'Noise',
  min: 0,
  max: 1,
  initial: 0.05,
  scale: 'linear',
};
export const batchKnob: Knob = {
  id: 'batch',
  label: 'Rows a batch',
  min: 1,
  max: 2000,
  initial: 32,
  scale: 'log',
  integer: true,
};
/** Where some lane has batch norm, which cannot measure the variance of one row. */
export const normalizedBatchKnob: Knob = { ...batchKnob, min: 2 };
export const speedKnob: Knob = {
  id: 'speed',
  label: 'Speed',
  unit: 'steps/s',
  min: 1,
  max: 10_000,
  initial: 10,
  scale: 'log',
};
export const seedKnob: Knob = {
  id: 'seed',
  label: 'Seed',
  min: 0,
  max: 2 ** 32 - 1,
  initial: 1,
  scale: 'linear',
  integer: true,
};
/** Either end of a feature's range. */
export const rangeEndKnob: Knob = {
  id: 'end',
  label: 'End',
  min: -1e9,
  max: 1e9,
  initial: 0,
  scale: 'linear',
};
/** From a hundred thousand times smaller to ten thousand times larger than the other input usually is. */
export const rangeWidthKnob: Knob = {
  id: 'width',
  label: 'Width',
  min: 1e-5,
  max: 1e4,
  initial: 1,
  scale: 'log',
};

/** The part of the rows that is kept back for testing. */
export const splitKnob: Knob = {
  id: 'split',
  label: 'Kept for testing',
  min: 0,
  max: 0.9,
  initial: 0,
  scale: 'linear',
};
export const decayKnob: Knob = {
  id: 'decay',
  label: 'Weight decay',
  min: 0,
  max: 1,
  initial: 0,
  scale: 'linear',
};
/** The longest gradient that is let through, where there is a limit. */
export const clipKnob: Knob = {
  id: 'clip',
  label: 'Longest gradient',
  min: 1e-6,
  max: 1e6,
  initial: 1,
  scale: 'log',
};
export const normEpsKnob: Knob = {
  id: 'bneps',
  label: 'Epsilon',
  min: 1e-12,
  max: 1,
  initial: 1e-5,
  scale: 'log',
};
export const normMomentumKnob: Knob = {
  id: 'bnmomentum',
  label: 'Running average',
  min: 0,
  max: 1,
  initial: 0.1,
  scale: 'linear',
};
export const normNoiseKnob: Knob = {
  id: 'bnnoise',
  label: 'Noise after it',
  min: 0,
  max: 10,
  initial: 0,
  scale: 'linear',
};

/** The seed after this one: going on by one keeps every draw within reach of typing. */
export function nextSeed(seed: number): number {
  return seed < seedKnob.max ? seed + 1 : seedKnob.min;
}
