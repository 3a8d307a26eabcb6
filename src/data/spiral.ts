// Two arms that wind round each other: the hardest of the flat sets.
import { asin, cos, sin } from '../math/elementary/trigonometry.ts';
import { createPlanar } from './planar.ts';

/** Whole turns of each arm from the middle to the rim. */
const turns = 1.25;
/** Where the arms end on the rim, so that they touch all four sides of the square. */
const tip = Math.PI / 4;

/**
 * 1 on the middle line of one arm, -1 on that of the other, and 0 half-way between them: the cosine of the angle of the
 * place less the angle of the arm at its radius.
 */
function side(x: number, y: number): number {
  const radius = Math.sqrt(x * x + y * y);
  const arm = tip + 2 * Math.PI * turns * (radius - 1);
  if (radius === 0) return cos(arm);
  // Rounding may carry it past 1, which is no sine.
  return Math.max(-1, Math.min(1, (x * cos(arm) + y * sin(arm)) / radius));
}

export const spiral = createPlanar({
  id: 'spiral',
  label: 'Spiral',
  blurb: 'Two arms that wind round each other, which takes a larger network and patience.',
  // Across the arms a whole turn of the angle is 1 / turns of the way from the middle to the rim.
  depth: (x, y) => -asin(side(x, y)) / (2 * Math.PI * turns),
  isOccupied: (x, y) => Math.abs(side(x, y)) > 0.5 && x * x + y * y < 1,
});
