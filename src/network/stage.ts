// Signals and stages: a network is a chain of stages, each of which turns one signal into the next.

/** Means and biased variances of every normalized unit, concatenated over the layers. */
export interface Statistics {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/**
 * What flows between two stages: `units` columns of `count` numbers, unit-major (unit * count + row).
 * For a derivative along a direction v of parameter space, each number has a tangent.
 */
export interface Signal {
  readonly units: number;
  readonly value: Float64Array;
  /** The derivative of the mean loss by each value. */
  readonly adjoint: Float64Array;
  /** The derivative of each value along v. */
  readonly tangent: Float64Array;
  /** The derivative of each adjoint along v. */
  readonly adjointTangent: Float64Array;
  /** The network's inputs: they do not depend on theta, so their three derivatives are neither kept nor read. */
  readonly isInput: boolean;
}

/**
 * The four sweeps of one stage over `count` rows. Each relies on what the ones before it left in the signals:
 * forward, then backward; or forward, forwardTangent, backward, backwardTangent.
 */
export interface Stage {
  /**
   * Writes the target's value.
   * @param statistics where a stage that measures its batch writes what it saw
   * @param fixed read the statistics instead of measuring the batch
   */
  forward(theta: Float64Array, count: number, statistics: Statistics, fixed: boolean): void;
  /** Writes the source's adjoint, and the gradient of the stage's own parameters. */
  backward(theta: Float64Array, count: number, gradient: Float64Array): void;
  /** Writes the target's tangent. */
  forwardTangent(theta: Float64Array, v: Float64Array, count: number): void;
  /** Writes the source's adjoint tangent, and the stage's own part of the Hessian times v. */
  backwardTangent(theta: Float64Array, v: Float64Array, count: number, out: Float64Array): void;
}

/** @param capacity the most rows that will ever be asked for */
export function createSignal(units: number, capacity: number, isInput = false): Signal {
  const length = units * capacity;
  const derivative = () => new Float64Array(isInput ? 0 : length);
  return {
    units,
    value: new Float64Array(length),
    adjoint: derivative(),
    tangent: derivative(),
    adjointTangent: derivative(),
    isInput,
  };
}
