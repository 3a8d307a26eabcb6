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

/**
 * `Raw inputs`, `Standardized`, `Raw + batch norm`; settings of the lane's own follow, as in `Raw inputs, lr 0.3`. A norm
 * that has no hidden layer to stand at is off, and said to be: `Raw, batch norm off`.
 */
export function laneLabel(experiment: Experiment, patch: LanePatch): string {
  const place = lanePlace(experiment, patch);
  const { label } = scalings.get(patch.scaling);
  const isRaw = patch.scaling === 'none';
  const off = place === patch.normalization ? '' : offWords(patch);
  const name = isRaw ? (place === 'none' && off === '' ? 'Raw inputs' : 'Raw') : label;
  const own = settingKeys.flatMap((key) => {
    const text = key.write(patch.overrides);
    return text === null ? [] : [`, ${key.name} ${text}`];
  });
  return name + normalizationWords[place] + off + own.join('');
}

const offWords = ({ normalization }: LanePatch) =>
  normalization === 'layer' ? ', layer norm off' : ', batch norm off';

/** The labels of all lanes; one that is taken gets a number behind it, as in `Raw inputs (2)`. */
export function laneLabels(experiment: Experiment): string[] {
  const taken = new Set<string>();
  return experiment.lanes.map((patch) => {
    const head = laneLabel(experiment, patch);
    let label = head;
    for (let k = 2; taken.has(label); k++) label = `${head} (${k})`;
    taken.add(label);
    return label;
  });
}
