// Layer norm: rows standardized by hand, and what it makes a network blind to.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activations } from '../../src/network/activations.ts';
import { createObjective } from '../../src/network/network.ts';
import type { NetworkObjective } from '../../src/network/network.ts';
import type { NetworkSpec, Normalization } from '../../src/network/spec.ts';
import { createRandomNetwork, kinds, shape } from './random-network.ts';
import type { RandomNetwork, Shape } from './random-network.ts';
import { relativeError } from './relative-error.ts';

const assertAll = (property: (shape: Shape) => void) =>
  fc.assert(fc.property(shape, property), { seed: 72, numRuns: 20 });

const spec = (normalization: Partial<Normalization>, hidden: number[]): NetworkSpec => ({
  sizes: [2, ...hidden, 1],
  activation: 'linear',
  loss: 'mse',
  normalization: { kind: 'layer', place: 'before', ...normalization },
});
const samples = {
  count: 3,
  inputs: Float64Array.of(1, 2, 0, 0, 3, -1),
  targets: Float64Array.of(0, 0, 0),
};

it('standardizes each row over its units', () => {
  const objective = createObjective(spec({}, [3]), samples);
  // Sums x1, x2 and 4 x1: the first row is (1, 2, 4), the second is constant.
  const theta = Float64Array.of(1, 0, 0, 1, 4, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0);
  const outputs = () => objective.hidden(theta, 1).outputs;
  const column = (row: number) => [0, 1, 2].map((unit) => outputs()[3 * unit + row]);
  const expected = [-1.0690415314503, -0.2672603828626, 1.3363019143129];
  expect(relativeError(column(0), expected)).toBeLessThan(1e-13);
  expect(column(1)).toEqual([0, 0, 0]);
  // (3, -1, 12): mean 14/3, variance the mean of the squares (154/3) less that of the mean.
  const mean = 14 / 3;
  const deviation = Math.sqrt(154 / 3 - mean * mean + 1e-5);
  const standardized = [3, -1, 12].map((x) => (x - mean) / deviation);
  expect(relativeError(column(2), standardized)).toBeLessThan(1e-14);
  const [gamma, beta] = [objective.names.indexOf('gamma1[0]'), objective.names.indexOf('beta1[0]')];
  theta.set([2, 3, -1], gamma);
  theta.set([10, 20, 30], beta);
  const scaled = [2, 3, -1].map((scale, k) => scale * standardized[k] + 10 * (k + 1));
  expect(relativeError(column(2), scaled)).toBeLessThan(1e-14);
});

it('keeps its digits on a row so far from 0 that its mean is not a float64', () => {
  const far = { ...samples, inputs: samples.inputs.map((x) => x + 2 ** 52) };
  const objective = createObjective(spec({ affine: 'frozen' }, [2]), far);
  const theta = Float64Array.of(1, 0, 0, 1, 0, 0, 0, 0, 0);
  const { outputs } = objective.hidden(theta, 1);
  const deviation = Math.sqrt(0.25 + 1e-5);
  expect(relativeError([outputs[0], outputs[3]], [-0.5 / deviation, 0.5 / deviation])).toBeLessThan(
    1e-15,
  );
});

/** Mean and biased variance. */
const moments = (values: number[]) => {
  const mean = values.reduce((sum, y) => sum + y, 0) / values.length;
  return [mean, values.reduce((sum, y) => sum + (y - mean) ** 2, 0) / values.length];
};

/** What the first layer hands to its normalization, unit by unit. */
const sums = (
  { layout, samples: { inputs, count } }: NetworkObjective,
  theta: Float64Array,
  out: Float64Array,
) => {
  const [{ weights, bias }] = layout.layers;
  for (let k = 0; k < out.length; k++) {
    const unit = Math.floor(k / count);
    const x = inputs.subarray(2 * (k % count));
    const w = theta.subarray(weights + 2 * unit);
    out[k] = w[0] * x[0] + w[1] * x[1] + theta[(bias ?? NaN) + unit];
  }
};

const layerKinds = kinds.filter(({ normalization }) => normalization.kind === 'layer');

describe.each(layerKinds.filter(({ loss }) => loss === 'mse'))('$name', (kind) => {
  it('gives each row the mean 0 and the variance v / (v + eps), before gamma and beta', () => {
    const frozen = { ...kind, normalization: { ...kind.normalization, affine: 'frozen' as const } };
    assertAll((drawn) => {
      const { objective, theta } = createRandomNetwork(frozen, { ...drawn, hidden: [4] });
      const { outputs, preActivations, count } = objective.hidden(theta, 1);
      const isBefore = kind.normalization.place === 'before';
      const normalized = isBefore ? preActivations : outputs;
      const raw = new Float64Array(4 * count);
      if (isBefore) sums(objective, theta, raw);
      else activations.get(kind.activation).evaluate(preActivations, 4 * count, raw);
      for (let r = 0; r < count; r++) {
        const row = (values: Float64Array) => [0, 1, 2, 3].map((unit) => values[unit * count + r]);
        const [mean, variance] = moments(row(normalized));
        const [, v] = moments(row(raw));
        expect(Math.abs(mean)).toBeLessThan(1e-15);
        expect(Math.abs(variance - v / (v + 0.1))).toBeLessThan(1e-14);
      }
    });
  });

  it('does not know the other rows, so one row is enough and evaluation is as training', () => {
    assertAll((drawn) => {
      const { objective, theta } = createRandomNetwork(kind, drawn);
      const { inputs, targets } = objective.samples;
      const all = objective.outputs(theta);
      expect(objective.outputs(theta, 'running')).toEqual(all);
      expect(objective.evaluationLoss(theta)).toBe(objective.evaluate(theta));
      const alone = createObjective(objective.spec, {
        count: 1,
        inputs: inputs.slice(6, 8),
        targets: targets.slice(3, 4),
      });
      expect(alone.outputs(theta)[0]).toBe(all[3]);
      expect(objective.lastStatistics.mean).toHaveLength(0);
    });
  });
});

const before = layerKinds.find(({ normalization }) => normalization.place === 'before');

describe('layer norm before the activation', () => {
  const network = (drawn: Shape, eps: number): RandomNetwork => {
    if (!before) throw new Error('no layer norm before the activation');
    const kind = { ...before, normalization: { ...before.normalization, eps } };
    return createRandomNetwork(kind, { ...drawn, hidden: [4] });
  };

  it('takes no notice of a shift that all biases of a layer share', () => {
    assertAll((drawn) => {
      const { objective, theta } = network(drawn, 1e-5);
      const loss = objective.evaluate(theta);
      const first = objective.layout.layers[0].bias ?? NaN;
      for (let unit = 0; unit < 4; unit++) theta[first + unit] += 2;
      expect(relativeError([objective.evaluate(theta)], [loss])).toBeLessThan(1e-11);
      theta[first] += 2;
      expect(relativeError([objective.evaluate(theta)], [loss])).toBeGreaterThan(1e-6);
    });
  });

  it('takes no notice of the size of all that enters a layer', () => {
    assertAll((drawn) => {
      const { objective, theta } = network(drawn, 1e-14);
      const loss = objective.evaluate(theta);
      const [{ weights, bias }] = objective.layout.layers;
      for (let k = weights; k < weights + 8; k++) theta[k] *= 7;
      for (let unit = 0; unit < 4; unit++) theta[(bias ?? NaN) + unit] *= 7;
      expect(relativeError([objective.evaluate(theta)], [loss])).toBeLessThan(1e-8);
    });
  });
});
