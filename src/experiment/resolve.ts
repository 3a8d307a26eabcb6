// What a lane of an experiment comes to, once its patch is laid over the experiment's settings.
import { datasets } from '../data/index.ts';
import type { NetworkSpec, Normalization } from '../network/spec.ts';
import type { Experiment, LanePatch, Settings } from './experiment.ts';

export function laneSettings(experiment: Experiment, patch: LanePatch): Settings {
  return { ...experiment.settings, ...patch.overrides };
}

/**
 * Where the lane's network is normalized. Batch norm belongs to hidden layers, so a network without any has none,
 * unless its inputs are normalized.
 */
export function lanePlace(experiment: Experiment, patch: LanePatch): LanePatch['normalization'] {
  const { hidden } = laneSettings(experiment, patch);
  return hidden.length === 0 && patch.normalization !== 'input' ? 'none' : patch.normalization;
}

/** @throws {RangeError} on an unknown data set */
export function laneSpec(experiment: Experiment, patch: LanePatch): NetworkSpec {
  const { hidden, activation, loss } = laneSettings(experiment, patch);
  const { task } = datasets.get(experiment.data.id);
  const place = lanePlace(experiment, patch);
  const normalization: Normalization =
    place === 'none' ? { kind: 'none', place: 'before' } : { kind: 'batch', place };
  return {
    sizes: [2, ...hidden, 1],
    activation,
    loss: loss === 'auto' ? (task === 'classification' ? 'bce' : 'mse') : loss,
    normalization,
  };
}
