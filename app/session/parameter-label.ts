// What a parameter is called on an axis: its own name, and in words what it weighs.

/**
 * `W1[0][1]` becomes `w₂, the weight of hue` for one neuron, and `W1[0][1], hue → unit 1` in a larger network.
 *
 * @param features the names of the two inputs
 * @param depth the number of layers with weights; 1 for one neuron
 */
export function parameterLabel(
  name: string,
  features: readonly [string, string],
  depth: number,
): string {
  const weight = /^W(\d+)\[(\d+)\]\[(\d+)\]$/.exec(name);
  if (!weight) return name;
  const [layer, unit, input] = [Number(weight[1]), Number(weight[2]), Number(weight[3])];
  if (layer > 1) return `${name}, unit ${input + 1} → ${unit + 1} of layer ${layer}`;
  const feature = features[input === 0 ? 0 : 1];
  return depth === 1 ? `weight of ${feature}` : `${name}, ${feature} → unit ${unit + 1}`;
}
