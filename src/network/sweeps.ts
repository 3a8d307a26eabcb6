// The sweeps of one network over its samples: rows in, a mean loss and its exact derivatives out.
import type { Samples } from '../samples.ts';
import { createChain } from './chain.ts';
import type { HiddenSignals } from './chain.ts';
import type { Layout } from './layout.ts';
import { createLoader } from './loader.ts';
import { losses } from './losses.ts';
import type { Noise } from './noise.ts';
import type { Parts } from './parts.ts';
import type { NetworkSpec } from './spec.ts';
import type { Signal, Statistics } from './stage.ts';

/** Every method throws what an `Objective` throws. */
export interface Sweeps {
  /** What the latest forward sweep has left. */
  readonly output: Signal;
  readonly hidden: readonly HiddenSignals[];
  readonly noise: Noise | null;
  /**
   * The forward sweep; returns how many rows there are. All rows of the samples, if none are named.
   * @param statistics of batch norm: to be measured and written, or where `fixed` to be read
   */
  forward(theta: Float64Array, statistics: Statistics, fixed: boolean, rows?: Int32Array): number;
  /** The forward sweep over other inputs: `count` rows of `inputs`, row major, from row `from` on. */
  forwardInputs(
    theta: Float64Array,
    statistics: Statistics,
    inputs: Float64Array,
    from: number,
    count: number,
  ): void;
  /** The mean loss of outputs that belong to `targets`. */
  mean(outputs: Float64Array, targets: Float64Array, count: number): number;
  /** The mean loss; overwrites `gradient`, where given, with its gradient. */
  evaluate(
    theta: Float64Array,
    statistics: Statistics,
    fixed: boolean,
    gradient?: Float64Array,
    rows?: Int32Array,
  ): number;
  /** Overwrites `out` with the Hessian of the mean loss over all rows, times `v`. */
  hessianVector(
    theta: Float64Array,
    v: Float64Array,
    statistics: Statistics,
    fixed: boolean,
    out: Float64Array,
  ): void;
}

/** @param parts plain code unless given */
export function createSweeps(
  spec: NetworkSpec,
  layout: Layout,
  samples: Samples,
  parts?: Parts,
): Sweeps {
  const loss = losses.get(spec.loss);
  const chain = createChain(spec, layout, samples.count, parts);
  const { input, output, hidden, noise } = chain;
  const loader = createLoader(samples, input);
  const gradientScratch = new Float64Array(layout.size);

  const forward: Sweeps['forward'] = (theta, statistics, fixed, rows) => {
    checkLength(layout, 'theta', theta);
    const count = loader.rows(rows);
    if (!fixed) checkBatch(layout, count);
    chain.forward(theta, count, statistics, fixed);
    return count;
  };

  return {
    output,
    hidden,
    noise,
    forward,

    forwardInputs(theta, statistics, inputs, from, count) {
      checkLength(layout, 'theta', theta);
      loader.inputs(inputs, from, count);
      chain.forward(theta, count, statistics, true);
    },

    mean: loss.mean,

    evaluate(theta, statistics, fixed, gradient, rows) {
      const count = forward(theta, statistics, fixed, rows);
      const targets = loader.targets(rows);
      if (gradient) {
        checkLength(layout, 'gradient', gradient);
        loss.derivative(output.value, targets, count, output.adjoint);
        chain.backward(theta, count, gradient);
      }
      return loss.mean(output.value, targets, count);
    },

    // Forward over reverse: the tangent along v of every number of the gradient's computation (Pearlmutter 1994).
    hessianVector(theta, v, statistics, fixed, out) {
      checkLength(layout, 'vector', v);
      checkLength(layout, 'result', out);
      const count = forward(theta, statistics, fixed);
      chain.forwardTangent(theta, v, count);
      loss.derivative(output.value, samples.targets, count, output.adjoint);
      chain.backward(theta, count, gradientScratch);
      const { tangent, adjointTangent } = output;
      loss.secondDerivative(output.value, samples.targets, count, adjointTangent);
      for (let r = 0; r < count; r++) adjointTangent[r] *= tangent[r];
      chain.backwardTangent(theta, v, count, out);
    },
  };
}

/** @throws {RangeError} if a vector of all parameters has another length */
export function checkLength({ size }: Layout, noun: string, { length }: Float64Array): void {
  if (length !== size) {
    throw new RangeError(`wrong ${noun} length: ${length} (this network has ${size})`);
  }
}

/** @throws {RangeError} on one row, if batch norm would have to measure it */
export function checkBatch({ normalizedUnits }: Layout, count: number): void {
  if (count === 1 && normalizedUnits > 0) {
    throw new RangeError('too small batch: 1 row (batch norm needs 2 to measure a variance)');
  }
}
