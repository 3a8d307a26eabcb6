// A plane over two inputs, one of them a hundred times smaller: the plainest case of a badly scaled problem.
import { createRanged } from './ranged.ts';

export const twoScales = createRanged({
  id: 'two-scales',
  label: 'Two scales',
  blurb:
    'A straight relation between a target and two inputs, one of which is a hundred times smaller.',
  task: 'regression',
  target: (u, v, noise) => u + v - 1 + noise,
});
