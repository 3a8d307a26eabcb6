// Loss and gradient along the gradient: quadratics worked out by hand, and what batch norm does to a network.
import { describe, expect, test } from 'vitest';
import { createObjective, createRandom, initialize } from '../../src/index.ts';
import { alongGradient } from '../../src/landscape/curvature-along-gradient.ts';
import { sharpness } from '../../src/landscape/curvature-extremes.ts';
import { relativeError } from '../network/relative-error.ts';
import { quadratic } from './quadratic.ts';

describe('a quadratic', () => {
  test('of one curvature has that smoothness at every rate', () => {
    // 4 / 2 |x|^2 at (3, 4): loss 50, gradient (12, 16).
    const found = alongGradient(quadratic([4, 4], 0.3), Float64Array.of(3, 4), [0.1, 0.25, 0.5]);
    expect(found.loss).toBeCloseTo(50, 12);
    expect(found.gradientNorm).toBeCloseTo(20, 12);
    // A step of rate r leaves the part 1 - 4 r of the way.
    expect(relativeError(found.losses, [50 * 0.36, 0, 50])).toBeLessThan(1e-14);
    expect(relativeError(found.gradientChanges, [8, 20, 40])).toBeLessThan(1e-14);
    expect(relativeError(found.smoothness, [4, 4, 4])).toBeLessThan(1e-14);
    expect(found.cosines[0]).toBeCloseTo(1, 14);
    expect(found.cosines[2]).toBeCloseTo(-1, 14);
    expect(found.lossRange[1]).toBeCloseTo(50, 12);
    expect(found.effectiveSmoothness).toBeCloseTo(4, 13);
  });

  test('of two curvatures has one in between, but for the steepest direction', () => {
    const valley = quadratic([100, 1], 0);
    // Gradient (100, 1): the change is rate * (10^4, 1), the distance rate * |(100, 1)|.
    const { smoothness } = alongGradient(valley, Float64Array.of(1, 1), [0.01]);
    expect(smoothness[0]).toBeCloseTo(Math.hypot(1e4, 1) / Math.hypot(100, 1), 10);
    const steepest = alongGradient(valley, Float64Array.of(1, 0), [0.01, 1]);
    expect(steepest.effectiveSmoothness).toBeCloseTo(
      sharpness(valley, new Float64Array(2)).value,
      10,
    );
  });
});

test('a network has nowhere more change of gradient than its steepest curvature allows on the way', () => {
  const random = createRandom(2, 'data');
  const samples = {
    count: 30,
    inputs: Float64Array.from({ length: 60 }, () => random.normal()),
    targets: Float64Array.from({ length: 30 }, () => random.normal()),
  };
  const normalization = { kind: 'batch', place: 'before' } as const;
  const objective = createObjective(
    { sizes: [2, 5, 5, 1], activation: 'tanh', loss: 'mse', normalization },
    samples,
  );
  const theta = initialize(objective.layout, 'xavier', createRandom(1, 'weights'));
  const gradient = new Float64Array(objective.size);
  objective.evaluate(theta, gradient);
  const rates = [0.01, 0.02];
  const found = alongGradient(objective, theta, rates);
  const moved = theta.map((x, i) => x - 0.02 * gradient[i]);
  expect(found.losses[1]).toBe(objective.evaluate(moved));
  // The smallest step meets the curvature along the gradient itself, |H g| / |g|.
  const product = new Float64Array(objective.size);
  objective.hessianVector(theta, gradient, product);
  const limit = Math.hypot(...product) / Math.hypot(...gradient);
  const tiny = alongGradient(objective, theta, [1e-6]);
  expect(tiny.smoothness[0] / limit).toBeCloseTo(1, 4);
  // A mini-batch has its own.
  const rows = Int32Array.of(1, 2, 3, 4);
  expect(alongGradient(objective, theta, rates, rows).loss).toBe(
    objective.evaluate(theta, undefined, rows),
  );
});

test('at a stationary point nothing changes, and there is no direction', () => {
  const found = alongGradient(quadratic([4, 1], 0), Float64Array.of(0, 0), [1]);
  expect([found.loss, found.gradientNorm, found.losses[0], found.gradientChanges[0]]).toEqual([
    0, 0, 0, 0,
  ]);
  expect([found.cosines[0], found.smoothness[0], found.effectiveSmoothness]).toEqual([
    NaN,
    NaN,
    NaN,
  ]);
});
