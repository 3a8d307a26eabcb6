// One lane as the views see it: its path, its surface and curvature, and the window they are shown in.
import {
  createLossScale,
  planeThrough,
  project,
  type Curvature,
  type Experiment,
  type Lane,
  type LossScale,
  type Plane,
  type SliceFrame,
  type Surface,
} from '../../src/index.ts';
import { createCurvatureHistory } from './curvature-history.ts';
import { createPlanePath, type GrowingPath } from './plane-path.ts';
import { sameNumbers } from './same-numbers.ts';
import { axisLabels } from './slice-frames.ts';
import type { LaneView } from './types.ts';
import type { Extent } from './windows.ts';
import type { WorkReply } from './workshop.ts';

/** A change of the loss range smaller than this part of it keeps the old colours, so that levels do not shimmer. */
const rangeTolerance = 0.02;

export interface GrowingLaneView extends LaneView {
  readonly path: GrowingPath;
  /** Takes in what the lane has recorded since. */
  updatePath(): void;
  /** The slice coordinates of the lane as it is now. */
  point(): readonly [number, number];
  /** The plane that the surface is wanted on, by the experiment's `around`, and the step it belongs to. */
  planeNow(): { readonly plane: Plane; readonly iteration: number };
  /** The latest point of the run, which may lie ahead of where it has been scrubbed to. */
  end(): Float64Array;
  /** Where the plane is wanted to go through, by the experiment's `around`. */
  centre(): Float64Array;
  /** Other directions, found at that step: all that is drawn moves over to them. */
  setFrame(frame: SliceFrame, iteration: number): void;
  setWindow(window: Extent): void;
  setCurvature(curvature: Curvature, iteration: number): void;
  receive(reply: Extract<WorkReply, { kind: 'surface' }>): void;
  /** The path has run out of every window, or is back. */
  setAdrift(adrift: boolean): void;
  /** Colours and heights by another rule; the surface stays. */
  setHeight(mode: Experiment['height']): void;
}

export interface LaneViewOptions {
  readonly lane: Lane;
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
  const { lane, index, experiment, before } = options;
  const { start } = lane;
  let { window, frame, frameIteration } = options;
  let minimum: readonly [number, number] | null = null;
  const path = createPlanePath();
  let heightMode = experiment.height;
  let surface: Surface | null = before?.surface ?? null;
  let scale: LossScale | null = before?.scale ?? null;
  let version = surface?.version ?? 0;
  let surfaceVersion = (before?.surfaceVersion ?? 0) + 1;
  const known = before?.lane === lane ? before : null;
  // A run that has begun anew is not what it was at a later step.
  const isNow = known !== null && known.curvatureIteration <= lane.iteration;
  let curvature: Curvature | null = isNow ? known.curvature : null;
  let curvatureIteration = isNow ? known.curvatureIteration : -1;
  const curvatures = known?.curvatures ?? createCurvatureHistory();
  let surfaceIteration = 0;
  // Out of every window the surface would be all of one colour: it stays where the path was last followed.
  const followed = start.slice();
  let followedIteration = 0;
  let adrift = false;
  const end = before?.lane === lane ? before.end().slice() : lane.theta.slice();
  let endIteration = before?.lane === lane ? before.endIteration : lane.iteration;
  /** The frame as a plane whose coordinates all points share, wherever the drawn plane goes through. */
  const base = () => ({ origin: frame.anchor, u: frame.u, v: frame.v });

  const centres = { live: () => followed, start: () => start, end: () => end };

  const rescale = (min: number, max: number) => {
    const range = max - min;
    const kept =
      scale?.mode === heightMode &&
      Math.abs(scale.min - min) <= rangeTolerance * range &&
      Math.abs(scale.max - max) <= rangeTolerance * range;
    if (!kept) scale = createLossScale(heightMode, min, max);
  };

  return {
    id: lane.id,
    label: lane.label,
    index,
    lane,
    path,
    get surface() {
      return surface;
    },
    get scale() {
      return scale;
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
      followed.set(lane.theta);
      followedIteration = lane.iteration;
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
      return endIteration;
    },
    updatePath() {
      path.update(lane.trajectory, base());
      if (lane.iteration < endIteration) return;
      end.set(lane.theta);
      endIteration = lane.iteration;
    },
    point: () => project(base(), lane.theta),
    end: () => end,
    centre: () => centres[experiment.around](),
    planeNow() {
      const plane = planeThrough(frame, centres[experiment.around](), window);
      const labels = axisLabels(frame, experiment.slice, lane);
      const iteration = { live: followedIteration, start: 0, end: endIteration };
      return { plane: { ...plane, labels }, iteration: iteration[experiment.around] };
    },
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
      surface = { columns: grid, rows: grid, heights, min, max, plane, version };
      minimum = found;
      surfaceIteration = iteration;
      rescale(Math.min(min, floor), max);
      surfaceVersion++;
    },
    setHeight(mode) {
      heightMode = mode;
      if (surface) rescale(scale?.min ?? surface.min, surface.max);
      surfaceVersion++;
    },
  };
}
