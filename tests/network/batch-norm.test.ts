// Batch norm alone: one layer against PyTorch's BatchNorm1d, and what a batch of one row does.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createObjective } from '../../src/network/network.ts';
import { columnBackward, columnForward } from '../../src/network/normalization/batch-column.ts';
import { createColumns } from '../../src/network/normalization/columns.ts';
import type { NetworkSpec } from '../../src/network/spec.ts';
import { relativeError } from './relative-error.ts';

interface Golden {
  id: string;
  eps: number;
  momentum: number;
  X: number[][];
  gamma: number[];
  beta: number[];
  batch_mean: number[];
  batch_var_biased: number[];
  batch_var_unbiased: number[];
  output_train: number[][];
  dL_dout: number[][];
  dL_dX: number[][];
  dL_dgamma: number[];
  dL_dbeta: number[];
  running_after_1: { mean: number[]; var: number[] };
  running_after_2: { mean: number[]; var: number[] };
  output_eval_after_2: number[][];
}

const { cases, batch_of_one } = JSON.parse(
  readFileSync(new URL('../golden/batchnorm.json', import.meta.url), 'utf8'),
).batchnorm as {
  cases: Golden[];
  batch_of_one: { eval_X: [number[]]; eval_output_fresh_layer: [number[]] };
};

const inputNorm: NetworkSpec = {
  sizes: [2, 1],
  activation: 'linear',
  loss: 'mse',
  normalization: { kind: 'batch', place: 'input' },
};

/** The parameters of `inputNorm` whose output is one normalized input. */
const showing = (column: number, gamma: number[], beta: number[]) =>
  Float64Array.of(...gamma, ...beta, column === 0 ? 1 : 0, column === 1 ? 1 : 0, 0);

describe.each(cases)('$id', (golden) => {
  const count = golden.X.length;
  const column = (rows: number[][], unit: number) => rows.map((row) => row[unit]);
  const columnMajor = (rows: number[][]) =>
    Float64Array.from([...column(rows, 0), ...column(rows, 1)]);

  it.each([0, 1])('agrees with the reference layer in column %i, forward and backward', (unit) => {
    const columns = createColumns(2, count);
    const output = new Float64Array(2 * count);
    const x = columnMajor(golden.X);
    const gamma = golden.gamma[unit];
    columnForward(columns, unit, count, x, golden.eps, gamma, golden.beta[unit], output);
    const part = output.slice(unit * count, (unit + 1) * count);
    expect(relativeError(part, column(golden.output_train, unit))).toBeLessThan(1e-11);

    const adjoint = columnMajor(golden.dL_dout);
    const out = new Float64Array(2 * count);
    columnBackward(columns, unit, count, adjoint, gamma, out);
    const scale = Math.max(...golden.dL_dout.map((row) => Math.abs(row[unit])));
    const gain = Math.abs(gamma) * columns.inverseDeviation[unit] * scale;
    const expected = column(golden.dL_dX, unit);
    // Relative to the terms that make up the adjoint: of two rows they cancel but for eps, of a constant column
    // they cancel wholly.
    for (let r = 0; r < count; r++) {
      expect(Math.abs(out[unit * count + r] - expected[r])).toBeLessThan(1e-12 * gain);
    }
    const errorGamma = Math.abs(columns.adjointGamma[unit] - golden.dL_dgamma[unit]);
    expect(errorGamma).toBeLessThan(1e-10 * scale);
    expect(relativeError([columns.adjointBeta[unit]], [golden.dL_dbeta[unit]])).toBeLessThan(1e-10);
  });

  it('moves its running statistics as the reference layer does, and evaluates with them', () => {
    const { eps, momentum } = golden;
    const samples = {
      count,
      inputs: Float64Array.from(golden.X.flat()),
      targets: new Float64Array(count),
    };
    const spec: NetworkSpec = {
      ...inputNorm,
      normalization: { kind: 'batch', place: 'input', eps, momentum },
    };
    const objective = createObjective(spec, samples);
    const theta = [0, 1].map((unit) => showing(unit, golden.gamma, golden.beta));
    const statistics = objective.batchStatistics(theta[0]);
    expect(relativeError(statistics.mean, golden.batch_mean)).toBeLessThan(1e-12);
    expect(relativeError(statistics.variance, golden.batch_var_biased)).toBeLessThan(1e-12);
    for (const unit of [0, 1]) {
      const outputs = objective.outputs(theta[unit]);
      expect(relativeError(outputs, column(golden.output_train, unit))).toBeLessThan(1e-11);
    }
    for (const expected of [golden.running_after_1, golden.running_after_2]) {
      objective.moveRunning(statistics);
      expect(relativeError(objective.running.mean, expected.mean)).toBeLessThan(1e-12);
      expect(relativeError(objective.running.variance, expected.var)).toBeLessThan(1e-12);
    }
    for (const unit of [0, 1]) {
      const outputs = objective.outputs(theta[unit], 'running');
      expect(relativeError(outputs, column(golden.output_eval_after_2, unit))).toBeLessThan(1e-11);
    }
    objective.resetRunning();
    expect([...objective.running.mean, ...objective.running.variance]).toEqual([0, 0, 1, 1]);
  });
});

describe('a batch of one row', () => {
  const one = createObjective(inputNorm, {
    count: 1,
    inputs: Float64Array.from(batch_of_one.eval_X[0]),
    targets: Float64Array.of(0),
  });
  const identity = [0, 1].map((unit) => showing(unit, [1, 1], [0, 0]));

  it('is refused where batch norm would measure it', () => {
    const message = 'too small batch: 1 row (batch norm needs 2 to measure a variance)';
    const [theta] = identity;
    const out = new Float64Array(one.size);
    expect(() => one.evaluate(theta)).toThrow(new RangeError(message));
    expect(() => one.outputs(theta, 'batch')).toThrow(new RangeError(message));
    expect(() => one.batchStatistics(theta)).toThrow(new RangeError(message));
    expect(() => one.hessianVector(theta, theta, out)).toThrow(new RangeError(message));
    const many = createObjective(inputNorm, {
      count: 2,
      inputs: Float64Array.of(1, 2, 3, 4),
      targets: Float64Array.of(0, 1),
    });
    expect(() => many.evaluate(theta, out, Int32Array.of(1))).toThrow(new RangeError(message));
  });

  it('is fine with running statistics, and without batch norm', () => {
    const outputs = identity.map((theta) => one.outputs(theta, 'running')[0]);
    expect(relativeError(outputs, batch_of_one.eval_output_fresh_layer[0])).toBeLessThan(1e-15);
    const plain = createObjective(
      { ...inputNorm, normalization: { kind: 'none', place: 'before' } },
      one.samples,
    );
    expect(plain.evaluate(Float64Array.of(1, 1, 0))).toBe(4);
  });
});

it('sends other inputs through the function that the samples define', () => {
  const samples = {
    count: 3,
    inputs: Float64Array.of(1, 10, 2, 20, 4, 40),
    targets: new Float64Array(3),
  };
  const objective = createObjective(inputNorm, samples);
  const theta = showing(0, [1, 1], [0, 0]);
  // Five rows, more than the samples have: the mean is 7/3 and the variance 14/9.
  const inputs = Float64Array.of(1, 0, 2, 0, 4, 0, 0, 0, 7 / 3, 0);
  const deviation = Math.sqrt(14 / 9 + 1e-5);
  const expected = [1, 2, 4, 0, 7 / 3].map((x) => (x - 7 / 3) / deviation);
  const outputs = objective.outputs(theta, 'batch', inputs);
  expect(relativeError(outputs, expected)).toBeLessThan(1e-14);
  expect(relativeError(objective.outputs(theta), expected.slice(0, 3))).toBeLessThan(1e-14);
});

it('gives exactly beta on a constant column, however large', () => {
  const columns = createColumns(1, 7);
  const output = new Float64Array(7);
  columnForward(columns, 0, 7, new Float64Array(7).fill(123456.789), 1e-5, 2, 0.25, output);
  expect([...output]).toEqual(Array(7).fill(0.25));
});

it('keeps its digits on a column so far from 0 that its mean is not a float64', () => {
  const columns = createColumns(1, 5);
  const output = new Float64Array(5);
  const column = Float64Array.of(1, 0, 2, 0, 0).map((x) => 2 ** 52 + x);
  columnForward(columns, 0, 5, column, 1e-5, 1, 0, output);
  const deviation = Math.sqrt(0.64 + 1e-5);
  const expected = [0.4, -0.6, 1.4, -0.6, -0.6].map((x) => x / deviation);
  expect(relativeError(output, expected)).toBeLessThan(1e-15);
});
