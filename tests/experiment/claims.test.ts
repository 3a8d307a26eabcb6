// What the project says normalization does, recomputed: five seeds of every number it names.
import { describe, expect, test } from 'vitest';
import {
  createLanes,
  curvature,
  defaultExperiment,
  nameLanes,
  parseExperiment,
  type Experiment,
  type Lane,
} from '../../src/index.ts';

const seeds = [1, 2, 3, 4, 5];

function laneOf(query: string, seed: number, learningRate = 0.1): Lane {
  const { experiment, notices } = parseExperiment(`${query}&seed=${seed}&lr=${learningRate}`);
  expect(notices).toEqual([]);
  return createLanes(experiment)[0];
}

/** The first step at which the lane reached its target, or Infinity if it did not within `limit` steps. */
function stepsToTarget(lane: Lane, limit: number): number {
  while (lane.stepsToTarget === null && lane.status !== 'diverged' && lane.iteration < limit) {
    lane.step();
  }
  return lane.stepsToTarget ?? Infinity;
}

describe('one neuron on two scales', () => {
  const withScaling = (scaling: string, seed: number): Experiment => ({
    ...defaultExperiment(),
    seed,
    lanes: nameLanes([{ scaling, normalization: 'none', overrides: {} }]),
  });
  // Of uniform inputs in unlimited number, in closed form: the eigenvalues of the moments of (x1, x2, 1). A draw of
  // 200 samples lies within some twenty per cent; nine of ten standardized draws are below 1.4.
  const expected = { none: 152_000, centre: 120_000, minmax: 28.05, 'minmax-symmetric': 3 };
  const conditionNumber = (scaling: string, seed: number) => {
    const [{ objective, theta }] = createLanes(withScaling(scaling, seed));
    return curvature(objective, theta).conditionNumber;
  };

  test.each(Object.entries(expected))('%s: the condition number is about %d', (scaling, value) => {
    for (const seed of seeds) {
      const found = conditionNumber(scaling, seed);
      expect(found).toBeGreaterThan(0.8 * value);
      expect(found).toBeLessThan(1.2 * value);
    }
  });

  test('standardized, it is (1 + |r|) / (1 - |r|) for a correlation of r, and below 1.4', () => {
    for (const seed of seeds) {
      const [{ samples }] = createLanes(withScaling('standard', seed));
      let r = 0;
      for (let k = 0; k < samples.count; k++)
        r += samples.inputs[2 * k] * samples.inputs[2 * k + 1];
      r = Math.abs(r / samples.count);
      const found = conditionNumber('standard', seed);
      expect(Math.abs(found / ((1 + r) / (1 - r)) - 1)).toBeLessThan(1e-9);
      expect(found).toBeLessThan(1.4);
    }
  });

  test.each([0.03, 0.1, 0.3, 0.7, 1])('raw inputs never get there at rate %d', (rate) => {
    for (const seed of seeds) {
      expect(stepsToTarget(laneOf('lanes=raw', seed, rate), 20_000)).toBe(Infinity);
    }
  });

  test('standardized inputs get there within a few steps at rate 0.5', () => {
    for (const seed of seeds) {
      expect(stepsToTarget(laneOf('lanes=standard', seed, 0.5), 20_000)).toBeLessThanOrEqual(3);
    }
  });
});

describe('raw or scaled, with or without batch norm: a 2-4-1 tanh network on the curved set', () => {
  const rates = [0.03, 0.1, 0.2, 0.3, 0.5, 1];
  const arena = 'data=two-scales-curved&count=120&noise=0&net=4&lanes=';

  const limit = 20_000;
  /** Steps to the target at the best of the rates; a rate is given up once another has been faster. */
  const best = (lane: string, seed: number) =>
    rates.reduce(
      (least, rate) => Math.min(least, stepsToTarget(laneOf(arena + lane, seed, rate), least)),
      limit,
    );

  test.each(seeds)('seed %d', (seed) => {
    const raw = best('raw', seed);
    const standard = best('standard', seed);
    const batchNorm = best('raw+bn', seed);
    const both = best('standard+bn', seed);
    expect(raw).toBe(limit);
    expect(standard).toBeLessThan(500);
    expect(both).toBeLessThan(500);
    expect(batchNorm).toBeLessThan(limit);
    expect(batchNorm).toBeGreaterThanOrEqual(5 * standard);
  });
});
