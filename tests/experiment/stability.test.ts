// The limits of stability, held against what the optimizers do on a quadratic: just below them they fall, just above they rise.
import { describe, expect, test } from 'vitest';
import {
  createUpdate,
  defaultExperiment,
  optimizers,
  stabilityRule,
  stableRate,
  stableSharpness,
  type Settings,
} from '../../src/index.ts';

const base = defaultExperiment().settings;

/** How much farther from the minimum a run ends than it began, on lambda / 2 theta^2. */
function growth(settings: Settings, rate: number, lambda: number): number {
  const update = createUpdate(
    {
      optimizer: optimizers.get(settings.optimizer),
      settings: { learningRate: rate, ...settings.knobs },
      ...(settings.decay === 'auto' ? {} : { decay: settings.decay }),
    },
    1,
  );
  const theta = Float64Array.of(1);
  for (let step = 1; step <= 4000 && Math.abs(theta[0]) < 1e50; step++) {
    update.step(theta, Float64Array.of(lambda * theta[0]), step);
  }
  return Math.abs(theta[0]);
}

const cases: readonly Partial<Settings>[] = [
  { optimizer: 'sgd' },
  { optimizer: 'sgd', decay: 3 },
  { optimizer: 'momentum' },
  { optimizer: 'momentum', knobs: { momentum: 0.5 }, decay: 1 },
  { optimizer: 'nesterov' },
  { optimizer: 'nesterov', knobs: { momentum: 0.3 } },
  { optimizer: 'nesterov', knobs: { momentum: 0 } },
];

describe.each(cases)('%j', (change) => {
  const settings = { ...base, ...change };
  const rate = 0.07;
  const limit = stableSharpness(settings, rate) ?? NaN;

  test('falls below the limit and rises above it', () => {
    expect(growth(settings, rate, 0.98 * limit)).toBeLessThan(1e-2);
    expect(growth(settings, rate, 1.02 * limit)).toBeGreaterThan(1e2);
  });

  test('the rate that is stable at the limit is the rate', () => {
    expect(stableRate(settings, limit)).toBeCloseTo(rate, 12);
  });
});

test.each(['adagrad', 'rmsprop', 'adam', 'adamw'])(
  '%s has no such line, and says so',
  (optimizer) => {
    const settings = { ...base, optimizer };
    expect(stableSharpness(settings, 0.1)).toBeNull();
    expect(stableRate(settings, 1)).toBeNull();
    expect(stabilityRule(settings).caution).toMatch(/no single line/);
  },
);

test('mini-batches and noise are cautioned about, and a flat loss has no limit', () => {
  expect(stabilityRule(base).caution).toBe('');
  expect(stabilityRule({ ...base, batch: 8 }).caution).toMatch(/mini-batch/);
  expect(stabilityRule({ ...base, normNoise: 0.5 }).caution).toMatch(/noise/);
  expect(stableRate(base, 0)).toBe(Infinity);
  expect(stableRate(base, -3)).toBe(Infinity);
});
