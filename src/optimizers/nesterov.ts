// Nesterov's momentum: momentum that already counts the step it is about to take.
import { momentumKnob } from './knobs.ts';
import type { Optimizer } from './optimizer.ts';

/** Nesterov (1983), in the form of Sutskever et al. (2013) that PyTorch uses: the gradient is that of `theta` itself. */
export const nesterov: Optimizer = {
  id: 'nesterov',
  label: 'Nesterov momentum',
  blurb: 'Momentum that looks one step ahead, and so overshoots less.',
  formula: 'v = mu * v + g;  theta = theta - rate * (g + mu * v)',
  symbols: { memory: [{ symbol: 'v', meaning: 'velocity' }], knobs: { mu: 'momentum' } },
  knobs: [momentumKnob],
  slots: 1,
  step(theta, gradient, velocity, _iteration, settings) {
    const rate = settings.learningRate;
    const mu = settings.momentum ?? momentumKnob.initial;
    for (let i = 0; i < theta.length; i++) {
      velocity[i] = mu * velocity[i] + gradient[i];
      theta[i] -= rate * (gradient[i] + mu * velocity[i]);
    }
  },
};
