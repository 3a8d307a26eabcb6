// Noise after batch norm: only where it is asked for, the same from the same seed, and with its exact gradient.
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/math/random.ts';
import { createNoise, drawNoise } from '../../src/network/noise.ts';
import type { NetworkSpec } from '../../src/network/spec.ts';
import { createRandomNetwork, moved } from './random-network.ts';
import { relativeError } from './relative-error.ts';

const network = (place: 'before' | 'after' | 'input', noise: number, hidden = [3, 2]) => {
  const normalization: NetworkSpec['normalization'] = { kind: 'batch', place, noise };
  const kind = { activation: 'tanh', loss: 'mse' as const, normalization };
  return createRandomNetwork(kind, { hidden, count: 12, seed: 3 });
};

describe.each(['before', 'after', 'input'] as const)('noise with batch norm %s', (place) => {
  it('leaves everything but a noisy evaluation as it is, bit for bit', () => {
    const quiet = network(place, 0);
    const noisy = network(place, 0.5);
    noisy.objective.drawNoise(createRandom(1, 'noise'));
    const [a, b, c] = Array.from({ length: 3 }, () => new Float64Array(quiet.objective.size));
    const { theta, v } = quiet;
    const loss = quiet.objective.evaluate(theta, a);
    expect(noisy.objective.evaluateNoisy(theta)).not.toBe(loss);
    expect(noisy.objective.evaluate(theta, b)).toBe(loss);
    expect(b).toEqual(a);
    expect(quiet.objective.evaluateNoisy(theta, c)).toBe(loss);
    expect(c).toEqual(a);
    expect(noisy.objective.outputs(theta)).toEqual(quiet.objective.outputs(theta));
    quiet.objective.hessianVector(theta, v, a);
    noisy.objective.hessianVector(theta, v, b);
    expect(b).toEqual(a);
    expect([quiet.objective.isNoisy, noisy.objective.isNoisy]).toEqual([false, true]);
  });

  it('has the gradient that differences of the noisy loss show', () => {
    const { objective, theta, v } = network(place, 0.5);
    objective.drawNoise(createRandom(1, 'noise'));
    const gradient = new Float64Array(objective.size);
    const rows = Int32Array.of(3, 1, 4, 1, 5, 9, 2, 6);
    objective.evaluateNoisy(theta, gradient, rows);
    const step = 1e-3;
    const at = (distance: number) =>
      objective.evaluateNoisy(moved(theta, v, distance), undefined, rows);
    const difference = (8 * (at(step) - at(-step)) - at(2 * step) + at(-2 * step)) / (12 * step);
    const slope = gradient.reduce((sum, g, k) => sum + g * v[k], 0);
    expect(relativeError([slope], [difference])).toBeLessThan(1e-8);
  });

  it('is another one after each draw, and the same again from the same seed', () => {
    const { objective, theta } = network(place, 0.5);
    const run = () => {
      const random = createRandom(5, 'noise');
      return [1, 2, 3].map(() => {
        objective.drawNoise(random);
        return objective.evaluateNoisy(theta);
      });
    };
    const losses = run();
    expect(new Set(losses).size).toBe(3);
    expect(run()).toEqual(losses);
  });
});

it('shows in one neuron as the scale and shift that were drawn', () => {
  const { objective, theta } = network('input', 0.5, []);
  const noise = createNoise(2);
  drawNoise(noise, 0.5, createRandom(9, 'noise'));
  objective.drawNoise(createRandom(9, 'noise'));
  // gamma and beta are the parameters 0 to 3: scaled and shifted they do what the noise does.
  const same = theta.slice();
  for (const unit of [0, 1]) {
    same[unit] *= noise.scale[unit];
    same[2 + unit] = same[2 + unit] * noise.scale[unit] + noise.shift[unit];
  }
  const expected = objective.evaluate(same);
  expect(relativeError([objective.evaluateNoisy(theta)], [expected])).toBeLessThan(1e-13);
});

it('draws from the distributions it names', () => {
  const noise = createNoise(20_000);
  drawNoise(noise, 0.5, createRandom(1, 'noise'));
  const mean = (x: Float64Array) => x.reduce((sum, value) => sum + value, 0) / x.length;
  expect(Math.min(...noise.scale)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...noise.scale)).toBeLessThanOrEqual(1.25);
  expect(Math.max(...noise.shift.map(Math.abs))).toBeLessThanOrEqual(0.5);
  // Five standard errors of the mean of uniform numbers.
  const error = 5 / Math.sqrt(12 * 20_000);
  expect(Math.abs(mean(noise.scale) - 1.125)).toBeLessThan(0.25 * error);
  expect(Math.abs(mean(noise.shift))).toBeLessThan(error);
});

it('draws nothing where there is none', () => {
  const random = createRandom(1, 'noise');
  network('before', 0).objective.drawNoise(random);
  expect(random.uniform()).toBe(createRandom(1, 'noise').uniform());
  // A network without hidden layers has nothing that could be normalized before an activation.
  expect(network('before', 0.5, []).objective.isNoisy).toBe(false);
});
