// Two classes either side of a wavy line, over two inputs of unlike scale.
import { sin } from '../math/elementary/trigonometry.ts';
import { createRanged } from './ranged.ts';

export const twoScalesClasses = createRanged({
  id: 'two-scales-classes',
  label: 'Two scales, two classes',
  blurb: 'Two classes either side of a wavy line, over two inputs of unlike scale.',
  task: 'classification',
  // The border is sharp: classes carry no noise.
  target: (u, v) => (u + v - 1 + 0.3 * sin(6 * (u - 0.5)) > 0 ? 1 : 0),
});
