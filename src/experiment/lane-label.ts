// What a lane is called: what sets it apart, in words.
import { scalings } from '../scaling/index.ts';
import type { Experiment, LanePatch } from './experiment.ts';
import { lanePlace } from './resolve.ts';
import { settingKeys } from './setting-keys.ts';

const normalizationWords: Readonly<Record<LanePatch['normalization'], string>> = {
  none: '',
  before: ' + batch norm',
  after: ' + batch norm after activation',
  input: ' + batch norm on inputs',
  layer: ' + layer norm',
};

/** `Raw inputs`, `Standardized`, `Raw + batch norm`; settings of the lane's own follow, as in `Raw inputs, lr 0.3`. */
export function laneLabel(experiment: Experiment, patch: LanePatch): string {
  const place = lanePlace(experiment, patch);
  const { label } = scalings.get(patch.scaling);
  const isRaw = patch.scaling === 'none';
  const name = isRaw ? (place === 'none' ? 'Raw inputs' : 'Raw') : label;
  const own = settingKeys.flatMap((key) => {
    const text = key.write(patch.overrides);
    return text === null ? [] : [`, ${key.name} ${text}`];
  });
  return name + normalizationWords[place] + own.join('');
}
