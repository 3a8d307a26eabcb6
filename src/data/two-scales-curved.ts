// A curved relation over two inputs of unlike scale, which takes a network with a hidden layer.
import { sin } from '../math/elementary/trigonometry.ts';
import { createRanged } from './ranged.ts';

export const twoScalesCurved = createRanged({
  id: 'two-scales-curved',
  label: 'Two scales, curved',
  blurb: 'A curved relation between a target and two inputs of unlike scale, for a hidden layer.',
  task: 'regression',
  target: (u, v, noise) => sin(3 * u) + v * v - 1 + noise,
});
