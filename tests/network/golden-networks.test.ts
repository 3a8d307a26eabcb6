// Every reference network at its starting parameters: outputs, loss, gradient, curvature and slices.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { goldenNetworks, goldenObjective } from './golden-networks.ts';
import type { GoldenPlane } from './golden-networks.ts';
import { relativeError } from './relative-error.ts';

it('reads all 32 reference networks', () => {
  expect(goldenNetworks).toHaveLength(32);
});

describe.each(goldenNetworks)('$id $arch.activation $arch.bn $arch.loss', (golden) => {
  const objective = goldenObjective(golden);
  const theta = Float64Array.from(golden.params0);
  const size = objective.size;

  it('names its parameters in the reference order', () => {
    expect(objective.names).toEqual(golden.arch.param_names);
    expect(size).toBe(golden.params0.length);
  });

  it('has the reference outputs, loss and gradient', () => {
    expect(relativeError(objective.outputs(theta), golden.initial.output)).toBeLessThan(1e-11);
    expect(relativeError([objective.evaluate(theta)], [golden.initial.loss])).toBeLessThan(1e-11);
    const gradient = new Float64Array(size).fill(NaN);
    expect(objective.evaluate(theta, gradient)).toBe(objective.evaluate(theta));
    expect(relativeError(gradient, golden.initial.grad)).toBeLessThan(1e-10);
  });

  it('measures the reference batch statistics', () => {
    const statistics = golden.initial.bn_batch_stats;
    const mean = statistics.flatMap((layer) => layer.mean);
    const variance = statistics.flatMap((layer) => layer.var_biased);
    const measured = objective.batchStatistics(theta);
    objective.evaluate(theta);
    for (const { mean: m, variance: v, count } of [measured, objective.lastStatistics]) {
      expect(relativeError(m, mean)).toBeLessThan(1e-11);
      expect(relativeError(v, variance)).toBeLessThan(1e-11);
      expect(count).toBe(golden.data.m);
    }
  });

  it('has the reference Hessian', () => {
    const { v, Hv, full, eigenvalues, trace, frobenius } = golden.hessian;
    const product = new Float64Array(size).fill(NaN);
    objective.hessianVector(theta, Float64Array.from(v), product);
    expect(relativeError(product, Hv)).toBeLessThan(1e-9);

    const hessian = Array.from({ length: size }, (_, k) => {
      const unit = new Float64Array(size);
      unit[k] = 1;
      const column = new Float64Array(size);
      objective.hessianVector(theta, unit, column);
      return column;
    });
    const transposed = hessian.map((_, k) => hessian.map((column) => column[k]));
    expect(
      relativeError(
        hessian.flatMap((column) => [...column]),
        transposed.flat(),
      ),
    ).toBeLessThan(1e-9);
    const all = transposed.flat();
    if (full) expect(relativeError(all, full.flat())).toBeLessThan(1e-9);
    expect(relativeError([Math.hypot(...all)], [frobenius])).toBeLessThan(1e-9);
    const diagonal = hessian.reduce((sum, column, k) => sum + column[k], 0);
    // Relative to the Hessian's size, as the trace may cancel.
    expect(Math.abs(diagonal - trace) / frobenius).toBeLessThan(1e-9);
    const decomposition = new EigenvalueDecomposition(new Matrix(hessian), {
      assumeSymmetric: true,
    });
    const measured = decomposition.realEigenvalues.toSorted((a, b) => a - b);
    expect(relativeError(measured, eigenvalues)).toBeLessThan(1e-9);
  });

  it('has the reference loss along two weights', () => {
    const { indices, offsets_1, offsets_2, loss } = golden.slices.two_weights;
    const point = theta.slice();
    const measured = offsets_2.flatMap((second) =>
      offsets_1.map((first) => {
        point[indices[0]] = theta[indices[0]] + first;
        point[indices[1]] = theta[indices[1]] + second;
        return objective.evaluate(point);
      }),
    );
    expect(relativeError(measured, loss.flat())).toBeLessThan(1e-10);
  });

  const planeLosses = ({ d1, d2, alphas, betas }: GoldenPlane) =>
    betas.flatMap((beta) =>
      alphas.map((alpha) =>
        objective.evaluate(theta.map((value, i) => value + alpha * d1[i] + beta * d2[i])),
      ),
    );
  it.each(['random_directions', 'filter_normalized'] as const)(
    'has the reference loss along %s',
    (name) => {
      const plane = golden.slices[name];
      expect(relativeError(planeLosses(plane), plane.loss.flat())).toBeLessThan(1e-10);
    },
  );
});
