// An optimizer's step in arithmetic of fewer digits: what it stores is rounded.
import { roundings } from '../../math/rounding.ts';
import type { Precision } from '../../math/rounding.ts';

/** A rule that moves `theta` in place and keeps what it remembers in `memory`. */
export type Step<S> = (
  theta: Float64Array,
  gradient: Float64Array,
  memory: Float64Array,
  iteration: number,
  settings: S,
) => void;

/**
 * The same rule with numbers of `precision` in its store: parameters and memory are rounded after the step, whose few
 * operations are float64 in between. So does a fused kernel of a framework, which reads and writes the narrow format
 * and computes in a wide one. A step smaller than half the spacing of the numbers around a parameter leaves it where
 * it is, which is how descent comes to rest in few digits.
 */
export function roundStep<S>(step: Step<S>, precision: Precision): Step<S> {
  const round = roundings[precision];
  return (theta, gradient, memory, iteration, settings) => {
    step(theta, gradient, memory, iteration, settings);
    for (let i = 0; i < theta.length; i++) theta[i] = round(theta[i]);
    for (let i = 0; i < memory.length; i++) memory[i] = round(memory[i]);
  };
}
