// Holding rows back: every row goes to one side, by the seed alone, and training keeps enough.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { datasets } from '../../src/data/index.ts';
import { splitSamples } from '../../src/data/split.ts';
import type { Samples } from '../../src/samples.ts';

/** Rows that tell their own number three times. */
const numbered = (count: number) => ({
  count,
  inputs: Float64Array.from({ length: 2 * count }, (_, i) => 10 * (i >> 1) + (i % 2)),
  targets: Float64Array.from({ length: count }, (_, row) => 10 * row + 2),
});
const rowsOf = ({ count, inputs, targets }: Samples) => {
  expect([inputs.length, targets.length]).toEqual([2 * count, count]);
  return Array.from(targets, (y, k) => {
    expect([...inputs.slice(2 * k, 2 * k + 2)]).toEqual([y - 2, y - 1]);
    return (y - 2) / 10;
  });
};

it('puts every row on one side, in order, and leaves two for training', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.integer(),
      (count, fraction, seed) => {
        const { train, test } = splitSamples(numbered(count), fraction, seed);
        const [trained, tested] = [rowsOf(train), rowsOf(test)];
        expect([...trained, ...tested].toSorted((a, b) => a - b)).toEqual([
          ...numbered(count).targets.keys(),
        ]);
        expect(trained).toEqual(trained.toSorted((a, b) => a - b));
        expect(tested).toEqual(tested.toSorted((a, b) => a - b));
        expect(test.count).toBe(Math.max(0, Math.min(Math.round(fraction * count), count - 2)));
      },
    ),
    { numRuns: 300 },
  );
});

it('is the same for the same seed, another for another, and the samples themselves without a test part', () => {
  const samples = datasets.get('two-scales').sample();
  expect(splitSamples(samples, 0.25, 3)).toEqual(splitSamples(samples, 0.25, 3));
  expect(splitSamples(samples, 0.25, 3)).not.toEqual(splitSamples(samples, 0.25, 4));
  expect(splitSamples(samples, 0, 3)).toEqual({
    train: samples,
    test: { count: 0, inputs: new Float64Array(0), targets: new Float64Array(0) },
  });
});

it('only moves further rows to the test part when the fraction grows', () => {
  const fractions = [0, 0.1, 0.2, 0.5, 0.9, 0.999];
  const tested = fractions.map((fraction) => rowsOf(splitSamples(numbered(50), fraction, 8).test));
  for (const [k, rows] of tested.entries()) {
    if (k > 0) expect(rows).toEqual(expect.arrayContaining(tested[k - 1]));
  }
  expect(tested.map((rows) => rows.length)).toEqual([0, 5, 10, 25, 45, 48]);
});

it('holds every row back equally often', () => {
  const times = new Array<number>(10).fill(0);
  for (let seed = 0; seed < 4000; seed++) {
    for (const row of rowsOf(splitSamples(numbered(10), 0.3, seed).test)) times[row]++;
  }
  // 1,200 each, give or take four standard errors of 29.
  for (const count of times) expect(Math.abs(count - 1200)).toBeLessThan(116);
});

it('leaves what it is given alone', () => {
  const samples = numbered(9);
  const { train } = splitSamples(samples, 0.3, 1);
  train.inputs.fill(0);
  train.targets.fill(0);
  expect(samples).toEqual(numbered(9));
});

it('refuses a fraction or a seed that is none', () => {
  for (const fraction of [-0.1, 1, NaN, Infinity]) {
    expect(() => splitSamples(numbered(5), fraction, 1)).toThrow(
      new RangeError(`invalid test fraction: ${fraction} (from 0 to below 1)`),
    );
  }
  for (const seed of [0.5, NaN, Infinity]) {
    expect(() => splitSamples(numbered(5), 0.2, seed)).toThrow(
      `invalid seed: ${seed} (a whole number)`,
    );
  }
});
