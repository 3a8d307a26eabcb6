// Which part of the slice each lane shows: chosen at the start, and widened when a path runs out of it.
import {
  equalWindow,
  fittedWindow,
  grownWindow,
  headroom,
  pathWindow,
  planeMinimum,
  planeThrough,
  project,
  type DrawnLoss,
  type Experiment,
  type Lane,
  type SliceFrame,
} from '../../src/index.ts';
import { startingMoment } from './moment.ts';
import { sharesCoordinates } from './slice-frames.ts';
import type { LaneView } from './types.ts';

export type Extent = LaneView['window'];
type Point = readonly [number, number];

/** A window follows its path until it is this many times as wide as at the start: a diverging run has no end. */
const largestGrowth = 8;
/** The search for a minimum needs a plane and no window. */
const anyExtent: Extent = [-1, 1, -1, 1];

/** Around a path of no extent, in units of the parameters. */
const leastSide = 0.5;

export interface Framing {
  readonly lane: Lane;
  readonly extent: Extent;
}

/**
 * The windows of the lanes at their starts: one for all in equal units, or each fitted to its own valley. Where the
 * directions are not weights, whose valleys would be found at once, the window begins as a square around the path.
 */
export function frameLanes(framed: readonly FramedLane[], experiment: Experiment): Framing[] {
  if (experiment.slice.kind !== 'weights') return framePaths(framed, experiment);
  const found = framed.map(({ lane, frame, drawn }) => {
    const { theta, running } = startingMoment(lane);
    const point = drawn.centre(theta, running);
    const held = drawn.statistics(theta, running);
    if (held) drawn.hold(held);
    const plane = planeThrough(frame, point, anyExtent);
    const start = project(plane, point);
    const minimum = planeMinimum(drawn.objective, plane, start[0], start[1]);
    return { lane, drawn, plane, start, minimum };
  });
  if (experiment.axes !== 'equal') {
    const fitted = found.map(({ lane, drawn, plane, start, minimum }) => ({
      lane,
      extent: fittedWindow(drawn.objective, plane, start, minimum),
    }));
    if (experiment.axes === 'fit') return fitted;
    const extent = hullOf(fitted.map((each) => each.extent));
    return fitted.map(({ lane }) => ({ lane, extent }));
  }
  const extent = equalWindow(
    found.map(({ start }) => start),
    found.map(({ minimum }) => minimum),
  );
  return found.map(({ lane }) => ({ lane, extent }));
}

/** The smallest window that holds all of these. */
function hullOf(windows: readonly Extent[]): Extent {
  const side = (k: 0 | 1 | 2 | 3) => windows.map((window) => window[k]);
  return [Math.min(...side(0)), Math.max(...side(1)), Math.min(...side(2)), Math.max(...side(3))];
}

interface FramedLane {
  readonly lane: Lane;
  readonly frame: SliceFrame;
  readonly drawn: DrawnLoss;
}

/**
 * The slice coordinates of what a lane has recorded, but for what is on its way out of any picture: a window that held all
 * of a diverging run would have no loss in it that can be drawn.
 */
function* pathOf({ lane, frame, drawn }: FramedLane): Generator<Point> {
  const { size, count, thetas, losses } = lane.trajectory;
  const plane = { origin: frame.anchor, u: frame.u, v: frame.v };
  const highest = headroom * (losses[0] ?? Infinity);
  for (let k = 0; k < count; k++) {
    if (k > 0 && !((losses[k] ?? NaN) <= highest)) continue;
    yield project(plane, drawn.place(thetas.subarray(k * size, (k + 1) * size)));
  }
}

/** Windows that hold the paths: one for all lanes where they share their coordinates, else each its own. */
export function framePaths(framed: readonly FramedLane[], experiment: Experiment): Framing[] {
  const isSquare = experiment.axes === 'equal';
  // A random direction is as long as the weights themselves, so one of them each way shows the neighbourhood.
  const least = experiment.slice.kind === 'random' ? 2 : leastSide;
  const windowOf = (some: readonly FramedLane[]) =>
    pathWindow(
      some.flatMap((each) => [...pathOf(each)]),
      { isSquare, least },
    );
  if (sharesCoordinates(experiment)) {
    const extent = windowOf(framed);
    return framed.map(({ lane }) => ({ lane, extent }));
  }
  return framed.map((each) => ({ lane: each.lane, extent: windowOf([each]) }));
}

/** The windows that the experiment names, lane by lane; null where the figure chooses. */
export function chosenWindow({ windows }: Experiment, index: number): Extent | null {
  return windows.length === 1 ? (windows[0] ?? null) : (windows[index] ?? null);
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
