// Why a loss jumped in a network with batch norm: a rate above the limit, or a unit whose sum hardly varied any more.
import { curvature, largestCurvatureSize } from '../landscape/curvature.ts';
import { formatApart } from '../number-format.ts';
import { schedules } from '../optimizers/schedules.ts';
import type { CaptionLane } from './caption-lane.ts';
import { isPlainDescent } from './unstable-since.ts';

export interface Rise {
  /** Entries of the trajectory: the last before the loss rose, and the one at which it was highest. */
  readonly from: number;
  readonly to: number;
}

/** Above this many parameters a Hessian takes too long for a sentence. */
const largestMeasured = Math.min(100, largestCurvatureSize);
/** A sum hardly varies if a weight vector of its length, turned otherwise, would vary it this many times more. */
const hardly = 10;

/** How a sentence on the jump goes on; nothing where no cause is known. */
export function spikeCause(lane: CaptionLane, { from, to }: Rise): string {
  return tooFast(lane, from) ?? thinUnit(lane, from, to) ?? '';
}

/** That the rate was above 2 / lambda max where the jump began. */
function tooFast({ trajectory, objective, settings }: CaptionLane, entry: number): string | null {
  const hessianVector = objective?.hessianVector?.bind(objective);
  if (!trajectory || !hessianVector || !isPlainDescent(settings)) return null;
  const { size, thetas, iterations } = trajectory;
  if (size > largestMeasured) return null;
  const theta = thetas.slice(entry * size, (entry + 1) * size);
  const limit = curvature({ size, hessianVector }, theta).maximumStableRate;
  const { factor } = schedules.get(settings.schedule);
  const rate = settings.learningRate * factor(iterations[entry] + 1, settings.knobs);
  if (!(rate > limit)) return null;
  const [own, safe] = formatApart([rate, limit], 2, 8);
  return `: its learning rate ${own} had passed the largest safe rate, ${safe}`;
}

/**
 * That a unit of the first layer had a small spread, by which batch norm divides. Said only where the move of this one
 * unit's weights made the jump: with them as they were before, most of it is undone.
 */
function thinUnit(
  { trajectory, objective, samples }: CaptionLane,
  from: number,
  to: number,
): string | null {
  const { spec, names } = objective ?? {};
  const evaluate = objective?.evaluate?.bind(objective);
  if (!trajectory || !evaluate || !samples || !spec || !names) return null;
  if (spec.normalization.kind !== 'batch' || spec.normalization.place !== 'before') return null;
  const { size, thetas, losses } = trajectory;
  const [before, after] = [from, to].map((k) => thetas.slice(k * size, (k + 1) * size));
  const most = Math.sqrt(losses[from] * losses[to]);
  const spread = spreadAlong(samples.inputs);
  for (let unit = 0; unit < spec.sizes[1]; unit++) {
    const places = [0, 1].map((input) => names.indexOf(`W1[${unit}][${input}]`));
    const relative = [before, after].map((theta) => spread(theta[places[0]], theta[places[1]]));
    if (!(Math.min(...relative) < 1 / hardly)) continue;
    const undone = after.slice();
    for (const place of places) undone[place] = before[place];
    if (!(evaluate(undone) < most)) continue;
    return `: unit ${unit + 1}\u2019s sum hardly varied, and batch norm divides by that spread`;
  }
  return null;
}

/** The standard deviation of a weighted sum of the inputs, as a part of the largest with weights of that length. */
function spreadAlong(inputs: Float64Array): (first: number, second: number) => number {
  const rows = inputs.length / 2;
  const mean = [0, 0];
  for (let k = 0; k < inputs.length; k++) mean[k % 2] += inputs[k] / rows;
  let [xx, xy, yy] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const [x, y] = [inputs[2 * row] - mean[0], inputs[2 * row + 1] - mean[1]];
    xx += (x * x) / rows;
    xy += (x * y) / rows;
    yy += (y * y) / rows;
  }
  const largest = (xx + yy) / 2 + Math.hypot((xx - yy) / 2, xy);
  return (a, b) =>
    Math.sqrt((a * a * xx + 2 * a * b * xy + b * b * yy) / ((a * a + b * b) * largest));
}
