// AdamW: Adam, with every parameter pulled towards 0 by a fraction that does not pass through Adam's division.
import type { Knob } from '../knob.ts';
import { adam } from './adam.ts';
import type { Optimizer } from './optimizer.ts';

const weightDecay: Knob = {
  id: 'weightDecay',
  label: 'Weight decay',
  min: 0,
  max: 1,
  initial: 0.01,
  scale: 'linear',
};

/** Loshchilov and Hutter (2019), algorithm 2, as in PyTorch: the decay is scaled by the learning rate and comes first. */
export const adamw: Optimizer = {
  id: 'adamw',
  label: 'AdamW',
  blurb: 'Adam that also shrinks every weight a little at each step, which keeps weights small.',
  formula: `theta = theta - rate * decay * theta;  ${adam.formula}`,
  symbols: { memory: adam.symbols.memory, knobs: { ...adam.symbols.knobs, decay: 'weightDecay' } },
  knobs: [...adam.knobs, weightDecay],
  slots: adam.slots,
  decoupledDecay: true,
  step(theta, gradient, memory, iteration, settings) {
    const kept = 1 - settings.learningRate * (settings.weightDecay ?? weightDecay.initial);
    for (let i = 0; i < theta.length; i++) theta[i] *= kept;
    adam.step(theta, gradient, memory, iteration, settings);
  },
};
