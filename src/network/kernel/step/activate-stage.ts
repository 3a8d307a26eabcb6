// The activation of one layer by instructions, where there are some for the number of rows.
import type { Signal, Stage } from '../../stage.ts';
import { placeOf } from './places.ts';
import type { StepSweeps } from './places.ts';

export function createActivateStage(
  fallback: Stage,
  source: Signal,
  target: Signal,
  sweepsFor: (count: number) => StepSweeps | null,
): Stage {
  const z = placeOf(source);
  const h = placeOf(target);
  const bytesOf = (count: number) => 8 * source.units * count;
  return {
    forward(theta, count, statistics, fixed) {
      const sweeps = sweepsFor(count);
      if (!sweeps) return fallback.forward(theta, count, statistics, fixed);
      sweeps.activate(z.value, h.value, bytesOf(count));
    },
    backward(theta, count, gradient) {
      const sweeps = sweepsFor(count);
      if (!sweeps) return fallback.backward(theta, count, gradient);
      sweeps.activateBackward(z.value, h.value, h.adjoint, z.adjoint, bytesOf(count));
    },
    forwardTangent(theta, v, count) {
      const sweeps = sweepsFor(count);
      if (!sweeps) return fallback.forwardTangent(theta, v, count);
      sweeps.activateTangent(z.value, h.value, z.tangent, h.tangent, bytesOf(count));
    },
    backwardTangent(theta, v, count, out) {
      const sweeps = sweepsFor(count);
      if (!sweeps) return fallback.backwardTangent(theta, v, count, out);
      sweeps.activateBackwardTangent(
        ...[z.value, h.value, z.tangent, h.adjoint, h.adjointTangent, z.adjointTangent],
        bytesOf(count),
      );
    },
  };
}
