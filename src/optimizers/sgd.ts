// Gradient descent: straight down the gradient, one learning rate for every parameter.
import type { Optimizer } from './optimizer.ts';

export const sgd: Optimizer = {
  id: 'sgd',
  label: 'Gradient descent',
  blurb:
    'Steps straight down the gradient, so the shape of the surface alone decides how well it goes.',
  formula: 'theta = theta - rate * g',
  symbols: { memory: [], knobs: {} },
  knobs: [],
  slots: 0,
  step(theta, gradient, _memory, _iteration, { learningRate }) {
    for (let i = 0; i < theta.length; i++) theta[i] -= learningRate * gradient[i];
  },
};
