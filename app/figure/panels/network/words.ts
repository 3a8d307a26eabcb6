// What the parts of a network are called, and what they are now, in words.
import { formatReading, type Lane } from '../../../../src/index.ts';
import { parameterLabel, unitName } from '../../../session/parameter-label.ts';
import type { NetworkGraph, Parameter, Unit } from './graph.ts';

type Named = Pick<Lane, 'features' | 'patch' | 'objective'>;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A parameter's name, with what those of a normalization do. */
export function parameterWords({ name, kind }: Parameter, lane: Named): string {
  const roles = { gamma: ', the scale after normalizing', beta: ', the shift after normalizing' };
  const role = kind === 'gamma' || kind === 'beta' ? roles[kind] : '';
  return `${parameterLabel(name, lane)}${role}`;
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
    return `${parameterWords(parameter, lane)} = ${value(parameter)}`;
  }
  const unit = graph.units.find(({ id }) => id === item);
  if (!unit) return '';
  const { bias, normalization } = unit;
  const numbers = measured(unit);
  const parts = [
    ...(bias ? [`bias = ${value(bias)}`] : []),
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
  lane: Pick<Lane, 'label' | 'theta'> & Named,
  graph: NetworkGraph,
): string {
  const { label, patch, features, theta, objective } = lane;
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
    ? ` The largest of ${count(graph.weights.length, 'weight')} is ${parameterLabel(largest.name, lane)}, ${formatReading(theta[largest.index] ?? NaN)}.`
    : '';
  return `${label}: ${made}; ${count(graph.parameters.size, 'parameter')}.${most}`;
}
