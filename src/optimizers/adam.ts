// Adam: momentum, divided by the recent size of the gradient, both corrected for having started at 0.
import { wholePower } from '../math/elementary/whole-power.ts';
import type { Knob } from '../knob.ts';
import { epsilonKnob } from './knobs.ts';
import type { Optimizer } from './optimizer.ts';

const beta1: Knob = {
  id: 'beta1',
  label: 'Memory of the gradient (beta 1)',
  min: 0,
  max: 0.99,
  initial: 0.9,
  scale: 'linear',
};
const beta2: Knob = {
  id: 'beta2',
  label: 'Memory of its square (beta 2)',
  min: 0,
  max: 0.9999,
  initial: 0.999,
  scale: 'linear',
};
const epsilon = epsilonKnob(1e-8);

/** Kingma and Ba (2015), algorithm 1, as in PyTorch: epsilon is added to the corrected root. */
export const adam: Optimizer = {
  id: 'adam',
  label: 'Adam',
  blurb:
    'Momentum with a rate of its own for each parameter: the usual first choice in deep learning.',
  formula:
    'm = b1 * m + (1 - b1) * g;  v = b2 * v + (1 - b2) * g^2;  ' +
    'theta = theta - rate * m / (1 - b1^t) / (sqrt(v / (1 - b2^t)) + eps)',
  symbols: {
    memory: [
      { symbol: 'm', meaning: 'mean gradient' },
      { symbol: 'v', meaning: 'mean squared gradient' },
    ],
    knobs: { b1: 'beta1', b2: 'beta2', eps: 'epsilon' },
  },
  knobs: [beta1, beta2, epsilon],
  slots: 2,
  step(theta, gradient, memory, iteration, settings) {
    const size = theta.length;
    const b1 = settings.beta1 ?? beta1.initial;
    const b2 = settings.beta2 ?? beta2.initial;
    const eps = settings.epsilon ?? epsilon.initial;
    const rate = settings.learningRate / (1 - wholePower(b1, iteration));
    const rootCorrection = Math.sqrt(1 - wholePower(b2, iteration));
    // The first block of the memory is the mean gradient, the second the mean square.
    for (let i = 0; i < size; i++) {
      const g = gradient[i];
      const mean = b1 * memory[i] + (1 - b1) * g;
      const square = b2 * memory[size + i] + (1 - b2) * g * g;
      memory[i] = mean;
      memory[size + i] = square;
      theta[i] -= (rate * mean) / (Math.sqrt(square) / rootCorrection + eps);
    }
  },
};
