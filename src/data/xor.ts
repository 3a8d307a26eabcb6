// Exclusive or: the textbook case of a task beyond one neuron (Minsky and Papert, Perceptrons, 1969).
import { createPlanar } from './planar.ts';

export const xor = createPlanar({
  id: 'xor',
  label: 'Exclusive or',
  blurb:
    'Whether the two inputs lie on different sides of their middle, which one neuron cannot tell.',
  depth(x, y) {
    const distance = Math.min(Math.abs(x), Math.abs(y));
    return x > 0 === y > 0 ? -distance : distance;
  },
});
