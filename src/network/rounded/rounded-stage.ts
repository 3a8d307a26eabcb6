// The stages of a network whose every operation is rounded: forward and backward, written for reading.
import type { Round } from '../../math/rounding.ts';
import type { Activation } from '../activations.ts';
import type { Noise } from '../noise.ts';
import type { LayerSlots } from '../slots.ts';
import type { Signal, Stage } from '../stage.ts';

/** Numbers in signals, theta and gradients are rounded already; what comes of an operation is rounded at once. */
export type RoundedStage = Pick<Stage, 'forward' | 'backward'>;

/** z = W h + b, the products added one by one, from the bias on. */
export function createRoundedDense(
  { inputs, units, weights, bias }: LayerSlots,
  round: Round,
  source: Signal,
  target: Signal,
): RoundedStage {
  return {
    forward(theta, count) {
      for (let unit = 0; unit < units; unit++) {
        for (let r = 0; r < count; r++) {
          let z = bias === null ? 0 : theta[bias + unit];
          for (let input = 0; input < inputs; input++) {
            const w = theta[weights + unit * inputs + input];
            z = round(z + round(w * source.value[input * count + r]));
          }
          target.value[unit * count + r] = z;
        }
      }
    },

    backward(theta, count, gradient) {
      for (let unit = 0; unit < units; unit++) {
        const adjoint = target.adjoint.subarray(unit * count, (unit + 1) * count);
        if (bias !== null) gradient[bias + unit] = sum(count, round, (r) => adjoint[r]);
        for (let input = 0; input < inputs; input++) {
          const h = source.value.subarray(input * count, (input + 1) * count);
          gradient[weights + unit * inputs + input] = sum(count, round, (r) =>
            round(adjoint[r] * h[r]),
          );
        }
      }
      if (source.isInput) return;
      for (let input = 0; input < inputs; input++) {
        for (let r = 0; r < count; r++) {
          source.adjoint[input * count + r] = sum(units, round, (unit) =>
            round(theta[weights + unit * inputs + input] * target.adjoint[unit * count + r]),
          );
        }
      }
    },
  };
}

/** The function and its derivative count as one operation each, as a processor's own instruction for them would. */
export function createRoundedActivate(
  activation: Activation,
  round: Round,
  source: Signal,
  target: Signal,
): RoundedStage {
  const slope = new Float64Array(source.value.length);
  return {
    forward(_theta, count) {
      const length = source.units * count;
      activation.evaluate(source.value, length, target.value);
      for (let k = 0; k < length; k++) target.value[k] = round(target.value[k]);
    },

    backward(_theta, count) {
      const length = source.units * count;
      activation.derivative(source.value, target.value, length, slope);
      for (let k = 0; k < length; k++) {
        source.adjoint[k] = round(target.adjoint[k] * round(slope[k]));
      }
    },
  };
}

/** @param first the index of the layer's first unit in the noise */
export function createRoundedNoise(
  noise: Noise,
  first: number,
  round: Round,
  source: Signal,
  target: Signal,
): RoundedStage {
  const scale = (unit: number) => (noise.isOn ? round(noise.scale[first + unit]) : 1);
  const shift = (unit: number) => (noise.isOn ? round(noise.shift[first + unit]) : 0);
  return {
    forward(_theta, count) {
      for (let k = 0; k < source.units * count; k++) {
        const unit = Math.floor(k / count);
        target.value[k] = round(round(scale(unit) * source.value[k]) + shift(unit));
      }
    },

    backward(_theta, count) {
      for (let k = 0; k < source.units * count; k++) {
        source.adjoint[k] = round(scale(Math.floor(k / count)) * target.adjoint[k]);
      }
    },
  };
}

/** The terms added one by one, in order: what is small beside the sum so far is lost, as it is in such arithmetic. */
export function sum(count: number, round: Round, term: (k: number) => number): number {
  let total = 0;
  for (let k = 0; k < count; k++) total = round(total + term(k));
  return total;
}
