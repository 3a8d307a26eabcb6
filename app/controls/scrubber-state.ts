// The line of a run as a slider shows it.
import { formatCount } from '../../src/index.ts';

export interface ScrubberState {
  /** The step at the right end; at least 1, since a slider without length cannot be drawn. */
  readonly last: number;
  readonly now: number;
  /** How much of the line lies behind, in percent. */
  readonly part: number;
  /** What a screen reader says. */
  readonly text: string;
}

/** @param furthest the most steps taken since the run began */
export function scrubberState(iteration: number, furthest: number): ScrubberState {
  const last = Math.max(1, furthest, iteration);
  return {
    last,
    now: iteration,
    part: (100 * iteration) / last,
    text: `step ${formatCount(iteration)} of ${formatCount(Math.max(furthest, iteration))}`,
  };
}
