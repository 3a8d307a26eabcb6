// Initializations: how the starting weights are drawn.
import type { Random } from '../math/random.ts';
import { createRegistry } from '../registry.ts';
import type { Entry } from '../registry.ts';
import type { Layout } from './layout.ts';

export interface Initialization extends Entry {
  /** The distribution of one weight in plain text. */
  readonly formula: string;
  /** One weight of a layer with `fanIn` inputs and `fanOut` units. */
  draw(fanIn: number, fanOut: number, random: Random): number;
}

const symmetric = (bound: number, random: Random) => bound * (2 * random.uniform() - 1);

/** Glorot and Bengio (2010), equation 16; PyTorch's `xavier_uniform_` with gain 1. */
const xavier: Initialization = {
  id: 'xavier',
  label: 'Xavier',
  blurb: 'Keeps signals and gradients of similar size from layer to layer: made for tanh.',
  formula: 'uniform(-a, a), a = sqrt(6 / (fanIn + fanOut))',
  draw: (fanIn, fanOut, random) => symmetric(Math.sqrt(6 / (fanIn + fanOut)), random),
};

/** He et al. (2015), equation 10; PyTorch's `kaiming_uniform_` with the gain of ReLU, sqrt(2). */
const he: Initialization = {
  id: 'he',
  label: 'He',
  blurb: 'Larger weights that make up for the half of the signal which ReLU blocks.',
  formula: 'uniform(-a, a), a = sqrt(6 / fanIn)',
  draw: (fanIn, _fanOut, random) => symmetric(Math.sqrt(6 / fanIn), random),
};

/** LeCun et al. (1998), "Efficient BackProp", equation 16. */
const lecun: Initialization = {
  id: 'lecun',
  label: 'LeCun',
  blurb: 'Normal weights that give a unit a sum of variance 1 if its inputs are standardized.',
  formula: 'normal(0, 1 / fanIn)',
  draw: (fanIn, _fanOut, random) => random.normal() / Math.sqrt(fanIn),
};

const small: Initialization = {
  id: 'small',
  label: 'Small',
  blurb: 'Normal weights of size 0.1: the network starts out nearly constant.',
  formula: 'normal(0, 0.01)',
  draw: (_fanIn, _fanOut, random) => 0.1 * random.normal(),
};

const zero: Initialization = {
  id: 'zero',
  label: 'Zero',
  blurb: 'All weights 0: fine for one neuron, while hidden units start alike and stay alike.',
  formula: '0',
  draw: () => 0,
};

export const initializations = createRegistry<Initialization>('initialization', [
  xavier,
  he,
  lecun,
  small,
  zero,
]);

/**
 * The starting parameters: weights drawn layer by layer and row by row, biases and beta 0, gamma 1.
 * Only weights draw, so networks of the same sizes with and without batch norm start with the same weights.
 *
 * @throws {RangeError} on an unknown initialization
 */
export function initialize(layout: Layout, initialization: string, random: Random): Float64Array {
  const { draw } = initializations.get(initialization);
  const theta = new Float64Array(layout.size);
  for (const { inputs, units, weights } of layout.layers) {
    for (let k = 0; k < units * inputs; k++) theta[weights + k] = draw(inputs, units, random);
  }
  for (const slots of [layout.inputNormalization, ...layout.layers.map((l) => l.normalization)]) {
    if (slots && slots.gamma !== null) theta.fill(1, slots.gamma, slots.gamma + slots.units);
  }
  return theta;
}
