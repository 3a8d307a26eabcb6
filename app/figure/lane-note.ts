// One line under a lane's pictures: what the surface is a slice of, since that is easily forgotten.
import {
  formatReading,
  percent,
  residual,
  slices,
  type Experiment,
  type Lane,
  type SliceChoice,
} from '../../src/index.ts';
import type { LaneView } from '../session/types.ts';

/** What a note begins with, but for one on a path that has left the map. */
export const sliceWord = 'Slice';

/**
 * @param slice which directions are drawn
 * @param around where the plane goes through: the parameters as they are now, as at step 0, or as at the latest step
 */
export function laneNote(view: LaneView, slice: SliceChoice, around: Experiment['around']): string {
  const { lane, adrift, surfaceIteration } = view;
  if (adrift) {
    const step = surfaceIteration.toLocaleString('en');
    return `The path has left the map, which stays as it was at step ${step}.`;
  }
  const { size, names } = lane.objective;
  if (slice.kind !== 'weights') return directionsNote(view, slice, around);
  const bias = names.indexOf('b1[0]');
  if (size === 3 && bias >= 0 && around !== 'end') {
    return around === 'live'
      ? `${sliceWord} at bias ${formatReading(lane.theta[bias] ?? 0)}: the map moves as the bias learns.`
      : `${sliceWord} at the starting bias ${formatReading(lane.start[bias] ?? 0)}: the path leaves it as the bias learns.`;
  }
  const along = `${sliceWord} along 2 of ${size} parameters`;
  return around === 'live'
    ? `${along}: the map moves as the others learn.`
    : `${along}; the others are as ${places[around](view)}.`;
}

const step = (iteration: number) => iteration.toLocaleString('en');

/** Where a plane goes through, in words. */
const places: Record<Exclude<Experiment['around'], 'live'>, (view: LaneView) => string> = {
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
  const since =
    frameIteration > 0 ? `, along directions found at step ${step(frameIteration)}` : '';
  return `${sliceWord} of ${lane.objective.size} parameters through ${where[around]}${since}; ${holds}.`;
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

/** What a slice is, for somebody who has never seen one, and what this one is along. */
export function sliceMeaning(
  { objective }: Pick<Lane, 'objective'>,
  slice: SliceChoice,
  around: Experiment['around'],
): string {
  const rest = objective.size - 2;
  const others = rest === 1 ? 'the other one' : `the other ${rest}`;
  return [
    `A loss depends on all ${objective.size} parameters of a network, its weights and biases, and a picture has room for two directions: a slice varies these and holds the rest still.`,
    slice.kind === 'weights' ? '' : `This one: ${lowered(slices.get(slice.kind).blurb)}`,
    around === 'live' && slice.kind === 'weights'
      ? `Here ${others} ${rest === 1 ? 'is' : 'are'} held where training has brought ${rest === 1 ? 'it' : 'them'} by now, so the map changes from step to step; older steps of the path fade, as the map was another then.`
      : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
