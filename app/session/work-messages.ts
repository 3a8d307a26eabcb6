// What is said between a figure and its workers: tasks as a figure asks for them, and the pieces that workers get.
import type {
  Curvature,
  Experiment,
  GridPart,
  Plane,
  SliceFrame,
  SliceLane,
  Statistics,
} from '../../src/index.ts';

/** What a task, its pieces and its answer have in common. */
interface OfLane {
  /** Answers to an older experiment are of no use. */
  readonly generation: number;
  readonly lane: number;
}

/** Everything after this speaks of this experiment. Its objective is rebuilt from its seed, not sent. */
export interface ExperimentRequest {
  readonly kind: 'experiment';
  readonly generation: number;
  readonly experiment: Experiment;
  /** The rows of its table, if it is of one: a worker has none. */
  readonly rows?: string | null;
}

/** A point of a plane, and the loss there. */
export interface Lowest {
  readonly point: readonly [number, number];
  readonly loss: number;
}

/** Where a surface is computed. */
interface Drawn {
  readonly plane: Plane;
  /** What batch norm normalizes with, where the experiment wants running statistics: nothing is trained here. */
  readonly statistics?: Statistics | null;
}

export interface SurfaceTask extends OfLane, Drawn {
  readonly kind: 'surface';
  /** Points a side. */
  readonly grid: number;
  /** Where the search for the least loss in the plane begins. */
  readonly start: readonly [number, number];
  /** The step whose parameters the plane goes through. */
  readonly iteration: number;
  /** Milliseconds a point on an ordinary machine, the same number on every one. */
  readonly ordinaryCost: number;
  /** The same plane on the grid of twice the spacing: only the points between are computed. */
  readonly coarser?: Pick<SurfaceReply, 'grid' | 'heights' | 'lowest' | 'searched'>;
  /** False for a picture that is wanted sooner than the place of its least loss. */
  readonly searches?: boolean;
}

export interface CurvatureTask extends OfLane {
  readonly kind: 'curvature';
  readonly theta: Float64Array;
  /** All eigenvalues, or the largest alone. */
  readonly whole: boolean;
  /** The step whose parameters these are. */
  readonly iteration: number;
}

/** The directions of a slice that follows the run. */
export interface FrameTask extends OfLane {
  readonly kind: 'frame';
  readonly lanes: readonly SliceLane[];
  readonly centre: Float64Array;
  readonly statistics?: Statistics | null;
  readonly iteration: number;
}

export type WorkTask = SurfaceTask | CurvatureTask | FrameTask;

export interface SurfaceReply extends OfLane {
  readonly kind: 'surface';
  readonly plane: Plane;
  readonly grid: number;
  readonly heights: Float32Array;
  readonly min: number;
  readonly max: number;
  /** Whether the least loss of this plane has been searched for. */
  readonly searched: boolean;
  /** What the search has come to, whether or not a grid point lies lower; null if to nothing. */
  readonly lowest: Lowest | null;
  /** The least loss of the plane; null where it is not known, or where a grid point lies lower. */
  readonly minimum: readonly [number, number] | null;
  /** The loss there, if it lies in the window: grid points may miss it. Infinity otherwise. */
  readonly floor: number;
  readonly iteration: number;
  /** Points that had to be computed, and how long one took, in milliseconds. */
  readonly points: number;
  readonly perPoint: number;
}

interface CurvatureAnswer {
  readonly kind: 'curvature';
  readonly curvature: Curvature;
  readonly iteration: number;
}

interface FrameAnswer {
  readonly kind: 'frame';
  readonly frame: SliceFrame;
  readonly iteration: number;
}

/** How long it took, in milliseconds. */
interface Timed {
  readonly took: number;
}

export type CurvatureReply = OfLane & CurvatureAnswer & Timed;
export type FrameReply = OfLane & FrameAnswer & Timed;
export type WorkReply = SurfaceReply | CurvatureReply | FrameReply;

/** Some parts of a grid. Their losses are written one after the other. */
export interface BandPiece extends OfLane, Drawn {
  readonly kind: 'band';
  readonly columns: number;
  readonly rows: number;
  readonly parts: readonly GridPart[];
  /** How many there are in them. */
  readonly points: number;
  /** Where to write; goes there and comes back. */
  readonly heights: Float32Array;
}

export interface MinimumPiece extends OfLane, Drawn {
  readonly kind: 'minimum';
  readonly start: readonly [number, number];
}

/** What one worker does in one go. */
export type Piece = BandPiece | MinimumPiece | CurvatureTask | FrameTask;

export type PieceAnswer =
  | {
      readonly kind: 'band';
      readonly heights: Float32Array;
      /** Why this took longer than it need, in a sentence; null otherwise. */
      readonly note: string | null;
    }
  | { readonly kind: 'minimum'; readonly lowest: Lowest | null }
  | CurvatureAnswer
  | FrameAnswer;

export type PieceReply = PieceAnswer & Timed;

export type ToWorker = ExperimentRequest | { readonly ticket: number; readonly piece: Piece };

export type FromWorker =
  /** Null for a piece that could not be done, or belongs to an older experiment. */
  | { readonly ticket: number; readonly reply: PieceReply | null }
  /** At work on something long. */
  | { readonly alive: true };
