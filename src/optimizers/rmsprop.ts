// RMSProp: each parameter's step is divided by the recent size of its gradient.
import type { Knob } from '../knob.ts';
import { epsilonKnob } from './knobs.ts';
import type { Optimizer } from './optimizer.ts';

const smoothing: Knob = {
  id: 'alpha',
  label: 'Smoothing (alpha)',
  min: 0,
  max: 0.999,
  initial: 0.99,
  scale: 'linear',
};
const epsilon = epsilonKnob(1e-8);

/**
 * Tieleman and Hinton (2012), in PyTorch's form: epsilon stands outside the root. Keras puts it inside, which makes
 * first steps hundreds of times smaller where gradients are tiny, as those of badly scaled inputs are.
 */
export const rmsprop: Optimizer = {
  id: 'rmsprop',
  label: 'RMSProp',
  blurb:
    "Divides each parameter's step by the recent size of its gradient, so flat directions keep pace.",
  formula: 'v = alpha * v + (1 - alpha) * g^2;  theta = theta - rate * g / (sqrt(v) + eps)',
  symbols: {
    memory: [{ symbol: 'v', meaning: 'mean squared gradient' }],
    knobs: { alpha: 'alpha', eps: 'epsilon' },
  },
  knobs: [smoothing, epsilon],
  slots: 1,
  step(theta, gradient, square, _iteration, settings) {
    const rate = settings.learningRate;
    const alpha = settings.alpha ?? smoothing.initial;
    const eps = settings.epsilon ?? epsilon.initial;
    for (let i = 0; i < theta.length; i++) {
      const g = gradient[i];
      square[i] = alpha * square[i] + (1 - alpha) * g * g;
      theta[i] -= (rate * g) / (Math.sqrt(square[i]) + eps);
    }
  },
};
