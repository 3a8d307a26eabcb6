// Two half moons that reach into each other.
import { createPlanar } from './planar.ts';

/** Half the width of a moon's band, where the middle of the band is a half circle of radius 1. */
const halfWidth = 0.15;

/** From the square to the moons, whose bands then touch all four of its sides. */
const across = (x: number) => 0.5 + (1.5 + halfWidth) * x;
const up = (y: number) => 0.25 + (0.75 + halfWidth) * y;

/** About how many of the moons' units half a range is. */
const zoom = 1.25;

/** Distance to the upper half of the circle of radius 1 about the origin. */
function distanceToArch(x: number, y: number): number {
  if (y >= 0) return Math.abs(Math.sqrt(x * x + y * y) - 1);
  const beside = Math.abs(x) - 1;
  return Math.sqrt(beside * beside + y * y);
}

/** Distances to the upper moon, and to the lower one: the upper, turned by half a turn about (0.5, 0.25). */
const distances = (x: number, y: number) =>
  [distanceToArch(across(x), up(y)), distanceToArch(1 - across(x), 0.5 - up(y))] as const;

export const moons = createPlanar({
  id: 'moons',
  label: 'Moons',
  blurb: 'Two half moons that reach into each other, told apart by a border in the shape of an S.',
  depth(x, y) {
    const [upper, lower] = distances(x, y);
    return (upper - lower) / (2 * zoom);
  },
  isOccupied: (x, y) => Math.min(...distances(x, y)) < halfWidth,
});
