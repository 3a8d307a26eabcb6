// Two normal inputs that are correlated: what standardizing leaves behind, and whitening does not.
import { createDrawn } from './drawn.ts';

/** Standard deviations from the middle of a range to its ends. */
const reach = 3;
const position = (z: number) => Math.min(Math.max(0.5 + z / (2 * reach), 0), 1);

/**
 * In their own ranges, -3 to 3, the inputs have mean 0, standard deviation 1 and correlation `rho`, and the target is
 * their sum: already standardized, so that the condition number (1 + |rho|) / (1 - |rho|) is all there is. The three in
 * a thousand values that would lie beyond 3 are put on the end of the range.
 */
export const gaussians = createDrawn({
  id: 'gaussians',
  label: 'Correlated inputs',
  blurb:
    'The sum of two normal inputs that rise and fall together, as strongly as the correlation says.',
  task: 'regression',
  ranges: [
    [-reach, reach],
    [-reach, reach],
  ],
  knobs: [
    { id: 'rho', label: 'Correlation', min: -0.99, max: 0.99, initial: 0.9, scale: 'linear' },
  ],
  start: (random, noise, [rho]) => {
    const rest = Math.sqrt(1 - rho * rho);
    return () => {
      const z = random.normal();
      const u = position(z);
      const v = position(rho * z + rest * random.normal());
      return [u, v, 2 * reach * (u + v - 1) + noise * random.normal()];
    };
  },
});
