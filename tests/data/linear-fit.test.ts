// The yardstick of data without a goal of its own: the best linear fit, found where it is easy and where it is not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/data/index.ts';
import { linearTargetLoss } from '../../src/data/linear-fit.ts';
import goldenFile from '../golden/linear.json' with { type: 'json' };

/** Two inputs and a target. */
type Row = readonly [number, number, number];

const samplesOf = (rows: readonly Row[]) => ({
  count: rows.length,
  inputs: Float64Array.from(rows.flatMap(([a, b]) => [a, b])),
  targets: Float64Array.from(rows, ([, , y]) => y),
});

/** Mean cross-entropy of a logistic model, written out once more. */
const logisticLoss = (rows: readonly Row[], theta: number[]) =>
  rows.reduce((sum, [a, b, y]) => {
    const p = 1 / (1 + Math.exp(-(theta[0] * a + theta[1] * b + theta[2])));
    return sum - (y * Math.log(p) + (1 - y) * Math.log(1 - p)) / rows.length;
  }, 0);

const entropy = (share: number) => -share * Math.log(share) - (1 - share) * Math.log(1 - share);

it('finds a logistic fit known in closed form: one input that says something, one that is constant', () => {
  // Classes 1 : 3 where x1 = 0, and 3 : 1 where x1 = 1: the fit reproduces both shares.
  const rows = [0, 0, 0, 1].flatMap((y): Row[] => [
    [0, 7, y],
    [1, 7, 1 - y],
  ]);
  expect(linearTargetLoss(samplesOf(rows), 'bce')).toBeCloseTo(
    entropy(0.25) + 0.05 * entropy(0.5),
    12,
  );
});

it('finds the minimum, not a point near it: no small move lowers the loss', () => {
  const { inputs, targets } = datasets.get('wine').sample();
  const rows = Array.from(
    targets,
    (y, row) => [(inputs[2 * row] - 747) / 314, (inputs[2 * row + 1] - 0.957) / 0.228, y] as const,
  );
  const share = rows.filter(([, , y]) => y === 1).length / rows.length;
  const best = linearTargetLoss(samplesOf(rows), 'bce') - 0.05 * entropy(share);
  // Plain gradient descent, an independent way down.
  const theta = [0, 0, 0];
  for (let step = 0; step < 4000; step++) {
    const gradient = [0, 0, 0];
    for (const [a, b, y] of rows) {
      const slope = 1 / (1 + Math.exp(-(theta[0] * a + theta[1] * b + theta[2]))) - y;
      [a, b, 1].forEach((x, i) => (gradient[i] += (slope * x) / rows.length));
    }
    gradient.forEach((g, i) => (theta[i] -= 2 * g));
  }
  expect(best).toBeCloseTo(logisticLoss(rows, theta), 10);
});

it('is the same in any units and about any origin', () => {
  const row = fc.tuple(
    fc.integer({ min: -9, max: 9 }),
    fc.integer({ min: -9, max: 9 }),
    fc.integer({ min: 0, max: 1 }),
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
      const moved = rows.map(([a, b, y]) => [1000 + 1e-3 * a, 1e6 * b - 5, y] as const);
      for (const loss of ['mse', 'bce'] as const) {
        const plain = linearTargetLoss(samplesOf(rows), loss);
        expect(plain).toBeGreaterThanOrEqual(0);
        expect(Math.abs(linearTargetLoss(samplesOf(moved), loss) - plain)).toBeLessThan(1e-8);
      }
    }),
    { numRuns: 50 },
  );
});

it('leaves 5 % of the constant loss where a line separates the classes', () => {
  const rows = [-2, -1, 1, 2].flatMap((x) => [1, 2].map((v) => [x, v, x > 0 ? 1 : 0] as const));
  expect(linearTargetLoss(samplesOf(rows), 'bce')).toBeCloseTo(0.05 * Math.LN2, 8);
});

it('is 0 where there is nothing to learn', () => {
  const rows = [1, 2, 3].map((x) => [x, -x, 1] as const);
  expect(linearTargetLoss(samplesOf(rows), 'mse')).toBeCloseTo(0, 12);
  expect(linearTargetLoss(samplesOf(rows), 'bce')).toBeCloseTo(0, 8);
});

it('refuses cross-entropy where it has no lower bound', () => {
  const samples = datasets.get('two-scales').sample();
  expect(() => linearTargetLoss(samples, 'bce')).toThrow(RangeError);
  expect(() => linearTargetLoss(samples, 'bce')).toThrow(
    /^unbounded loss: cross-entropy of target -/,
  );
});

describe('least squares agrees with the reference', () => {
  it.each(goldenFile.cases)('$id', (reference) => {
    const { X_raw, y, optimum_loss } = reference as unknown as {
      X_raw: number[][];
      y: number[];
      optimum_loss: number;
    };
    const samples = {
      count: y.length,
      inputs: Float64Array.from(X_raw.flat()),
      targets: Float64Array.from(y),
    };
    const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
    const variance = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / y.length;
    const error = linearTargetLoss(samples, 'mse') - 0.05 * variance - optimum_loss;
    expect(Math.abs(error)).toBeLessThan(1e-10 * variance);
  });
});
