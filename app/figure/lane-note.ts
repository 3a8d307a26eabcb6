// One line under a lane's pictures: what the surface is a slice of, since that is easily forgotten.
import { percent, residual, type Experiment, type SliceChoice } from '../../src/index.ts';
import { formatReading } from '../number-format.ts';
import type { LaneView } from '../session/types.ts';

/**
 * @param slice which directions are drawn
 * @param around where the plane goes through: the parameters as they are now, as at step 0, or as at the latest step
 */
export function laneNote(view: LaneView, slice: SliceChoice, around: Experiment['around']): string {
  const { lane, adrift, surfaceIteration } = view;
  if (adrift) {
    const step = surfaceIteration.toLocaleString('en');
    return `The path has left the map. The surface is that of step ${step}.`;
  }
  const { size, names } = lane.objective;
  if (slice.kind !== 'weights') return directionsNote(view, slice, around);
  const live = around === 'live';
  const bias = names.indexOf('b1[0]');
  if (size === 3 && bias >= 0 && around !== 'end') {
    return live
      ? `A slice at bias ${formatReading(lane.theta[bias] ?? 0)}: the bias is learned too, and moves the slice.`
      : `A slice at the starting bias ${formatReading(lane.start[bias] ?? 0)}; the bias is learned too.`;
  }
  return `A slice along 2 of ${size} parameters; the others are as ${places[around](view)}.`;
}

const step = (iteration: number) => iteration.toLocaleString('en');

/** Where a plane goes through, in words. */
const places: Record<Experiment['around'], (view: LaneView) => string> = {
  live: () => 'they are now',
  start: () => 'at step 0',
  end: ({ endIteration }) => `at the latest step, ${step(endIteration)}`,
};

/** What a plane along directions through all parameters shows, and how much of the path it leaves out. */
function directionsNote(view: LaneView, slice: SliceChoice, around: Experiment['around']): string {
  const { frame, frameIteration, lane } = view;
  if (frame.problem !== null) return frame.problem;
  const where = { live: 'the current weights', start: 'the start', end: 'the latest weights' };
  const { explained } = frame;
  const share = explained ? explained[0] + explained[1] : null;
  const holds =
    share === null
      ? `${around === 'start' ? 'this step' : 'the start'} ${distanceWords(leftOut(view, around))}`
      : `it holds ${percent(share)} of ${slice.kind === 'pca-all' ? 'all paths’' : 'the path’s'} variance`;
  const since = frameIteration > 0 ? `, as of step ${step(frameIteration)}` : '';
  return `A plane through ${where[around]} among ${lane.objective.size} dimensions${since}; ${holds}.`;
}

/** What is nearer to a plane than this differs from it by rounding. */
const rounding = 1e-9;

const distanceWords = (distance: number) =>
  distance < rounding ? 'lies in it' : `is ${formatReading(distance)} away from it`;

/** How far the other end of the path is from the plane that is drawn. */
function leftOut({ surface, lane }: LaneView, around: Experiment['around']): number {
  if (!surface) return 0;
  return residual(surface.plane, around === 'start' ? lane.theta : lane.start);
}
