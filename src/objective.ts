// The one seam of the engine: a differentiable function of a flat parameter vector.
// Optimizers, slices and curvature know this and nothing of networks, so a textbook function fits as well.

/** Points of a plane: `origin + a[i] u + b[j] v` for every i and every j. */
export interface PlanePoints {
  readonly origin: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
  /** Coordinates along u, in any order. */
  readonly a: Float64Array;
  /** Coordinates along v. */
  readonly b: Float64Array;
}

export interface Objective {
  /** How many parameters there are: the length of every `theta`, `gradient` and `v` below. */
  readonly size: number;
  /** One name a parameter, for example `W1[0][1]`: layer 1, unit 0, input 1. */
  readonly names: readonly string[];
  /**
   * The mean loss over the rows (all of them, if left out), at `theta`.
   * Given `gradient`, overwrites it with the gradient of that mean.
   * A value that is not finite is returned as it is: divergence is the caller's to notice.
   */
  evaluate(theta: Float64Array, gradient?: Float64Array, rows?: Int32Array): number;
  /** Overwrites `out` with the Hessian of the mean loss over all rows at `theta`, times `v`. */
  hessianVector(theta: Float64Array, v: Float64Array, out: Float64Array): void;
  /**
   * Many losses at once, where there is a faster way to them than `evaluate`: overwrites `losses[j * a.length + i]` with
   * the mean loss over all rows at each point. Single precision is for drawing: what is printed comes from `evaluate`.
   *
   * @param precision `float64`: as `evaluate` has it but for the last digits. Left out: single wherever it is good enough
   *   to draw (a part in a thousand, mostly a part in a million)
   * @returns false, and `losses` holds nothing, if this plane or this machine has no faster way at the moment
   */
  evaluatePlane?(points: PlanePoints, losses: Float64Array, precision?: 'float64'): boolean;
}
