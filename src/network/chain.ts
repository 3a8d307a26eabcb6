// The chain of stages of one network, with all the buffers its sweeps need.
import { activations } from './activations.ts';
import type { Layout } from './layout.ts';
import { createNoise, createNoiseStage } from './noise.ts';
import type { Noise } from './noise.ts';
import { normalizations } from './normalization/index.ts';
import type { NormalizationSlots } from './slots.ts';
import { plainParts } from './parts.ts';
import type { NetworkSpec } from './spec.ts';
import type { Signal, Stage, Statistics } from './stage.ts';

/** Of a hidden layer, what enters its activation and what leaves the layer. */
export interface HiddenSignals {
  readonly preActivation: Signal;
  readonly output: Signal;
}

/** The four sweeps over all stages; see `Stage` for what each writes and relies on. */
export interface Chain {
  readonly input: Signal;
  /** One unit: a real number, or a logit. */
  readonly output: Signal;
  readonly hidden: readonly HiddenSignals[];
  /** Off until somebody turns it on; null where the network has none. */
  readonly noise: Noise | null;
  forward(theta: Float64Array, count: number, statistics: Statistics, fixed: boolean): void;
  backward(theta: Float64Array, count: number, gradient: Float64Array): void;
  forwardTangent(theta: Float64Array, v: Float64Array, count: number): void;
  backwardTangent(theta: Float64Array, v: Float64Array, count: number, out: Float64Array): void;
}

/**
 * @param capacity the most rows that will ever be asked for
 * @param parts plain code unless given
 */
export function createChain(
  spec: NetworkSpec,
  layout: Layout,
  capacity: number,
  parts = plainParts(capacity),
): Chain {
  const { createStage } = normalizations.get(spec.normalization.kind);
  const activation = activations.get(spec.activation);
  const noise = spec.normalization.noise ? createNoise(layout.normalizedUnits) : null;
  const stages: Stage[] = [];
  const hidden: HiddenSignals[] = [];

  const normalize = (slots: NormalizationSlots | null, source: Signal): Signal => {
    if (!slots || !createStage) return source;
    const target = parts.signal(slots.units);
    stages.push(createStage(slots, spec.normalization, capacity, source, target));
    if (!noise) return target;
    const noisy = parts.signal(slots.units);
    stages.push(createNoiseStage(noise, slots.statistics, target, noisy));
    return noisy;
  };

  const input = parts.signal(spec.sizes[0], true);
  let signal = normalize(layout.inputNormalization, input);
  for (const layer of layout.layers) {
    const sum = parts.signal(layer.units);
    stages.push(parts.dense(layer, signal, sum));
    if (layer === layout.layers.at(-1)) {
      signal = sum;
      break;
    }
    const isBefore = spec.normalization.place === 'before';
    const preActivation = isBefore ? normalize(layer.normalization, sum) : sum;
    const activated = parts.signal(layer.units);
    stages.push(parts.activate(activation, preActivation, activated));
    signal = isBefore ? activated : normalize(layer.normalization, activated);
    hidden.push({ preActivation, output: signal });
  }

  return {
    input,
    output: signal,
    hidden,
    noise,
    forward(theta, count, statistics, fixed) {
      for (let k = 0; k < stages.length; k++) stages[k].forward(theta, count, statistics, fixed);
    },
    backward(theta, count, gradient) {
      for (let k = stages.length - 1; k >= 0; k--) stages[k].backward(theta, count, gradient);
    },
    forwardTangent(theta, v, count) {
      for (let k = 0; k < stages.length; k++) stages[k].forwardTangent(theta, v, count);
    },
    backwardTangent(theta, v, count, out) {
      for (let k = stages.length - 1; k >= 0; k--) stages[k].backwardTangent(theta, v, count, out);
    },
  };
}
