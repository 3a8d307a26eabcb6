// Momentum: a velocity that gathers gradients, so that steps along a valley add up and steps across it cancel.
import { momentumKnob } from './knobs.ts';
import type { Optimizer } from './optimizer.ts';

/** Polyak (1964), in the form of PyTorch's SGD with dampening 0: the learning rate scales the whole velocity. */
export const momentum: Optimizer = {
  id: 'momentum',
  label: 'Momentum',
  blurb: 'Keeps a velocity, so steps along a valley add up while steps across it cancel.',
  formula: 'v = mu * v + g;  theta = theta - rate * v',
  symbols: { memory: [{ symbol: 'v', meaning: 'velocity' }], knobs: { mu: 'momentum' } },
  knobs: [momentumKnob],
  slots: 1,
  step(theta, gradient, velocity, _iteration, settings) {
    const rate = settings.learningRate;
    const mu = settings.momentum ?? momentumKnob.initial;
    for (let i = 0; i < theta.length; i++) {
      velocity[i] = mu * velocity[i] + gradient[i];
      theta[i] -= rate * velocity[i];
    }
  },
};
