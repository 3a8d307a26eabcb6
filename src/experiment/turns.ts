// How often a path turns back: a coordinate whose steps change sign bounces between the walls of a valley.
import type { Trajectory } from '../trajectory.ts';

export interface Turning {
  /** Index into theta. */
  readonly parameter: number;
  /** Neighbouring steps of opposite sign, as a part of all neighbours: 0 to 1. */
  readonly part: number;
  /** How many of the latest steps were looked at. */
  readonly steps: number;
}

/** Steps looked at, unless told otherwise, and the fewest that say anything. */
const usualWindow = 20;
const fewest = 8;
/** A step shorter than this part of its coordinate is rounding, or arrival. */
const negligible = 1e-9;

/**
 * The coordinate that turned back most often over the latest steps.
 * @returns null before there are eight steps, and once the trajectory has been thinned: neighbouring steps are needed
 */
export function mostTurning(trajectory: Trajectory, window = usualWindow): Turning | null {
  const { count, size, stride, thetas } = trajectory;
  const steps = Math.min(window, count - 1);
  if (stride !== 1 || steps < fewest) return null;
  let best: Turning | null = null;
  for (let parameter = 0; parameter < size; parameter++) {
    let turns = 0;
    let before = 0;
    for (let entry = count - steps; entry < count; entry++) {
      const to = thetas[entry * size + parameter];
      const step = to - thetas[(entry - 1) * size + parameter];
      if (step * before < 0 && Math.abs(step) > negligible * Math.abs(to)) turns++;
      before = step;
    }
    const part = turns / (steps - 1);
    if (best === null || part > best.part) best = { parameter, part, steps };
  }
  return best;
}
