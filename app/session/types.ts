// What the views know of a running figure: slow choices in a store, fast numbers in typed arrays.
import type { StoreApi } from 'zustand/vanilla';
import type {
  Curvature,
  DrawnLoss,
  Experiment,
  Lane,
  LossScale,
  SliceFrame,
  SliceWindow,
  Surface,
} from '../../src/index.ts';

import type { CurvatureHistory } from './curvature-history.ts';

/** The path of a lane in the coordinates of its slice, kept up with the trajectory entry by entry. */
export interface PlanePath {
  /** Recorded points. */
  readonly count: number;
  /** Grows whenever points already there have changed, so a picture must be built anew. */
  readonly revision: number;
  /** count x 3: the two slice coordinates and the full-batch loss. Valid up to `count`. */
  readonly points: Float64Array;
}

/** What a picture of a plane leaves out of the recorded steps. */
export interface PathGaps {
  readonly count: number;
  /** How far each step lies off the plane, in units of the drawn parameters. */
  readonly distances: Float32Array;
  /** The surface's loss below each step's projection; NaN outside the surface. */
  readonly heights: Float32Array;
}

/** One lane as the views see it. Fields change while training runs; compare versions to notice. */
export interface LaneView {
  readonly id: string;
  readonly label: string;
  /** Place among the lanes, 0 to 3: fixes its colour (`--lane-1` to `--lane-4`) and its dash pattern. */
  readonly index: number;
  readonly lane: Lane;
  /**
   * What the surface is drawn of. Its parameters are the lane's own only where `drawn.isOwn`: a point of the lane, or a
   * gradient, must not be laid on the plane without `drawn.place`.
   */
  readonly drawn: DrawnLoss;
  readonly path: PlanePath;
  /** What the picture leaves out of each point of the path. Measured when asked for, once for each surface and step. */
  readonly gaps: PathGaps;
  /**
   * The loss of the latest step minus that of its projection onto the plane, exactly: 0 where the plane goes through the
   * current weights and batch norm normalizes as in training. Null if it is not finite.
   */
  readonly gap: number | null;
  /**
   * How strongly the path is drawn where it began, from 1 down to 0.3: in a slice that follows the run older steps belong
   * to older surfaces, and fade by how far off the plane the start lies, in units of half the window.
   */
  readonly startStrength: number;
  /** The drawn loss is the same along every ray from (0, 0), since batch norm takes the length of these weights away. */
  readonly scaleInvariant: boolean;
  /** The newest surface, or null before the first has arrived. */
  readonly surface: Surface | null;
  /** Colours, levels and heights of this lane's surface; null before the first. */
  readonly scale: LossScale | null;
  /** Grows whenever `surface`, `scale` or the window changes. */
  readonly surfaceVersion: number;
  /** The step whose parameters the surface goes through. */
  readonly surfaceIteration: number;
  /** The path has left every window that could follow it; the surface is held as it was while it had not. */
  readonly adrift: boolean;
  /** The two directions that are drawn, and what is known of them; the path's coordinates are along these. */
  readonly frame: SliceFrame;
  /** The step at which the directions were found, as they follow the run in some slices; negative for not yet. */
  readonly frameIteration: number;
  /** The latest step of the run, from which it may have been scrubbed back. */
  readonly endIteration: number;
  /**
   * Hessian eigenvalues and what follows from them, from a recent step; null before the first. Of a large net the largest
   * eigenvalue alone, with a condition number of NaN.
   */
  readonly curvature: Curvature | null;
  /** The step that `curvature` is of; negative before the first. */
  readonly curvatureIteration: number;
  /** All that is known of the curvature over the run. */
  readonly curvatures: CurvatureHistory;
  /** The window of slice coordinates shown: `[uMin, uMax, vMin, vMax]`. */
  readonly window: readonly [number, number, number, number];
  /** Slice coordinates of the least loss in this plane, where it can be computed; may lie outside the window. */
  readonly minimum: readonly [number, number] | null;
}

/** Slow: what a person chose, and what React may render from. */
export interface FigureState {
  readonly experiment: Experiment;
  /** What had to be replaced in a link, each a sentence. */
  readonly notices: readonly string[];
  /** `idle`: not yet started. `done`: every lane has diverged, or the step to stop at is reached. */
  readonly status: 'idle' | 'running' | 'paused' | 'done';
  /** Grows whenever the lanes were built anew; `session.views` is a new array then. */
  readonly generation: number;
  /** The theme in force, with `auto` resolved. */
  readonly theme: 'light' | 'dark';
}

/** The camera that all lanes share. Angles in degrees; distance in box sizes. */
export interface CameraPose {
  readonly azimuth: number;
  readonly elevation: number;
  readonly distance: number;
}

export interface FigureSession {
  readonly store: StoreApi<FigureState>;
  readonly views: readonly LaneView[];
  /** Steps taken, the same in every lane that has not diverged. */
  readonly iteration: number;
  /** The most steps taken since the run began: how far a reader can seek without waiting for new ones. */
  readonly furthest: number;
  /** Steps a second that are really taken; null while the run stands still, or has only begun. */
  readonly measuredSpeed: number | null;
  /** The step that a seek is on its way to; null while none is. */
  readonly seeking: number | null;
  readonly camera: CameraPose;
  setCamera(pose: CameraPose): void;
  /** Slice coordinates under the pointer, shown in every lane; null for none. */
  readonly crosshair: readonly [number, number] | null;
  setCrosshair(point: readonly [number, number] | null): void;
  /**
   * Calls `painter` in every frame in which something may have changed, after the lanes have stepped.
   * A painter compares versions and returns at once when its own inputs are unchanged. Returns the unsubscriber.
   */
  onFrame(painter: () => void): () => void;
  /**
   * The same for what is drawn on a canvas or reads the layout: called before the painters above. A font set on a canvas,
   * like a measurement, makes the browser lay the page out at once if anything in it has been written in this frame.
   */
  onDraw(painter: () => void): () => void;
  /** Asks for one frame. */
  invalidate(): void;
  /** Tells the views at once, where there will be no frame, as before a page is printed. */
  paint(): void;
  /** Whether whoever draws surfaces bears only so many points; none are computed beyond that. It is so until this is called. */
  limitGrid(isPlain: boolean): void;
  /** Off the screen a session sleeps: no steps, no frames. */
  setVisible(visible: boolean): void;
  play(): void;
  pause(): void;
  /** Takes `count` steps in every lane and pauses. */
  step(count?: number): void;
  /**
   * To the state after that many steps, bit for bit, in every lane; pauses. A step that is far from any remembered one is
   * gone to in turns, so that the page stays alive; who plays, steps or seeks meanwhile goes on from where it has come.
   * @param onArrival called at that step, or where the run ends before it; at once, where the way is short
   */
  seek(iteration: number, onArrival?: () => void): void;
  /** Back to step 0; the same run follows. */
  reset(): void;
  /** Changes the experiment. Whatever the run depends on starts it anew; the rest only changes the view. */
  update(change: Partial<Experiment>): void;
  /**
   * Starts every lane at these slice coordinates, as seen in the given lane (the first, if left out). Where they are not
   * weights themselves, all weights of that point of the plane become the start.
   */
  startFrom(u: number, v: number, lane?: number): void;
  /**
   * Shows this window of slice coordinates, in all lanes where they share one and else in the given lane; null for the
   * window that the figure chooses and widens by itself. Each slice has windows of its own.
   */
  setWindow(window: SliceWindow | null, lane?: number): void;
  /** A window that holds the whole path of every lane. */
  fitPath(): void;
  dispose(): void;
}
