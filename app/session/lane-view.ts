// One lane as the views see it: its path, its surface and curvature, and the window they are shown in.
import {
  clipLevel,
  isScaleInvariant,
  planeThrough,
  project,
  type Curvature,
  type DrawnLoss,
  type Experiment,
  type Lane,
  type LossScale,
  type SliceFrame,
  type Surface,
} from '../../src/index.ts';
import { createCurvatureHistory } from './curvature-history.ts';
import { createLaneMeasures, type DrawnPlane } from './lane-measures.ts';
import { createLaneScale, type LossRange } from './lane-scale.ts';
import { createMoment, startingMoment, type Moment } from './moment.ts';
import { createPlanePath, type GrowingPath } from './plane-path.ts';
import { sameNumbers } from './same-numbers.ts';
import { axisLabels } from './slice-frames.ts';
import type { LaneView } from './types.ts';
import type { Extent } from './windows.ts';
import type { SurfaceReply } from './work-messages.ts';

export interface GrowingLaneView extends LaneView {
  readonly path: GrowingPath;
  /** Takes in what the lane has recorded since. */
  updatePath(): void;
  /** The slice coordinates of the lane as it is now. */
  point(): readonly [number, number];
  /** The plane that the surface is wanted on, by the experiment's `around`, and the step it belongs to. */
  planeNow(): DrawnPlane;
  /** The latest moment of the run, which may lie ahead of where it has been scrubbed to. */
  readonly end: Moment;
  /** Where the plane is wanted to go through, by the experiment's `around`. */
  centre(): Float64Array;
  /** Other directions, found at that step: all that is drawn moves over to them. */
  setFrame(frame: SliceFrame, iteration: number): void;
  setWindow(window: Extent): void;
  setCurvature(curvature: Curvature, iteration: number): void;
  receive(reply: SurfaceReply): void;
  /** The path has run out of every window, or is back. */
  setAdrift(adrift: boolean): void;
  /** What is shown is still the surface of the view before. */
  readonly isHeld: boolean;
  /** The losses of its surface; null before the first. */
  readonly range: LossRange | null;
  /** Colours and heights by this rule and for these losses; the surface stays. */
  follow(mode: Experiment['height'], range: LossRange, isMoving: boolean): void;
  /** Colours and heights on this scale, which all lanes have. */
  adopt(scale: LossScale): void;
}

export interface LaneViewOptions {
  readonly lane: Lane;
  readonly drawn: DrawnLoss;
  readonly index: number;
  readonly experiment: Experiment;
  readonly window: Extent;
  readonly frame: SliceFrame;
  /** The step whose directions these are; negative for none yet. */
  readonly frameIteration: number;
  /** The view that stood here before: its surface is held until the first new one has come. */
  readonly before?: GrowingLaneView | undefined;
}

export function createLaneView(options: LaneViewOptions): GrowingLaneView {
  const { lane, index, experiment, drawn, before } = options;
  let { window, frame, frameIteration } = options;
  let minimum: readonly [number, number] | null = null;
  const path = createPlanePath();
  // In other units the old surface would stand in the wrong place.
  const held = before?.drawn.isOwn === drawn.isOwn ? before : undefined;
  let surface: Surface | null = held?.surface ?? null;
  let isHeld = surface !== null;
  const scale = createLaneScale(held?.scale ?? null);
  let range: LossRange | null = held?.range ?? null;
  let version = before?.surface?.version ?? 0;
  let surfaceVersion = (before?.surfaceVersion ?? 0) + 1;
  const known = before?.lane === lane ? before : null;
  // A run that has begun anew is not what it was at a later step.
  const isNow = known !== null && known.curvatureIteration <= lane.iteration;
  let curvature: Curvature | null = isNow ? known.curvature : null;
  let curvatureIteration = isNow ? known.curvatureIteration : -1;
  const curvatures = known?.curvatures ?? createCurvatureHistory();
  let surfaceIteration = 0;
  // Out of every window the surface would be all of one colour: it stays where the path was last followed.
  const followed = createMoment(lane, startingMoment(lane));
  let adrift = false;
  const end = createMoment(lane, before?.lane === lane ? before.end : undefined);
  /** The frame as a plane whose coordinates all points share, wherever the drawn plane goes through. */
  const base = () => ({ origin: frame.anchor, u: frame.u, v: frame.v });

  const moments = { live: followed, start: startingMoment(lane), end };
  const centre = () => {
    const { theta, running } = moments[experiment.around];
    return drawn.centre(theta, running);
  };
  const { slice, statistics } = experiment;
  const scaleInvariant =
    slice.kind === 'weights' &&
    statistics === 'batch' &&
    isScaleInvariant(drawn.objective, slice.names);
  const planeNow = (): DrawnPlane => {
    const { theta, running, iteration } = moments[experiment.around];
    const plane = planeThrough(frame, centre(), window);
    const labels = axisLabels(frame, slice, lane, !drawn.isOwn);
    return { plane: { ...plane, labels }, statistics: drawn.statistics(theta, running), iteration };
  };

  const left = createLaneMeasures({
    ...{ lane, drawn, path, planeNow },
    surface: () => surface,
    surfaceVersion: () => surfaceVersion,
  });

  /** The greatest loss of the path in the window. */
  const highest = () => {
    const [left, right, bottom, top] = window;
    let greatest = -Infinity;
    for (let k = 0; k < path.count; k++) {
      const [u = NaN, v = NaN, loss = NaN] = path.points.subarray(3 * k, 3 * k + 3);
      const isInside = u >= left && u <= right && v >= bottom && v <= top;
      if (isInside && loss > greatest && loss < Infinity) greatest = loss;
    }
    return greatest;
  };

  /** Where it is cut is measured when it is asked for: few surfaces are clipped. */
  const rangeOf = (of: Surface, least: number): LossRange => {
    let clip: number | null = null;
    return {
      min: least,
      max: of.max,
      get clip() {
        return (clip ??= clipLevel(of, least, highest()));
      },
    };
  };

  return {
    id: lane.id,
    label: lane.label,
    index,
    lane,
    drawn,
    path,
    scaleInvariant,
    get gaps() {
      return left.gaps;
    },
    get gap() {
      if (experiment.around === 'live' && !drawn.isFrozen && !adrift) return 0;
      return left.gap;
    },
    get startStrength() {
      return experiment.around === 'live' ? left.startStrength : 1;
    },
    get surface() {
      return surface;
    },
    get isHeld() {
      return isHeld;
    },
    get scale() {
      return scale.current;
    },
    get range() {
      return range;
    },
    get surfaceVersion() {
      return surfaceVersion;
    },
    get surfaceIteration() {
      return surfaceIteration;
    },
    get adrift() {
      return adrift;
    },
    setAdrift(next) {
      adrift = next;
      if (adrift) return;
      followed.take(lane);
    },
    get curvature() {
      return curvature;
    },
    get window() {
      return window;
    },
    get minimum() {
      return minimum;
    },
    get frame() {
      return frame;
    },
    get frameIteration() {
      return frameIteration;
    },
    get endIteration() {
      return end.iteration;
    },
    updatePath() {
      path.update(lane.trajectory, base(), drawn.place);
      if (lane.iteration >= end.iteration) end.take(lane);
    },
    point: () => project(base(), drawn.place(lane.theta)),
    end,
    centre,
    planeNow,
    setFrame(next, iteration) {
      frame = next;
      frameIteration = iteration;
      // Coordinates of the old directions mean nothing along the new ones.
      minimum = null;
      surfaceVersion++;
    },
    setWindow(next) {
      window = next;
      surfaceVersion++;
    },
    get curvatureIteration() {
      return curvatureIteration;
    },
    curvatures,
    setCurvature(next, iteration) {
      curvature = next;
      curvatureIteration = iteration;
      curvatures.add(iteration, next);
    },
    receive({ heights, grid, min, max, plane, minimum: found, floor, iteration }) {
      // Directions have changed since it was asked for: it is a picture of something else.
      if (!sameNumbers(plane.u, frame.u) || !sameNumbers(plane.v, frame.v)) return;
      version++;
      isHeld = false;
      surface = { columns: grid, rows: grid, heights, min, max, plane, version };
      minimum = found;
      surfaceIteration = iteration;
      const least = Math.min(min, floor);
      range = rangeOf(surface, least);
      surfaceVersion++;
    },
    follow(mode, losses, isMoving) {
      const before = scale.current;
      scale.follow(mode, losses, isMoving);
      if (scale.current !== before) surfaceVersion++;
    },
    adopt(next) {
      if (scale.current === next) return;
      scale.adopt(next);
      surfaceVersion++;
    },
  };
}
