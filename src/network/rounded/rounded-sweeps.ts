// The sweeps of one network with every operation rounded to fewer digits.
import { roundings } from '../../math/rounding.ts';
import type { Precision, Round } from '../../math/rounding.ts';
import type { Samples } from '../../samples.ts';
import { activations } from '../activations.ts';
import type { HiddenSignals } from '../chain.ts';
import type { Layout } from '../layout.ts';
import { createLoader } from '../loader.ts';
import { createNoise } from '../noise.ts';
import type { NormalizationSlots } from '../slots.ts';
import type { NetworkSpec } from '../spec.ts';
import { createSignal } from '../stage.ts';
import type { Signal, Statistics } from '../stage.ts';
import { checkBatch, checkLength, createSweeps } from '../sweeps.ts';
import type { Sweeps } from '../sweeps.ts';
import { roundedLosses } from './rounded-losses.ts';
import { createRoundedNormalize } from './rounded-normalize.ts';
import { createRoundedActivate, createRoundedDense, createRoundedNoise } from './rounded-stage.ts';
import type { RoundedStage } from './rounded-stage.ts';

/**
 * Samples, parameters and eps are rounded before anything is done with them. The Hessian's product is the float64
 * network's at the rounded parameters and samples: rounding has no derivative.
 */
export function createRoundedSweeps(
  spec: NetworkSpec,
  layout: Layout,
  samples: Samples,
  precision: Precision,
): Sweeps {
  const round = roundings[precision];
  const rounded: Samples = {
    count: samples.count,
    inputs: samples.inputs.map(round),
    targets: samples.targets.map(round),
  };
  const loss = roundedLosses[spec.loss](round);
  const { stages, input, output, hidden, noise } = createRoundedChain(
    spec,
    layout,
    samples.count,
    round,
  );
  const loader = createLoader(rounded, input);
  const exact = createSweeps(spec, layout, rounded);
  const theta = new Float64Array(layout.size);

  const run = (parameters: Float64Array, count: number, statistics: Statistics, fixed: boolean) => {
    for (let i = 0; i < theta.length; i++) theta[i] = round(parameters[i]);
    for (const stage of stages) stage.forward(theta, count, statistics, fixed);
  };

  const forward: Sweeps['forward'] = (parameters, statistics, fixed, rows) => {
    checkLength(layout, 'theta', parameters);
    const count = loader.rows(rows);
    if (!fixed) checkBatch(layout, count);
    run(parameters, count, statistics, fixed);
    return count;
  };

  return {
    output,
    hidden,
    noise,
    forward,

    forwardInputs(parameters, statistics, inputs, from, count) {
      checkLength(layout, 'theta', parameters);
      loader.inputs(inputs.slice(2 * from, 2 * (from + count)).map(round), 0, count);
      run(parameters, count, statistics, true);
    },

    mean: (outputs, targets, count) => loss.mean(outputs, targets.map(round), count),

    evaluate(parameters, statistics, fixed, gradient, rows) {
      const count = forward(parameters, statistics, fixed, rows);
      const targets = loader.targets(rows);
      if (gradient) {
        checkLength(layout, 'gradient', gradient);
        loss.derivative(output.value, targets, count, output.adjoint);
        for (const stage of stages.toReversed()) stage.backward(theta, count, gradient);
      }
      return loss.mean(output.value, targets, count);
    },

    hessianVector(parameters, v, statistics, fixed, out) {
      exact.hessianVector(parameters.map(round), v, statistics, fixed, out);
    },
  };
}

/** The same order of stages as in chain.ts. */
function createRoundedChain(spec: NetworkSpec, layout: Layout, capacity: number, round: Round) {
  const { normalization } = spec;
  const activation = activations.get(spec.activation);
  const noise = normalization.noise ? createNoise(layout.normalizedUnits) : null;
  const stages: RoundedStage[] = [];
  const hidden: HiddenSignals[] = [];

  const normalize = (slots: NormalizationSlots | null, source: Signal): Signal => {
    if (!slots) return source;
    const target = createSignal(slots.units, capacity);
    stages.push(createRoundedNormalize(slots, normalization, capacity, round, source, target));
    if (!noise) return target;
    const noisy = createSignal(slots.units, capacity);
    stages.push(createRoundedNoise(noise, slots.statistics, round, target, noisy));
    return noisy;
  };

  const input = createSignal(spec.sizes[0], capacity, true);
  let signal = normalize(layout.inputNormalization, input);
  layout.layers.forEach((layer, k) => {
    const z = createSignal(layer.units, capacity);
    stages.push(createRoundedDense(layer, round, signal, z));
    signal = z;
    if (k + 1 === layout.layers.length) return;
    const isBefore = normalization.place === 'before';
    const preActivation = isBefore ? normalize(layer.normalization, z) : z;
    const activated = createSignal(layer.units, capacity);
    stages.push(createRoundedActivate(activation, round, preActivation, activated));
    signal = isBefore ? activated : normalize(layer.normalization, activated);
    hidden.push({ preActivation, output: signal });
  });
  return { stages, input, output: signal, hidden, noise };
}
