// What a slice is: a rule that chooses two directions through parameter space, and where their coordinates are 0.
import type { Objective } from '../../objective.ts';
import type { Entry } from '../../registry.ts';
import type { Plane } from '../plane.ts';
import { project } from '../projection.ts';

/** A recorded path: `count` points of `size` parameters, row major. A trajectory is one. */
export interface RecordedPath {
  readonly size: number;
  readonly count: number;
  readonly thetas: Float64Array;
}

/** A training run as a slice sees it: plain data, so that it can be sent to a worker. */
export interface SliceLane {
  readonly label: string;
  readonly names: readonly string[];
  readonly start: Float64Array;
  /** The latest point. */
  readonly end: Float64Array;
  readonly path: RecordedPath;
}

export interface SliceContext {
  /** The lane whose loss is drawn. */
  readonly objective: Pick<Objective, 'size' | 'names' | 'evaluate' | 'hessianVector'>;
  /** All lanes of the experiment in their order. */
  readonly lanes: readonly SliceLane[];
  /** Which of them is drawn. */
  readonly index: number;
  /** Where the plane goes through: what curvature is measured at, and whose lengths random directions take. */
  readonly centre: Float64Array;
  /** The indices of each unit's incoming weights: what Li et al. call a filter. */
  readonly filters: readonly (readonly number[])[];
  /** The parameters a slice along two of them is along, by name, as in `W1[0][0]`. */
  readonly names: readonly [string, string];
  /** What random directions are drawn from. */
  readonly seed: number;
}

/** Two directions, and what is known of them. */
export interface SliceFrame {
  /** The parameters whose projection has coordinates (0, 0). */
  readonly anchor: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly labels: readonly [string, string];
  /** Shares of the path's variance, 0 to 1, along u and along v; only where the directions come from a path. */
  readonly explained: readonly [number, number] | null;
  /** Why these are not the directions that were asked for, as a sentence; null if they are. */
  readonly problem: string | null;
}

export interface Slice extends Entry {
  /** What of a run the directions change with: the path so far, where the plane goes through, or the latest step. */
  readonly follows: 'path' | 'centre' | 'end' | null;
  frame(context: SliceContext): SliceFrame;
}

/**
 * The plane through `centre` along a frame's directions, with the frame's coordinates. The point of the plane nearest
 * to any parameters has the same coordinates wherever the centre is, as long as the frame stays.
 *
 * @param extent the window in slice coordinates: `[uMin, uMax, vMin, vMax]`
 */
export function planeThrough(
  { anchor, u, v, labels }: SliceFrame,
  centre: Float64Array,
  extent: Plane['extent'],
): Plane {
  const [a, b] = project({ origin: anchor, u, v }, centre);
  const origin = centre.map((value, i) => value - a * u[i] - b * v[i]);
  return { origin, u, v, extent, labels, exact: centre.length === 2 };
}
