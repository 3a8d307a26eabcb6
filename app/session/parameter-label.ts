// What units and parameters are called, in words: the same on axes, in diagrams, menus, tables and sentences.
import type { Lane } from '../../src/index.ts';

type Named = Pick<Lane, 'features' | 'patch'>;

/** `x1`, `scaled x1`, or `component 1` where the inputs are mixed. */
export function inputName({ features, patch }: Named, input: number): string {
  if (patch.scaling === 'pca') return `component ${input + 1}`;
  const feature = features[input === 0 ? 0 : 1];
  return patch.scaling === 'none' ? feature : `scaled ${feature}`;
}

/** @param sizes units of each layer, the inputs first */
export function unitName(
  { layer, unit }: { readonly layer: number; readonly unit: number },
  { sizes }: { readonly sizes: readonly number[] },
  lane: Named,
): string {
  if (layer === 0) return inputName(lane, unit);
  if (layer === sizes.length - 1) return 'the output';
  return sizes.length === 3 ? `unit ${unit + 1}` : `unit ${unit + 1} of layer ${layer}`;
}

/**
 * `W1[0][1]` becomes `weight of scaled hue` for one neuron, and `scaled hue → unit 1` in a larger network: the same
 * name in two lanes does not mean the same weight when their inputs are scaled differently.
 *
 * @param name as in the objective's `names`
 * @param inRawUnits whether it is the weight that raw inputs meet, with their scaling folded in
 */
export function parameterLabel(
  name: string,
  lane: Named & Pick<Lane, 'objective'>,
  inRawUnits = false,
): string {
  const [, kind = '', ...places] =
    /^(W|b|gamma|beta)(\d+)\[(\d+)\](?:\[(\d+)\])?$/.exec(name) ?? [];
  const [layer = 0, unit = 0, input = 0] = places.map(Number);
  const { sizes } = lane.objective.spec;
  const to = unitName({ layer, unit }, { sizes }, lane);
  if (kind === 'b') return sizes.length > 2 ? `bias of ${to}` : 'bias';
  if (kind !== 'W') return kind ? `${kind === 'gamma' ? 'γ' : 'β'} of ${to}` : name;
  const raw = inRawUnits ? `raw ${lane.features[input === 0 ? 0 : 1]}` : inputName(lane, input);
  if (sizes.length === 2) return `weight of ${raw}`;
  const end = layer === 1 ? `unit ${unit + 1}` : to.replace('the ', '');
  return `${layer === 1 ? raw : `unit ${input + 1}`} → ${end}`;
}

/** The name that a parameter has in every lane: inputs are called by what they are before any scaling, if lanes differ. */
export function commonLabel(name: string, lanes: readonly (Named & Pick<Lane, 'objective'>)[]) {
  const labels = lanes.map((lane) => parameterLabel(name, lane));
  const [first] = lanes;
  if (!first || new Set(labels).size === 1) return labels[0] ?? name;
  return parameterLabel(name, {
    ...first,
    objective: first.objective,
    patch: { ...first.patch, scaling: 'none' },
  });
}
