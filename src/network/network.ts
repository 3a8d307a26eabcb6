// A network on its samples as an objective, in plain float64: the reference that everything faster is held to.
import type { Samples } from '../samples.ts';
import { createChain } from './chain.ts';
import { createLayout } from './layout.ts';
import { losses } from './losses.ts';
import type { NetworkObjective } from './network-objective.ts';
import { createRunningStatistics, createStatistics } from './running.ts';
import type { BatchStatistics } from './running.ts';
import type { NetworkSpec } from './spec.ts';
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
  const loss = losses.get(spec.loss);
  const chain = createChain(spec, layout, samples.count);
  const running = createRunningStatistics(layout.normalizedUnits, spec.normalization.momentum);
  const lastStatistics = createStatistics(layout.normalizedUnits);
  const scratch = createStatistics(layout.normalizedUnits);
  const gradientScratch = new Float64Array(layout.size);
  const batchTargets = new Float64Array(samples.count);
  const { input, output } = chain;

  const checkLength = (noun: string, { length }: Float64Array) => {
    if (length !== layout.size) {
      throw new RangeError(`wrong ${noun} length: ${length} (this network has ${layout.size})`);
    }
  };

  /** Loads `count` rows of row-major inputs, from row `from` on, into the unit-major input signal. */
  const load = (inputs: Float64Array, from: number, count: number) => {
    for (let r = 0; r < count; r++) {
      input.value[r] = inputs[2 * (from + r)];
      input.value[count + r] = inputs[2 * (from + r) + 1];
    }
  };
  const loadRows = (rows: Int32Array) => {
    const count = rows.length;
    if (count < 1 || count > samples.count) {
      throw new RangeError(`wrong batch size: ${count} (1 to ${samples.count} rows)`);
    }
    for (let r = 0; r < count; r++) {
      input.value[r] = samples.inputs[2 * rows[r]];
      input.value[count + r] = samples.inputs[2 * rows[r] + 1];
      batchTargets[r] = samples.targets[rows[r]];
    }
  };

  /** The forward sweep over the rows with their own statistics; returns how many rows there are. */
  const forward = (theta: Float64Array, statistics: BatchStatistics, rows?: Int32Array) => {
    checkLength('theta', theta);
    const count = rows ? rows.length : samples.count;
    if (count === 1 && layout.normalizedUnits > 0) {
      throw new RangeError('too small batch: 1 row (batch norm needs 2 to measure a variance)');
    }
    if (rows) loadRows(rows);
    else load(samples.inputs, 0, count);
    chain.forward(theta, count, statistics, false);
    statistics.count = count;
    return count;
  };

  return {
    size: layout.size,
    names: layout.names,
    spec,
    layout,
    samples,
    kernel: 'plain',
    lastStatistics,
    running: running.statistics,
    moveRunning: running.move,
    resetRunning: running.reset,

    evaluate(theta, gradient, rows) {
      const count = forward(theta, lastStatistics, rows);
      const targets = rows ? batchTargets : samples.targets;
      if (gradient) {
        checkLength('gradient', gradient);
        loss.derivative(output.value, targets, count, output.adjoint);
        chain.backward(theta, count, gradient);
      }
      return loss.mean(output.value, targets, count);
    },

    // Forward over reverse: the tangent along v of every number of the gradient's computation (Pearlmutter 1994).
    hessianVector(theta, v, out) {
      checkLength('vector', v);
      checkLength('result', out);
      const count = forward(theta, scratch);
      chain.forwardTangent(theta, v, count);
      loss.derivative(output.value, samples.targets, count, output.adjoint);
      chain.backward(theta, count, gradientScratch);
      const { tangent, adjointTangent } = output;
      loss.secondDerivative(output.value, samples.targets, count, adjointTangent);
      for (let r = 0; r < count; r++) adjointTangent[r] *= tangent[r];
      chain.backwardTangent(theta, v, count, out);
    },

    outputs(theta, statistics = 'batch', inputs) {
      if (statistics === 'batch') {
        const count = forward(theta, scratch);
        if (!inputs) return output.value.slice(0, count);
      }
      checkLength('theta', theta);
      const source = inputs ?? samples.inputs;
      const fixed = statistics === 'batch' ? scratch : running.statistics;
      if (source.length % 2 !== 0) {
        throw new RangeError(`odd inputs length: ${source.length} (two numbers a row)`);
      }
      const result = new Float64Array(source.length / 2);
      for (let from = 0; from < result.length; from += samples.count) {
        const count = Math.min(samples.count, result.length - from);
        load(source, from, count);
        chain.forward(theta, count, fixed, true);
        result.set(output.value.subarray(0, count), from);
      }
      return result;
    },

    hidden(theta, layer) {
      const signals = chain.hidden[layer - 1];
      if (!signals) {
        throw new RangeError(`unknown hidden layer: ${layer} (there are ${chain.hidden.length})`);
      }
      const count = forward(theta, scratch);
      const { units } = signals.preActivation;
      return {
        units,
        count,
        preActivations: signals.preActivation.value.slice(0, units * count),
        outputs: signals.output.value.slice(0, units * count),
      };
    },

    batchStatistics(theta, rows) {
      const statistics = createStatistics(layout.normalizedUnits);
      forward(theta, statistics, rows);
      return statistics;
    },
  };
}
