// What a lane's surface is drawn of, where that is not simply the loss of its own weights as it trains.
import { formatCount, formatReading } from '../../src/index.ts';
import { offPicture } from '../scene/mark-places.ts';
import type { LaneView } from '../session/types.ts';

/** Sentences, or nothing. */
export function drawnNote(view: LaneView): string {
  return joined([lastingNote(view), outsideNote(view), gapNote(view)]);
}

/** Those of them that hold for all of a run. */
export function lastingNote(view: LaneView): string {
  return joined([rawNote(view), runningNote(view), rayNote(view), cutNote(view)]);
}

/** Those that say something, as one text. */
export const joined = (sentences: readonly string[]) =>
  sentences.filter((text) => text !== '').join(' ');

/** What is folded into weights in raw units, and what is not. */
function rawNote({ drawn, lane }: LaneView): string {
  if (drawn.isOwn) return '';
  const { scaling, normalization } = lane.patch;
  const isBatch = ['before', 'after', 'input'].includes(normalization);
  const parts = [
    ...(scaling === 'none' ? [] : ['input scaling']),
    ...(drawn.foldsNormalization ? ['batch norm'] : []),
  ];
  const left = isBatch && !drawn.foldsNormalization ? '; batch norm stays in the network' : '';
  return parts.length === 0
    ? `In units of the raw inputs, as this lane’s weights are${left}.`
    : `In units of the raw inputs: ${parts.join(' and ')} folded into the weights${left}.`;
}

function runningNote({ drawn, gap, lane }: LaneView): string {
  if (!drawn.isFrozen) return '';
  const now =
    gap === null
      ? ''
      : `: ${formatReading(lane.loss - gap)} here, ${formatReading(lane.loss)} in training`;
  return `The map’s loss is that with batch norm’s running averages${now}.`;
}

/** A difference smaller than this part of the losses in view cannot be seen. */
const visibleGap = 0.02;

/** Since when the path is outside the window, and on which side; a path that has left the map has its own words. */
function outsideNote({ adrift, lane, path, window }: LaneView): string {
  if (adrift) return '';
  const sideAt = (k: number) =>
    sideOf(path.points[3 * k] ?? NaN, path.points[3 * k + 1] ?? NaN, window);
  const side = path.count > 0 ? sideAt(path.count - 1) : '';
  if (side === '') return '';
  let first = path.count - 1;
  while (first > 0 && sideAt(first - 1) !== '') first--;
  const since = formatCount(lane.trajectory.iterations[first] ?? 0);
  return `Since step ${since} the path is outside the window, now ${side} it.`;
}

/** The side on which a point lies the farther outside, in widths of the window; nothing for inside. */
function sideOf(u: number, v: number, [left, right, bottom, top]: LaneView['window']): string {
  const across = Math.max(left - u, u - right) / (right - left);
  const upright = Math.max(bottom - v, v - top) / (top - bottom);
  if (!(Math.max(across, upright) > 0)) return '';
  if (across > upright) return u < left ? 'left of' : 'right of';
  return v < bottom ? 'below' : 'above';
}

export const narrowWords = 'The valley is narrower than the grid.';

/** In units of the raw inputs a valley may lie between two points of the grid, and its path below the surface. */
export function narrowNote(view: LaneView): string {
  const isOnSurface = view.gap === 0 && !view.adrift && !view.drawn.isOwn;
  return isOnSurface && offPicture(view, view.lane.loss) === 'below' ? narrowWords : '';
}

/** Of two losses that agree but for this part, the difference has no digit that is right. */
const rounding = 1e-12;

/** The step's loss beside the surface's below it: where other weights have moved, the path leaves the plane. */
function gapNote({ adrift, drawn, gap, lane, scale }: LaneView): string {
  // Beyond the map there is no surface below the step.
  if (adrift || drawn.isFrozen || gap === null || !scale) return '';
  if (!(Math.abs(gap) > visibleGap * (scale.max - scale.min))) return '';
  const below = lane.loss - gap;
  const isKnown = Math.abs(below) > rounding * Math.abs(lane.loss);
  const surface = isKnown ? `has ${formatReading(below)} here` : 'is far lower here';
  return gapWords(formatReading(lane.loss), surface);
}

/** @param surface what it has there, as in `has 0.600 here` */
export const gapWords = (loss: string, surface: string) =>
  `The loss is ${loss} now; this surface ${surface}, since the other parameters have moved.`;

function cutNote({ scale }: LaneView): string {
  return !scale || scale.clip === null
    ? ''
    : `Hatched: above loss ${formatReading(scale.clip)}, cut off.`;
}

function rayNote({ scaleInvariant }: LaneView): string {
  return scaleInvariant
    ? 'Batch norm: scaling both weights changes nothing, so each ray from 0 has one loss.'
    : '';
}
