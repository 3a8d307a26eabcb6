// What a lane's surface is drawn of, where that is not simply the loss of its own weights as it trains.
import { formatReading } from '../number-format.ts';
import type { LaneView } from '../session/types.ts';

/** Sentences, or nothing. */
export function drawnNote(view: LaneView): string {
  return [rawNote(view), runningNote(view), rayNote(view), gapNote(view), cutNote(view)]
    .filter((text) => text !== '')
    .join(' ');
}

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
  const now = gap === null ? '' : `: ${formatReading(lane.loss - gap)} here, `;
  return `Loss under running statistics${now}${now && `${formatReading(lane.loss)} under the batch’s`}.`;
}

/** A difference smaller than this part of the losses in view cannot be seen. */
const visibleGap = 0.02;

/** The step's loss beside the surface's below it: where other weights have moved, the path leaves the plane. */
function gapNote({ drawn, gap, lane, scale, startStrength }: LaneView): string {
  if (drawn.isFrozen || gap === null || !scale) return '';
  if (Math.abs(gap) > visibleGap * (scale.max - scale.min)) {
    const [here, below] = [lane.loss, lane.loss - gap].map((loss) => formatReading(loss));
    return `The loss is ${here} now; this surface has ${below} here, since the other parameters have moved.`;
  }
  return startStrength < 0.85 ? 'Older steps fade: they belong to older surfaces.' : '';
}

function cutNote({ scale }: LaneView): string {
  return !scale || scale.clip === null
    ? ''
    : `Hatched: above loss ${formatReading(scale.clip)}, cut off.`;
}

function rayNote({ scaleInvariant }: LaneView): string {
  return scaleInvariant
    ? 'Along each ray from 0 the loss is the same: batch norm takes the length of these weights away.'
    : '';
}
