// A disc in a square: the plainest border that no straight line can be.
import { createPlanar } from './planar.ts';

/** That of half the square's area, so that points lie equally dense on both sides of the border. */
const radius = Math.sqrt(2 / Math.PI);

export const disc = createPlanar({
  id: 'disc',
  label: 'Disc',
  blurb: 'Inside a circle or outside it, which takes a hidden layer to tell.',
  depth: (x, y) => radius - Math.sqrt(x * x + y * y),
});
