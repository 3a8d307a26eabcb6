// The one seam of the engine: a differentiable function of a flat parameter vector.
// Optimizers, slices and curvature know this and nothing of networks, so a textbook function fits as well.

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
}
