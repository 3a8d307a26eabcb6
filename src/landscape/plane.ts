// A plane through parameter space: what a loss surface is drawn over, and what a path is projected onto.

export interface Plane {
  /** The parameters at coordinates (0, 0). */
  readonly origin: Float64Array;
  /** The direction of the first coordinate, drawn along x. */
  readonly u: Float64Array;
  /** The direction of the second coordinate, drawn along y. */
  readonly v: Float64Array;
  /** The window in coordinates: `[uMin, uMax, vMin, vMax]`. */
  readonly extent: readonly [number, number, number, number];
  readonly labels: readonly [string, string];
  /** Whether the plane is the whole parameter space, and not a slice through it. */
  readonly exact: boolean;
}
