// What a parameter is called on an axis, in words.
import type { Lane } from '../../src/index.ts';

/**
 * `W1[0][1]` becomes `weight of scaled hue` for one neuron, and `hue → unit 1` in a larger network: the same
 * name in two lanes does not mean the same weight when their inputs are scaled differently.
 *
 * @param name as in the objective's `names`
 * @param inRawUnits whether it is the weight that raw inputs meet, with their scaling folded in
 */
export function parameterLabel(
  name: string,
  lane: Pick<Lane, 'features' | 'patch' | 'objective'>,
  inRawUnits = false,
): string {
  const weight = /^W(\d+)\[(\d+)\]\[(\d+)\]$/.exec(name);
  if (!weight) return name;
  const [layer, unit, input] = [Number(weight[1]), Number(weight[2]), Number(weight[3])];
  if (layer > 1) return `unit ${input + 1} → unit ${unit + 1} of layer ${layer}`;
  const { scaling } = lane.patch;
  if (inRawUnits) {
    const raw = `raw ${lane.features[input === 0 ? 0 : 1]}`;
    return lane.objective.spec.sizes.length > 2 ? `${raw} → unit ${unit + 1}` : `weight of ${raw}`;
  }
  const isMixed = scaling === 'pca';
  const feature = isMixed ? `component ${input + 1}` : lane.features[input === 0 ? 0 : 1];
  if (lane.objective.spec.sizes.length > 2) return `${feature} → unit ${unit + 1}`;
  return scaling === 'none' || isMixed ? `weight of ${feature}` : `weight of scaled ${feature}`;
}
