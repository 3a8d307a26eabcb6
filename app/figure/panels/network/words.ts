// What the parts of a network are called, and what they are now, in words.
import type { Lane } from '../../../../src/index.ts';
import { formatReading } from '../../../number-format.ts';
import type { NetworkGraph, Parameter, Unit } from './graph.ts';

type Named = Pick<Lane, 'features' | 'patch'>;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `x1`, `scaled x1`, or `component 1` where the inputs are mixed. */
export function inputName({ features, patch }: Named, input: number): string {
  if (patch.scaling === 'pca') return `component ${input + 1}`;
  const feature = features[input === 0 ? 0 : 1];
  return patch.scaling === 'none' ? feature : `scaled ${feature}`;
}

export function unitName(
  { layer, unit }: Pick<Unit, 'layer' | 'unit'>,
  { sizes }: Pick<NetworkGraph, 'sizes'>,
  lane: Named,
): string {
  if (layer === 0) return inputName(lane, unit);
  if (layer === sizes.length - 1) return 'the output';
  return sizes.length === 3 ? `unit ${unit + 1}` : `unit ${unit + 1} of layer ${layer}`;
}

/** `x1 → unit 2`, `bias of unit 2`. */
export function parameterWords(parameter: Parameter, graph: NetworkGraph, lane: Named): string {
  const { kind, layer, unit, input } = parameter;
  const to = unitName({ layer, unit }, graph, lane);
  if (kind === 'weight') {
    return `${unitName({ layer: layer - 1, unit: input }, graph, lane)} → ${to}`;
  }
  const role = {
    bias: 'bias',
    gamma: 'γ, the scale after normalizing,',
    beta: 'β, the shift after normalizing,',
  };
  return `${role[kind]} of ${to}`;
}

/** Mean and deviation that batch norm measures for a unit, now. */
export interface Measured {
  readonly mean: number;
  readonly deviation: number;
}

/** One line: the name of an item, its number now, and what it is. */
export function itemWords(
  item: string,
  graph: NetworkGraph,
  lane: Named & Pick<Lane, 'theta'>,
  measured: (unit: Unit) => Measured | null,
): string {
  const value = (parameter: Parameter) => formatReading(lane.theta[parameter.index] ?? NaN);
  const parameter = graph.parameters.get(item);
  if (parameter) {
    return `${item} = ${value(parameter)}, ${parameterWords(parameter, graph, lane)}`;
  }
  const unit = graph.units.find(({ id }) => id === item);
  if (!unit) return '';
  const { bias, normalization } = unit;
  const numbers = measured(unit);
  const parts = [
    ...(bias ? [`bias ${bias.name} = ${value(bias)}`] : []),
    ...(numbers
      ? [`μ = ${formatReading(numbers.mean)}`, `σ = ${formatReading(numbers.deviation)}`]
      : []),
    ...(normalization?.gamma ? [`γ = ${value(normalization.gamma)}`] : []),
    ...(normalization?.beta ? [`β = ${value(normalization.beta)}`] : []),
  ];
  const name = capital(unitName(unit, graph, lane));
  if (parts.length > 0) return `${name}: ${parts.join(', ')}`;
  return unit.layer === 0 ? `${name}: an input` : `${name}: no numbers of its own`;
}

const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;

/** `4 tanh units`, `8 layers of 8 tanh units`, `layers of 4 and 2 tanh units`. */
function hiddenWords(hidden: readonly number[], activation: string): string {
  const [first = 0] = hidden;
  if (hidden.length === 0) return 'no hidden layer';
  if (hidden.length === 1) return `one hidden layer of ${count(first, `${activation} unit`)}`;
  if (hidden.every((units) => units === first)) {
    return `${hidden.length} hidden layers of ${count(first, `${activation} unit`)}`;
  }
  return `hidden layers of ${hidden.join(', ')} ${activation} units`;
}

const normalizationWords: Readonly<Record<Lane['patch']['normalization'], string>> = {
  none: '',
  before: ', batch norm before each activation',
  after: ', batch norm after each activation',
  input: ', batch norm on the inputs',
  layer: ', layer norm before each activation',
};

/** The network in a sentence or two, for readers who do not see it. */
export function describeNetwork(
  { label, patch, features, theta, objective }: Pick<Lane, 'label' | 'theta' | 'objective'> & Named,
  graph: NetworkGraph,
): string {
  const { spec } = objective;
  const hidden = spec.sizes.slice(1, -1);
  const isNormalized = graph.units.some(({ normalization }) => normalization !== null);
  const made = `inputs ${features.join(' and ')}, ${hiddenWords(hidden, spec.activation)}${isNormalized ? normalizationWords[patch.normalization] : ''}, one output`;
  let largest: Parameter | undefined;
  for (const weight of graph.weights) {
    const size = Math.abs(theta[weight.index] ?? 0);
    if (!largest || size > Math.abs(theta[largest.index] ?? 0)) largest = weight;
  }
  const most = largest
    ? ` The largest of ${count(graph.weights.length, 'weight')} is ${largest.name}, ${formatReading(theta[largest.index] ?? NaN)}.`
    : '';
  return `${label}: ${made}; ${count(graph.parameters.size, 'parameter')}.${most}`;
}
