// One line under a lane's pictures: what the surface is a slice of, since that is easily forgotten.
import {
  formatReading,
  percent,
  residual,
  slices,
  type Experiment,
  type Lane,
  type SliceChoice,
  formatCount,
} from '../../src/index.ts';
import type { LaneView } from '../session/types.ts';

/** What of a view the sentence on its slice is made of. */
type Sliced = Pick<LaneView, 'lane' | 'endIteration' | 'frame' | 'frameIteration'> & {
  /** How far the other end of the path is from the plane that is drawn, where that is told. */
  readonly distance: number;
};

/** What a note begins with, but for one on a path that has left the map. */
export const sliceWord = 'Slice';

/**
 * @param slice which directions are drawn
 * @param around where the plane goes through: the parameters as they are now, as at step 0, or as at the latest step
 */
export function laneNote(view: LaneView, slice: SliceChoice, around: Experiment['around']): string {
  if (view.adrift) return adriftWords(view.surfaceIteration);
  const { lane, endIteration, frame, frameIteration } = view;
  const distance = slice.kind === 'weights' ? 0 : leftOut(view, around);
  return sliceNote({ lane, endIteration, frame, frameIteration, distance }, slice, around);
}

export const adriftWords = (iteration: number) =>
  `The path has left the map, which keeps step ${step(iteration)}’s losses.`;

/** @param reading how a number that changes is written */
export function sliceNote(
  view: Sliced,
  slice: SliceChoice,
  around: Experiment['around'],
  reading = formatReading,
): string {
  const { lane } = view;
  const { size, names } = lane.objective;
  if (slice.kind !== 'weights') return directionsNote(view, slice, around, reading);
  const bias = names.indexOf('b1[0]');
  if (size === 3 && bias >= 0 && around !== 'end') {
    return around === 'live'
      ? `${sliceWord} at bias ${reading(lane.theta[bias] ?? 0)}: map and least loss ✕ move as the bias learns.`
      : `${sliceWord} at the starting bias ${reading(lane.start[bias] ?? 0)}: the path leaves it as the bias learns.`;
  }
  const along = `${sliceWord} along 2 of ${size} parameters`;
  return around === 'live'
    ? `${along}; it moves as the rest learn.`
    : `${along}; the others are as ${places[around](view)}.`;
}

const step = (iteration: number) => formatCount(iteration);

/** Where a plane goes through, in words. */
const places: Record<Exclude<Experiment['around'], 'live'>, (view: Sliced) => string> = {
  start: () => 'at step 0',
  end: ({ endIteration }) => `at the latest step, ${step(endIteration)}`,
};

/** What a plane along directions through all parameters shows, and how much of the path it leaves out. */
function directionsNote(
  view: Sliced,
  slice: SliceChoice,
  around: Experiment['around'],
  reading: typeof formatReading,
): string {
  const { frame, frameIteration, lane, distance } = view;
  if (frame.problem !== null) return frame.problem;
  const where = { live: 'the current weights', start: 'the start', end: 'the latest weights' };
  const { explained } = frame;
  const share = explained ? explained[0] + explained[1] : null;
  const holds =
    share === null
      ? `${around === 'start' ? 'this step' : 'the start'} ${distanceWords(distance, reading)}`
      : `it holds ${percent(share)} of ${slice.kind === 'pca-all' ? 'all paths’' : 'the path’s'} variance`;
  const since =
    frameIteration > 0 ? `, along directions found at step ${step(frameIteration)}` : '';
  return `${sliceWord} of ${lane.objective.size} parameters through ${where[around]}${since}; ${holds}.`;
}

/** What is nearer to a plane than this differs from it by rounding. */
const rounding = 1e-9;

const distanceWords = (distance: number, reading: typeof formatReading) =>
  distance < rounding ? 'lies in it' : `is ${reading(distance)} away from it`;

function leftOut({ surface, lane }: LaneView, around: Experiment['around']): number {
  if (!surface) return 0;
  return residual(surface.plane, around === 'start' ? lane.theta : lane.start);
}

interface SlicedMeaning {
  readonly lane: Pick<Lane, 'objective'>;
  readonly scaleInvariant: boolean;
}

/** What a slice is, for somebody who has never seen one, and what this one is along. */
export function sliceMeaning(
  { lane: { objective }, scaleInvariant }: SlicedMeaning,
  slice: SliceChoice,
  around: Experiment['around'],
): string {
  const rest = objective.size - 2;
  const others = rest === 1 ? 'the other one' : `the other ${rest}`;
  return [
    `A loss depends on all ${objective.size} parameters of a network, its weights and biases, and a picture has room for two directions: a slice varies these and holds the rest still.`,
    slice.kind === 'weights' ? '' : `This one: ${lowered(slices.get(slice.kind).blurb)}`,
    slice.kind === 'pca' || slice.kind === 'pca-all'
      ? 'The share of variance tells how much of where a path went these two show; what is missing are moves along directions that are not drawn.'
      : '',
    around === 'live' && slice.kind === 'weights'
      ? `Here ${others} ${rest === 1 ? 'is' : 'are'} held where training has brought ${rest === 1 ? 'it' : 'them'} by now, so the map changes from step to step; older steps of the path fade, as the map was another then.`
      : '',
    scaleInvariant
      ? 'Batch norm divides the sum that these two weights make by its own spread, so their length changes nothing: along each ray from 0 the loss is the same.'
      : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
