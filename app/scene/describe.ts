// What a lane's 3D view shows, in words, for a reader who does not see it. Pure.
import { formatFactor, formatNumber } from '../../src/index.ts';
import { saddleSentence } from '../plot/describe.ts';
import type { LaneView } from '../session/types.ts';
import { offPicture } from './mark-places.ts';

function outside([uMin, uMax, vMin, vMax]: LaneView['window'], u: number, v: number): string {
  return u >= uMin && u <= uMax && v >= vMin && v <= vMax ? '' : ', outside the window';
}

/**
 * The loss now, where the path is, how uneven the curvature is, and where the least loss lies.
 *
 * @param iteration steps taken
 */
export function describeLane(view: LaneView, iteration: number): string {
  const { path, window, surface, curvature, minimum } = view;
  const [uName, vName] = surface?.plane.labels ?? ['first weight', 'second weight'];
  const sentences: string[] = [];
  const k = 3 * (path.count - 1);
  const [u, v] = [path.points[k], path.points[k + 1]];
  const { loss } = view.lane;
  const off = (value: number) => {
    const side = offPicture(view, value);
    return side === null ? '' : `, ${side} the picture`;
  };
  const steps = `${iteration} ${iteration === 1 ? 'step' : 'steps'}`;
  if (u === undefined || v === undefined) return 'The surface is being computed.';
  if (Number.isFinite(loss)) sentences.push(`Loss ${formatNumber(loss)} after ${steps}.`);
  else sentences.push(`The run has diverged: after ${steps} the loss is not a finite number.`);
  if (Number.isFinite(u + v))
    sentences.push(
      `The path stands at ${uName} ${formatNumber(u)} and ${vName} ${formatNumber(v)}${outside(window, u, v)}${off(loss)}.`,
    );
  const first = path.points[2];
  if (path.count > 1 && first !== undefined)
    sentences.push(`It started at loss ${formatNumber(first)}${off(first)}.`);
  const condition = curvature?.conditionNumber;
  if (curvature && curvature.negative > 0) {
    sentences.push(saddleSentence);
  } else if (condition !== undefined && Number.isFinite(condition)) {
    sentences.push(
      `Condition number ${formatFactor(condition)}: the valley is ${formatNumber(Math.sqrt(condition))} times as long as it is wide.`,
    );
  } else if (condition === Infinity) {
    sentences.push('One direction is flat: the condition number has no bound.');
  }
  if (minimum) {
    const [x, y] = minimum;
    sentences.push(
      `The least loss in this plane lies at ${uName} ${formatNumber(x)} and ${vName} ${formatNumber(y)}${outside(window, x, y)}.`,
    );
  }
  return sentences.join(' ');
}
