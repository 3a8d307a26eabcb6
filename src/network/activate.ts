// The activation of one layer as a stage of the chain.
import type { Activation } from './activations.ts';
import type { Signal, Stage } from './stage.ts';

export function createActivate(
  activation: Activation,
  capacity: number,
  source: Signal,
  target: Signal,
): Stage {
  const { units } = source;
  const slope = new Float64Array(units * capacity);
  const curvature = new Float64Array(units * capacity);
  return {
    forward(_theta, count) {
      activation.evaluate(source.value, units * count, target.value);
    },

    backward(_theta, count) {
      const length = units * count;
      activation.derivative(source.value, target.value, length, slope);
      for (let k = 0; k < length; k++) source.adjoint[k] = target.adjoint[k] * slope[k];
    },

    forwardTangent(_theta, _v, count) {
      const length = units * count;
      activation.derivative(source.value, target.value, length, slope);
      for (let k = 0; k < length; k++) target.tangent[k] = source.tangent[k] * slope[k];
    },

    backwardTangent(_theta, _v, count) {
      const length = units * count;
      activation.secondDerivative(source.value, target.value, length, curvature);
      for (let k = 0; k < length; k++) {
        source.adjointTangent[k] =
          target.adjointTangent[k] * slope[k] +
          target.adjoint[k] * curvature[k] * source.tangent[k];
      }
    },
  };
}
