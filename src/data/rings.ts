// Two rings, one inside the other, with a gap between them.
import { createPlanar } from './planar.ts';

export const rings = createPlanar({
  id: 'rings',
  label: 'Rings',
  blurb: 'One ring inside another, with a gap between them.',
  depth: (x, y) => 0.6 - Math.sqrt(x * x + y * y),
  isOccupied(x, y) {
    const radius = Math.sqrt(x * x + y * y);
    return (radius > 0.25 && radius < 0.45) || (radius > 0.75 && radius < 1);
  },
});
