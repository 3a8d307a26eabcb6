// Adagrad: each parameter's step shrinks with all the gradients it has ever seen.
import { epsilonKnob } from './knobs.ts';
import type { Optimizer } from './optimizer.ts';

const epsilon = epsilonKnob(1e-10);

/** Duchi, Hazan and Singer (2011), in PyTorch's form: the sum starts at 0, and epsilon stands outside the root. */
export const adagrad: Optimizer = {
  id: 'adagrad',
  label: 'Adagrad',
  blurb: 'Gives each parameter its own rate, which only ever shrinks as its gradients add up.',
  formula: 's = s + g^2;  theta = theta - rate * g / (sqrt(s) + eps)',
  symbols: {
    memory: [{ symbol: 's', meaning: 'sum of squared gradients' }],
    knobs: { eps: 'epsilon' },
  },
  knobs: [epsilon],
  slots: 1,
  step(theta, gradient, sum, _iteration, settings) {
    const rate = settings.learningRate;
    const eps = settings.epsilon ?? epsilon.initial;
    for (let i = 0; i < theta.length; i++) {
      const g = gradient[i];
      sum[i] += g * g;
      theta[i] -= (rate * g) / (Math.sqrt(sum[i]) + eps);
    }
  },
};
