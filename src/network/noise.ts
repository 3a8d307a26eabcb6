// Noise after batch norm: what a layer gets is scaled and shifted at random, anew in every training step.
import type { Random } from '../math/random.ts';
import type { Signal, Stage } from './stage.ts';

/** One scale and one shift for each normalized unit of the network. */
export interface Noise {
  readonly scale: Float64Array;
  readonly shift: Float64Array;
  /** Whether the sweeps apply it; else its stages hand on what they get. */
  isOn: boolean;
}

export function createNoise(units: number): Noise {
  return { scale: new Float64Array(units).fill(1), shift: new Float64Array(units), isOn: false };
}

/**
 * Scales uniform in [1, 1 + amount / 2] and shifts uniform in [-amount, amount]: the distributions whose parameters
 * Santurkar et al. (2018, algorithm 1) draw for each unit at each step, theirs for an amount of 0.5. Rows of a batch
 * share them here, while there each row strays a little further.
 */
export function drawNoise({ scale, shift }: Noise, amount: number, random: Random): void {
  for (let unit = 0; unit < scale.length; unit++) {
    scale[unit] = 1 + (amount / 2) * random.uniform();
    shift[unit] = amount * (2 * random.uniform() - 1);
  }
}

/** @param first the index of the layer's first unit in the noise */
export function createNoiseStage(
  noise: Noise,
  first: number,
  source: Signal,
  target: Signal,
): Stage {
  const { units } = source;
  /** out = factor * x + term, unit by unit. */
  const map = (x: Float64Array, out: Float64Array, count: number, isShifted: boolean) => {
    if (!noise.isOn) {
      for (let k = 0; k < units * count; k++) out[k] = x[k];
      return;
    }
    for (let unit = 0; unit < units; unit++) {
      const factor = noise.scale[first + unit];
      const term = isShifted ? noise.shift[first + unit] : 0;
      const end = (unit + 1) * count;
      for (let k = unit * count; k < end; k++) out[k] = factor * x[k] + term;
    }
  };
  return {
    forward: (_theta, count) => map(source.value, target.value, count, true),
    backward: (_theta, count) => map(target.adjoint, source.adjoint, count, false),
    forwardTangent: (_theta, _v, count) => map(source.tangent, target.tangent, count, false),
    backwardTangent: (_theta, _v, count) =>
      map(target.adjointTangent, source.adjointTangent, count, false),
  };
}
