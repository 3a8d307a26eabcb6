// Evaluation mode: the loss with given statistics, and its exact derivatives.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEvaluationObjective } from '../../src/network/evaluation-objective.ts';
import { createObjective } from '../../src/network/network.ts';
import { createRandomNetwork, createSmoothNetwork, kinds, moved, shape } from './random-network.ts';
import type { Kind, Shape } from './random-network.ts';
import { relativeError } from './relative-error.ts';

const assertAll = (property: (shape: Shape) => void) =>
  fc.assert(fc.property(shape, property), { seed: 73, numRuns: 8 });

const step = 2e-4;
const weights = [4 / 5, -1 / 5, 4 / 105, -1 / 280];
const smooth = kinds.filter(({ activation }) => !activation.includes('relu'));
const measured = smooth.filter(({ normalization }) => normalization.kind === 'batch');

/** A random network whose running statistics have moved three times, somewhere else. */
const trained = (kind: Kind, drawn: Shape) => {
  const network = createSmoothNetwork(kind, drawn, 4 * step);
  const { objective, theta, u } = network;
  for (const distance of [0.1, 0.2, 0.3]) {
    objective.moveRunning(objective.batchStatistics(moved(theta, u, distance)));
  }
  return { ...network, evaluation: createEvaluationObjective(objective) };
};

describe.each(measured)('$name', (kind) => {
  it('has the loss of the outputs with running statistics', () => {
    assertAll((drawn) => {
      const { objective, evaluation, theta } = trained(kind, drawn);
      expect(evaluation.evaluate(theta)).toBe(objective.evaluationLoss(theta));
      expect(evaluation.names).toBe(objective.names);
      if (objective.layout.normalizedUnits > 0) {
        expect(evaluation.evaluate(theta)).not.toBe(objective.evaluate(theta));
      }
    });
  });

  it('has the gradient and the Hessian times a vector that differences show', () => {
    assertAll((drawn) => {
      const { evaluation, theta, v } = trained(kind, drawn);
      const { size } = evaluation;
      const [gradient, product, forth, back] = [1, 2, 3, 4].map(() => new Float64Array(size));
      evaluation.evaluate(theta, gradient);
      evaluation.hessianVector(theta, v, product);
      let slope = 0;
      const bend = new Float64Array(size);
      weights.forEach((weight, k) => {
        const distance = (k + 1) * step;
        const above = evaluation.evaluate(moved(theta, v, distance), forth);
        const below = evaluation.evaluate(moved(theta, v, -distance), back);
        slope += (weight * (above - below)) / step;
        forth.forEach((g, i) => (bend[i] += (weight * (g - back[i])) / step));
      });
      const typical = Math.hypot(...gradient) / Math.sqrt(size);
      const along = gradient.reduce((sum, g, i) => sum + g * v[i], 0);
      expect(Math.abs(along - slope) / typical).toBeLessThan(1e-8);
      expect(relativeError(product, bend)).toBeLessThan(1e-8);
    });
  });
});

const [batchKind] = measured;

it('agrees with training mode where the statistics are those of the batch, but not in its gradient', () => {
  const { objective, theta } = createRandomNetwork(batchKind, { hidden: [3], count: 12, seed: 4 });
  const evaluation = createEvaluationObjective(objective, objective.batchStatistics(theta));
  const [a, b] = [new Float64Array(objective.size), new Float64Array(objective.size)];
  const loss = objective.evaluate(theta, a);
  expect(relativeError([evaluation.evaluate(theta, b)], [loss])).toBeLessThan(1e-14);
  expect(relativeError(b, a)).toBeGreaterThan(1e-3);
});

it('is the objective itself without batch norm, to the bit', () => {
  for (const kind of smooth.filter(({ normalization }) => normalization.kind !== 'batch')) {
    const { objective, theta, v } = createRandomNetwork(kind, { hidden: [3], count: 9, seed: 2 });
    const evaluation = createEvaluationObjective(objective);
    const [a, b] = [new Float64Array(objective.size), new Float64Array(objective.size)];
    expect(evaluation.evaluate(theta, a)).toBe(objective.evaluate(theta, b));
    expect(a).toEqual(b);
    evaluation.hessianVector(theta, v, a);
    objective.hessianVector(theta, v, b);
    expect(a).toEqual(b);
  }
});

it('follows the running statistics, unless it was given its own', () => {
  const { objective, theta } = createRandomNetwork(batchKind, { hidden: [3], count: 12, seed: 4 });
  const { mean, variance } = objective.running;
  const frozen = { mean: mean.slice(), variance: variance.slice() };
  const [live, still] = [undefined, frozen].map((s) => createEvaluationObjective(objective, s));
  const loss = still.evaluate(theta);
  expect(live.evaluate(theta)).toBe(loss);
  objective.moveRunning(objective.batchStatistics(theta));
  expect(live.evaluate(theta)).not.toBe(loss);
  expect(still.evaluate(theta)).toBe(loss);
  const short = { mean: new Float64Array(1), variance: new Float64Array(1) };
  expect(() => createEvaluationObjective(objective, short)).toThrow(
    'wrong statistics length: 1 (this network has 3)',
  );
});

it('takes one row, mini-batches, and other samples than its own', () => {
  const { objective, theta } = createRandomNetwork(batchKind, { hidden: [3], count: 12, seed: 4 });
  objective.moveRunning(objective.batchStatistics(theta));
  const evaluation = createEvaluationObjective(objective);
  const { inputs, targets } = objective.samples;
  const single = (r: number) => evaluation.evaluate(theta, undefined, Int32Array.of(r));
  const rows = Array.from({ length: 12 }, (_, r) => single(r));
  const mean = rows.reduce((sum, loss) => sum + loss, 0) / 12;
  expect(relativeError([mean], [objective.evaluationLoss(theta)])).toBeLessThan(1e-14);
  const last = { count: 1, inputs: inputs.slice(22), targets: targets.slice(11) };
  expect(objective.evaluationLoss(theta, last)).toBe(rows[11]);
  // More rows than the network was made for.
  const twice = {
    count: 24,
    inputs: Float64Array.from([...inputs, ...inputs]),
    targets: Float64Array.from([...targets, ...targets]),
  };
  expect(relativeError([objective.evaluationLoss(theta, twice)], [mean])).toBeLessThan(1e-14);
  expect(() => objective.evaluationLoss(theta, { ...last, count: 2 })).toThrow(
    'inconsistent samples',
  );
});

it('reloads its samples after it was shown something else', () => {
  const { objective, theta } = createRandomNetwork(batchKind, { hidden: [3], count: 12, seed: 4 });
  const fresh = createObjective(objective.spec, objective.samples);
  const loss = fresh.evaluate(theta);
  const strays = [
    () => objective.evaluate(theta, undefined, Int32Array.of(1, 2)),
    () => objective.outputs(theta, 'batch', Float64Array.of(5, 5, 6, 6)),
    () => objective.outputs(theta, 'running', Float64Array.of(5, 5)),
  ];
  for (const stray of strays) {
    stray();
    expect(objective.evaluate(theta)).toBe(loss);
  }
});
