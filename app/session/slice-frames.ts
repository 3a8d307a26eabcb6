// The directions that a lane's surface is drawn along: at once where they are given, from the worker where the run decides.
import {
  sliceContext,
  slices,
  weightFrame,
  type DrawnLoss,
  type Experiment,
  type Lane,
  type SliceChoice,
  type SliceFrame,
  type SliceLane,
} from '../../src/index.ts';
import { parameterLabel } from './parameter-label.ts';

/** Of a long path this many evenly chosen points are sent to the worker. */
const mostPoints = 1000;

/** A run as a slice sees it, without what it does not need. */
export function sliceLane(lane: Lane, end: Float64Array): SliceLane {
  const { label, objective, start, trajectory } = lane;
  const { size, count, thetas } = trajectory;
  const kept = Math.min(count, mostPoints);
  const chosen = new Float64Array(kept * size);
  for (let k = 0; k < kept; k++) {
    const entry = kept === count ? k : Math.round((k * (count - 1)) / (kept - 1));
    chosen.set(thetas.subarray(entry * size, (entry + 1) * size), k * size);
  }
  const path = { size, count: kept, thetas: chosen };
  return { label, names: objective.names, start: start.slice(), end: end.slice(), path };
}

/**
 * The directions of a slice that does not look at the run; for others, where to begin until the worker has answered.
 * @param drawn what that lane's surface is drawn of
 */
export function firstFrame(
  { slice }: Experiment,
  lanes: readonly Lane[],
  index: number,
  { objective, place }: DrawnLoss,
): SliceFrame {
  const lane = lanes[index];
  if (!lane) throw new RangeError(`unknown lane: ${index} (there are ${lanes.length})`);
  const start = place(lane.start);
  const { follows, frame } = slices.get(slice.kind);
  if (!follows) {
    const all = lanes.map((each) => sliceLane(each, each.theta));
    return frame(sliceContext(slice, all, index, objective, start));
  }
  const { u, v } = weightFrame(objective, ['W1[0][0]', 'W1[0][1]']);
  return {
    ...{ anchor: start, u, v, labels: ['direction 1', 'direction 2'], explained: null },
    problem: 'The directions of this slice are being computed.',
  };
}

/** What the axes are called: weights by what they weigh, other directions by what they are. */
export function axisLabels(
  { labels }: SliceFrame,
  slice: SliceChoice,
  lane: Lane,
  inRawUnits: boolean,
): readonly [string, string] {
  if (slice.kind !== 'weights') return labels;
  const label = (name: string) => parameterLabel(name, lane, inRawUnits);
  return [label(slice.names[0]), label(slice.names[1])];
}

/** Whether a point has the same coordinates in every lane, so that one window suits all. */
export function sharesCoordinates({ slice, axes }: Experiment): boolean {
  if (axes === 'raw') return true;
  return axes === 'equal' && slice.kind !== 'pca' && slice.kind !== 'hessian';
}

/** The same directions, turned round where that brings them nearer to the ones before, so that no picture flips. */
export function alignFrame(next: SliceFrame, before: SliceFrame): SliceFrame {
  const turned = (direction: Float64Array, old: Float64Array) =>
    direction.reduce((sum, value, i) => sum + value * (old[i] ?? 0), 0) < 0
      ? direction.map((value) => -value)
      : direction;
  return { ...next, u: turned(next.u, before.u), v: turned(next.v, before.v) };
}
