// A network on its samples in arithmetic of fewer digits: what float16 does to a loss, a gradient and a descent.
import { precisions } from '../../math/rounding.ts';
import type { Precision } from '../../math/rounding.ts';
import type { Samples } from '../../samples.ts';
import { createLayout } from '../layout.ts';
import { objectiveOf } from '../network.ts';
import type { NetworkObjective } from '../network.ts';
import type { NetworkSpec } from '../spec.ts';
import { validateSamples } from '../validate.ts';
import { createRoundedSweeps } from './rounded-sweeps.ts';

/**
 * The same objective with every operation of loss and gradient rounded to `precision`, parameters and samples
 * included; sums run in order, and nothing is kept wide in between, as some hardware does. Results are float64 numbers
 * that the precision can hold. What overflows is infinite and what is too small is 0: divergence is the caller's to
 * notice. `hessianVector` alone is the float64 network's, at the rounded parameters and samples.
 *
 * With `float64` nothing is rounded, and only the order of operations differs from `createObjective`, which is faster.
 *
 * @throws {RangeError} on an unknown precision, a spec that cannot be built, or samples that do not fit it
 */
export function createRoundedObjective(
  spec: NetworkSpec,
  samples: Samples,
  precision: Precision,
): NetworkObjective {
  if (!precisions.includes(precision)) {
    throw new RangeError(`unknown precision: ${precision} (known: ${precisions.join(', ')})`);
  }
  validateSamples(samples);
  const layout = createLayout(spec);
  const sweeps = createRoundedSweeps(spec, layout, samples, precision);
  return objectiveOf(spec, layout, samples, sweeps, precision);
}
