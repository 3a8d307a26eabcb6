// What holds for every network: random ones of every kind, checked without an oracle.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createObjective } from '../../src/network/network.ts';
import type { NormalizationSlots } from '../../src/network/slots.ts';
import { createRandomNetwork, createSmoothNetwork, kinds, moved, shape } from './random-network.ts';
import type { Shape } from './random-network.ts';
import { relativeError } from './relative-error.ts';

/** The same networks every time. */
const assertAll = (property: (shape: Shape) => void, numRuns = 8) =>
  fc.assert(fc.property(shape, property), { seed: 71, numRuns });

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};
const norm = (a: ArrayLike<number>) => Math.sqrt(dot(a, a));

/** Gamma and beta of a unit. */
const affineOf = (theta: Float64Array, { gamma, beta }: NormalizationSlots, unit: number) => [
  gamma === null ? 1 : theta[gamma + unit],
  beta === null ? 0 : theta[beta + unit],
];

/** Central differences of eighth order. */
const weights = [4 / 5, -1 / 5, 4 / 105, -1 / 280];
const step = 2e-4;

describe.each(kinds)('$name', (kind) => {
  it('has the gradient that differences of the loss show', () => {
    assertAll((drawn) => {
      const { objective, theta, v } = createSmoothNetwork(kind, drawn, 4 * step);
      const gradient = new Float64Array(objective.size);
      objective.evaluate(theta, gradient);
      let difference = 0;
      weights.forEach((weight, k) => {
        const distance = (k + 1) * step;
        const forth = objective.evaluate(moved(theta, v, distance));
        const back = objective.evaluate(moved(theta, v, -distance));
        difference += (weight * (forth - back)) / step;
      });
      // Relative to a typical slope, as a random direction may happen to lie along a level line.
      const typical = norm(gradient) / Math.sqrt(objective.size);
      expect(Math.abs(dot(gradient, v) - difference) / typical).toBeLessThan(1e-8);
    });
  });

  it('has the Hessian times a vector that differences of the gradient show', () => {
    assertAll((drawn) => {
      const { objective, theta, v } = createSmoothNetwork(kind, drawn, 4 * step);
      const product = new Float64Array(objective.size);
      objective.hessianVector(theta, v, product);
      const difference = new Float64Array(objective.size);
      const forth = new Float64Array(objective.size);
      const back = new Float64Array(objective.size);
      weights.forEach((weight, k) => {
        const distance = (k + 1) * step;
        objective.evaluate(moved(theta, v, distance), forth);
        objective.evaluate(moved(theta, v, -distance), back);
        forth.forEach((g, i) => (difference[i] += (weight * (g - back[i])) / step));
      });
      expect(relativeError(product, difference)).toBeLessThan(1e-9);
    });
  });

  it('has a symmetric Hessian', () => {
    assertAll((drawn) => {
      const { objective, theta, u, v } = createRandomNetwork(kind, drawn);
      const hu = new Float64Array(objective.size);
      const hv = new Float64Array(objective.size);
      objective.hessianVector(theta, u, hu);
      objective.hessianVector(theta, v, hv);
      expect(Math.abs(dot(u, hv) - dot(v, hu)) / (norm(hu) + norm(hv))).toBeLessThan(1e-14);
    });
  });

  it('does not depend on the order of the rows', () => {
    assertAll((drawn) => {
      const { objective, theta } = createRandomNetwork(kind, drawn);
      const rows = Int32Array.from({ length: drawn.count }, (_, r) => drawn.count - 1 - r);
      rows.subarray(2, 7).sort();
      const gradient = new Float64Array(objective.size);
      const shuffled = new Float64Array(objective.size);
      const loss = objective.evaluate(theta, gradient);
      expect(relativeError([objective.evaluate(theta, shuffled, rows)], [loss])).toBeLessThan(
        1e-13,
      );
      expect(relativeError(shuffled, gradient)).toBeLessThan(1e-12);
    });
  });

  it('sees of a mini-batch only its rows, bit for bit, and remembers nothing of it', () => {
    assertAll((drawn) => {
      const { objective, theta, v } = createRandomNetwork(kind, drawn);
      const { samples, spec, size } = objective;
      const rows = Int32Array.of(5, 0, 5, 3, 7);
      const alone = createObjective(spec, {
        count: rows.length,
        inputs: Float64Array.from(
          Array.from(rows, (r) => [...samples.inputs.subarray(2 * r, 2 * r + 2)]).flat(),
        ),
        targets: Float64Array.from(rows, (r) => samples.targets[r]),
      });
      const [before, batch, expected, after] = Array.from(
        { length: 4 },
        () => new Float64Array(size),
      );
      const loss = objective.evaluate(theta, before);
      expect(objective.evaluate(theta, batch, rows)).toBe(alone.evaluate(theta, expected));
      expect(batch).toEqual(expected);
      expect(objective.lastStatistics).toEqual(alone.lastStatistics);
      expect(objective.batchStatistics(theta, rows)).toEqual(alone.batchStatistics(theta));
      objective.hessianVector(theta, v, batch);
      objective.outputs(theta, 'running');
      // Looking inside leaves what the training step saw.
      expect(objective.lastStatistics).toEqual(alone.lastStatistics);
      expect(objective.evaluate(theta, after)).toBe(loss);
      expect(after).toEqual(before);
    });
  });

  it('returns NaN as it is, so that divergence is seen', () => {
    const { objective, theta } = createRandomNetwork(kind, { hidden: [2], count: 8, seed: 1 });
    const gradient = new Float64Array(objective.size);
    expect(objective.evaluate(theta.fill(NaN), gradient)).toBeNaN();
    expect(gradient.includes(NaN)).toBe(true);
  });
});

it.each(['mse', 'bce'] as const)('returns an overflowing %s as it is', (loss) => {
  const normalization = { kind: 'none', place: 'before' } as const;
  const objective = createObjective(
    { sizes: [2, 1], activation: 'tanh', loss, normalization },
    { count: 2, inputs: Float64Array.of(1e200, 0, 1, 1), targets: Float64Array.of(0, 1) },
  );
  expect(Number.isFinite(objective.evaluate(Float64Array.of(1e200, 0, 0)))).toBe(false);
});

const batchKinds = kinds.filter(({ normalization }) => normalization.kind === 'batch');

describe.each(batchKinds.filter(({ normalization }) => normalization.place !== 'input'))(
  '$name',
  (kind) => {
    it('gives each unit the mean beta and the variance gamma^2 v / (v + eps)', () => {
      assertAll((drawn) => {
        const network = { ...drawn, hidden: [...drawn.hidden, 3] };
        const { objective, theta } = createRandomNetwork(kind, network);
        const { variance } = objective.batchStatistics(theta);
        objective.layout.layers.forEach(({ normalization }, k) => {
          if (!normalization) return;
          const { outputs, preActivations, units, count } = objective.hidden(theta, k + 1);
          const normalized = kind.normalization.place === 'before' ? preActivations : outputs;
          for (let unit = 0; unit < units; unit++) {
            const column = normalized.slice(unit * count, (unit + 1) * count);
            const [gamma, beta] = affineOf(theta, normalization, unit);
            const mean = column.reduce((sum, y) => sum + y, 0) / count;
            const spread = column.reduce((sum, y) => sum + (y - mean) ** 2, 0) / count;
            const v = variance[normalization.statistics + unit];
            expect(Math.abs(mean - beta) / (Math.abs(gamma) + Math.abs(beta))).toBeLessThan(1e-12);
            const expected = (gamma * gamma * v) / (v + 1e-5);
            expect(Math.abs(spread - expected) / gamma ** 2).toBeLessThan(1e-12);
          }
        });
      });
    });
  },
);

describe.each(batchKinds.filter(({ normalization }) => normalization.place === 'before'))(
  '$name',
  (kind) => {
    it('takes no notice of the size of incoming weights but in their gradient', () => {
      const tiny = { ...kind, normalization: { ...kind.normalization, eps: 1e-14 } };
      assertAll((drawn) => {
        const network = { ...drawn, hidden: [3, ...drawn.hidden.slice(0, 1)] };
        const { objective, theta } = createRandomNetwork(tiny, network);
        const [{ weights: first, inputs }] = objective.layout.layers;
        const factor = 7;
        const scaled = theta.slice();
        // The incoming weights of the second unit of the first layer.
        const from = first + inputs;
        for (let k = from; k < from + inputs; k++) scaled[k] *= factor;
        const gradient = new Float64Array(objective.size);
        const scaledGradient = new Float64Array(objective.size);
        const loss = objective.evaluate(theta, gradient);
        const scaledLoss = objective.evaluate(scaled, scaledGradient);
        expect(relativeError([scaledLoss], [loss])).toBeLessThan(1e-9);
        for (let k = from; k < from + inputs; k++) gradient[k] /= factor;
        expect(relativeError(scaledGradient, gradient)).toBeLessThan(1e-6);
        const part = scaledGradient.slice(from, from + inputs);
        expect(relativeError(part, gradient.slice(from, from + inputs))).toBeLessThan(1e-6);
      });
    });

    it('takes no notice of a bias that is kept', () => {
      const kept = { ...kind, normalization: { ...kind.normalization, keepBias: true } };
      assertAll((drawn) => {
        const network = { ...drawn, hidden: [3, ...drawn.hidden.slice(0, 1)] };
        const { objective, theta } = createRandomNetwork(kept, network);
        const gradient = new Float64Array(objective.size);
        const loss = objective.evaluate(theta, gradient);
        const bias = objective.layout.layers[0].bias ?? NaN;
        for (let unit = 0; unit < 3; unit++) {
          expect(Math.abs(gradient[bias + unit])).toBeLessThan(1e-13 * norm(gradient));
          theta[bias + unit] += 2;
        }
        expect(relativeError([objective.evaluate(theta)], [loss])).toBeLessThan(1e-11);
      });
    });
  },
);
