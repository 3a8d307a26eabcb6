// A network on its samples as an objective, in plain float64: the reference that everything faster is held to.
import type { Precision } from '../math/rounding.ts';
import { roundings } from '../math/rounding.ts';
import type { Samples } from '../samples.ts';
import { withQuickSteps } from './kernel/step/quick-sweeps.ts';
import { createQuickSweeps, createSurfaceKernel } from './kernels.ts';
import { createLayout } from './layout.ts';
import type { Layout } from './layout.ts';
import type { NetworkObjective } from './network-objective.ts';
import { drawNoise } from './noise.ts';
import { createRunningStatistics, createStatistics } from './running.ts';
import type { BatchStatistics } from './running.ts';
import type { NetworkSpec } from './spec.ts';
import { createSweeps } from './sweeps.ts';
import type { Sweeps } from './sweeps.ts';
import { validateSamples } from './validate.ts';

export type { HiddenValues, NetworkObjective } from './network-objective.ts';
export type { BatchStatistics } from './running.ts';

/**
 * @param spec 0 to 10 hidden layers of 1 to 16 units
 * @param samples must not change afterwards
 * @throws {RangeError} on a spec that cannot be built, or samples that do not fit it
 */
export function createObjective(spec: NetworkSpec, samples: Samples): NetworkObjective {
  validateSamples(samples);
  const layout = createLayout(spec);
  const sweeps = withQuickSteps(createSweeps(spec, layout, samples), () =>
    createQuickSweeps(spec, layout, samples),
  );
  return objectiveOf(spec, layout, samples, sweeps, 'float64');
}

/** An objective from sweeps that somebody has made, in exact or in rounded arithmetic. */
export function objectiveOf(
  spec: NetworkSpec,
  layout: Layout,
  samples: Samples,
  sweeps: Sweeps,
  precision: Precision,
): NetworkObjective {
  const { output, hidden, noise } = sweeps;
  const { normalizedUnits } = layout;
  const { momentum, noise: noiseAmount = 0 } = spec.normalization;
  const running = createRunningStatistics(normalizedUnits, momentum, roundings[precision]);
  const lastStatistics = createStatistics(normalizedUnits);
  const scratch = createStatistics(normalizedUnits);

  /** The forward sweep over the rows with their own statistics; returns how many rows there are. */
  const measure = (theta: Float64Array, statistics: BatchStatistics, rows?: Int32Array) => {
    statistics.count = sweeps.forward(theta, statistics, false, rows);
    return statistics.count;
  };

  const evaluate: NetworkObjective['evaluate'] = (theta, gradient, rows) => {
    const mean = sweeps.evaluate(theta, lastStatistics, false, gradient, rows);
    lastStatistics.count = rows ? rows.length : samples.count;
    return mean;
  };

  const outputs: NetworkObjective['outputs'] = (theta, statistics = 'batch', inputs) => {
    if (statistics === 'batch') {
      const count = measure(theta, scratch);
      if (!inputs) return output.value.slice(0, count);
    }
    const source = inputs ?? samples.inputs;
    const fixed = statistics === 'batch' ? scratch : running.statistics;
    if (source.length % 2 !== 0) {
      throw new RangeError(`odd inputs length: ${source.length} (two numbers a row)`);
    }
    const result = new Float64Array(source.length / 2);
    for (let from = 0; from < result.length; from += samples.count) {
      const count = Math.min(samples.count, result.length - from);
      sweeps.forwardInputs(theta, fixed, source, from, count);
      result.set(output.value.subarray(0, count), from);
    }
    return result;
  };

  const kernel = createSurfaceKernel({
    ...{ spec, layout, samples, precision },
    statistics: null,
    outputs: (theta) => output.value.slice(0, measure(theta, scratch)),
    evaluate: (theta) => sweeps.evaluate(theta, scratch, false),
  });

  return {
    size: layout.size,
    names: layout.names,
    spec,
    layout,
    samples,
    get kernel() {
      return kernel.kind;
    },
    get kernelNote() {
      return kernel.note;
    },
    evaluatePlane: kernel.evaluatePlane,
    precision,
    isNoisy: noise !== null && normalizedUnits > 0,
    lastStatistics,
    running: running.statistics,
    moveRunning: running.move,
    resetRunning: running.reset,
    evaluate,
    outputs,

    hessianVector(theta, v, out) {
      sweeps.hessianVector(theta, v, scratch, false, out);
    },

    drawNoise(random) {
      if (noise) drawNoise(noise, noiseAmount, random);
    },

    evaluateNoisy(theta, gradient, rows) {
      if (!noise) return evaluate(theta, gradient, rows);
      noise.isOn = true;
      try {
        return evaluate(theta, gradient, rows);
      } finally {
        noise.isOn = false;
      }
    },

    evaluationLoss(theta, other = samples) {
      validateSamples(other);
      return sweeps.mean(outputs(theta, 'running', other.inputs), other.targets, other.count);
    },

    hidden(theta, layer) {
      const signals = hidden[layer - 1];
      if (!signals) {
        throw new RangeError(`unknown hidden layer: ${layer} (there are ${hidden.length})`);
      }
      const count = measure(theta, scratch);
      const { units } = signals.preActivation;
      return {
        units,
        count,
        preActivations: signals.preActivation.value.slice(0, units * count),
        outputs: signals.output.value.slice(0, units * count),
      };
    },

    batchStatistics(theta, rows) {
      const statistics = createStatistics(normalizedUnits);
      measure(theta, statistics, rows);
      return statistics;
    },
  };
}
