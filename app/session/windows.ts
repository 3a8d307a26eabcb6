// Which part of the slice each lane shows: chosen at the start, and widened when a path runs out of it.
import {
  equalWindow,
  fittedWindow,
  grownWindow,
  planeMinimum,
  project,
  weightPlane,
  type Experiment,
  type Lane,
} from '../../src/index.ts';
import type { LaneView } from './types.ts';

export type Extent = LaneView['window'];
type Point = readonly [number, number];

/** A window follows its path until it is this many times as wide as at the start: a diverging run has no end. */
const largestGrowth = 8;
/** The search for a minimum needs a plane and no window. */
const anyExtent: Extent = [-1, 1, -1, 1];

export interface Framing {
  readonly lane: Lane;
  readonly extent: Extent;
}

/** The windows of the lanes at their starts: one for all in equal units, or each fitted to its own valley. */
export function frameLanes(lanes: readonly Lane[], experiment: Experiment): Framing[] {
  const found = lanes.map((lane) => {
    const { start: theta } = lane;
    const plane = weightPlane(lane.objective, theta, experiment.slice.names, anyExtent);
    const start = project(plane, theta);
    const minimum = planeMinimum(lane.objective, plane, start[0], start[1]);
    return { lane, plane, start, minimum };
  });
  if (experiment.axes === 'fit') {
    return found.map(({ lane, plane, start, minimum }) => ({
      lane,
      extent: fittedWindow(lane.objective, plane, start, minimum),
    }));
  }
  const extent = equalWindow(
    found.map(({ start }) => start),
    found.map(({ minimum }) => minimum),
  );
  return found.map(({ lane }) => ({ lane, extent }));
}

/**
 * The window that a point needs: the same if it lies inside, a larger one if it does not; null if it is too far out to
 * be followed.
 * @param initial the window at the start
 */
export function windowFor(window: Extent, initial: Extent, point: Point): Extent | null {
  if (!point.every(Number.isFinite)) return null;
  const grown = grownWindow(window, point);
  const tooWide =
    grown[1] - grown[0] > largestGrowth * (initial[1] - initial[0]) ||
    grown[3] - grown[2] > largestGrowth * (initial[3] - initial[2]);
  return tooWide ? null : grown;
}
