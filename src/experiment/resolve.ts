// What a lane of an experiment comes to, once its patch is laid over the experiment's settings.
import type { NetworkSpec, Normalization } from '../network/spec.ts';
import type { Experiment, LanePatch, Settings } from './experiment.ts';
import { datasetOf } from './table/own-table.ts';

/** One set of settings laid over another; knobs one by one. */
export function mergeSettings<T extends Partial<Settings>>(under: T, over: Partial<Settings>): T {
  const merged = { ...under, ...over };
  return under.knobs && over.knobs
    ? { ...merged, knobs: { ...under.knobs, ...over.knobs } }
    : merged;
}

export function laneSettings(experiment: Experiment, patch: LanePatch): Settings {
  return mergeSettings(experiment.settings, patch.overrides);
}

/**
 * Where the lane's network is normalized. Both norms belong to hidden layers, so a network without any has none, unless
 * its inputs are normalized.
 */
export function lanePlace(experiment: Experiment, patch: LanePatch): LanePatch['normalization'] {
  const { hidden } = laneSettings(experiment, patch);
  return hidden.length === 0 && patch.normalization !== 'input' ? 'none' : patch.normalization;
}

/** Whether this normalization measures the rows of a batch, and so needs at least two of them. */
export const needsRows = (place: LanePatch['normalization']): boolean =>
  place !== 'none' && place !== 'layer';

/** @throws {RangeError} on an unknown data set */
export function laneSpec(experiment: Experiment, patch: LanePatch): NetworkSpec {
  const settings = laneSettings(experiment, patch);
  const { hidden, activation, loss } = settings;
  const { task } = datasetOf(experiment.data);
  return {
    sizes: [2, ...hidden, 1],
    activation,
    loss: loss === 'auto' ? (task === 'classification' ? 'bce' : 'mse') : loss,
    normalization: normalizationOf(lanePlace(experiment, patch), settings),
  };
}

function normalizationOf(place: LanePatch['normalization'], settings: Settings): Normalization {
  const { normEps: eps, normMomentum: momentum, affine, keepBias, normNoise: noise } = settings;
  if (place === 'none') return { kind: 'none', place: 'before' };
  if (place === 'layer') return { kind: 'layer', place: 'before', eps, affine };
  return { kind: 'batch', place, eps, momentum, affine, keepBias, noise };
}
