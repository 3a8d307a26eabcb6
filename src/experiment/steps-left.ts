// When a run is over: at a step, at the target, or with nobody left to train.
import type { Experiment } from './experiment.ts';
import type { Lane } from './lane.ts';

type Runner = Pick<Lane, 'status' | 'stepsToTarget'>;

/**
 * How many steps may still be taken before the run stops by itself: 0 where it is over, Infinity where only the lanes
 * will tell. To stop at the very step at which the last lane reaches its target, ask after every step.
 *
 * @param iteration steps taken so far
 */
export function stepsLeft(
  { until, untilTarget }: Pick<Experiment, 'until' | 'untilTarget'>,
  lanes: readonly Runner[],
  iteration: number,
): number {
  const isGone = ({ status }: Runner) => status === 'diverged';
  if (lanes.every(isGone)) return 0;
  if (untilTarget && lanes.every((lane) => lane.stepsToTarget !== null || isGone(lane))) return 0;
  return until > 0 ? Math.max(0, until - iteration) : Infinity;
}
