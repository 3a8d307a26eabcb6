// One lane as the views see it: its path, its surface and curvature, and the window they are shown in.
import {
  createLossScale,
  project,
  weightPlane,
  type Curvature,
  type Experiment,
  type Lane,
  type LossScale,
  type Plane,
  type Surface,
} from '../../src/index.ts';
import { parameterLabel } from './parameter-label.ts';
import { createPlanePath, type GrowingPath } from './plane-path.ts';
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
  setWindow(window: Extent): void;
  setCurvature(curvature: Curvature): void;
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
  /** The view that stood here before: its surface is held until the first new one has come. */
  readonly before?: LaneView | undefined;
}

export function createLaneView(options: LaneViewOptions): GrowingLaneView {
  const { lane, index, experiment, before } = options;
  const { names } = experiment.slice;
  const { start } = lane;
  let { window } = options;
  let minimum: readonly [number, number] | null = null;
  const base = weightPlane(lane.objective, start, names, window);
  const labels: [string, string] = [parameterLabel(names[0], lane), parameterLabel(names[1], lane)];
  const path = createPlanePath();
  let heightMode = experiment.height;
  let surface: Surface | null = before?.surface ?? null;
  let scale: LossScale | null = before?.scale ?? null;
  let version = surface?.version ?? 0;
  let surfaceVersion = (before?.surfaceVersion ?? 0) + 1;
  let curvature: Curvature | null = null;
  let surfaceIteration = 0;
  // Out of every window the surface would be all of one colour: it stays where the path was last followed.
  const followed = start.slice();
  let followedIteration = 0;
  let adrift = false;

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
    updatePath() {
      path.update(lane.trajectory, base);
    },
    point: () => project(base, lane.theta),
    planeNow() {
      const live = experiment.around === 'live';
      const { origin } = weightPlane(lane.objective, live ? followed : start, names, window);
      const plane = { ...base, origin, extent: window, labels };
      return { plane, iteration: live ? followedIteration : 0 };
    },
    setWindow(next) {
      window = next;
      surfaceVersion++;
    },
    setCurvature(next) {
      curvature = next;
    },
    receive({ heights, grid, min, max, plane, minimum: found, floor, iteration }) {
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
