// How badly scaled the default data is for one neuron, raw and under each scaling: the numbers the page is built on.
import { expect, it } from 'vitest';
import { datasets } from '../../src/data/index.ts';
import { scalings } from '../../src/scaling/index.ts';
import { conditionNumber } from '../scaling/linear-model.ts';

const kappa = (id: string, seed: number) => {
  const { inputs } = datasets.get('two-scales').sample({ seed });
  return conditionNumber(scalings.get(id).fit(inputs).apply(inputs));
};

// Expected values follow from the moments of the uniform distribution: E[x] = (a + b) / 2, E[x^2] = (a^2 + ab + b^2) / 3.
it.each([
  ['none', 152_118],
  ['centre', 120_000],
  ['minmax', 28.05],
  ['minmax-symmetric', 3],
])('%s: condition number about %d, as for infinitely many rows', (id, expected) => {
  const numbers = Array.from({ length: 40 }, (_, k) => kappa(id, k + 1));
  const geometricMean = Math.exp(numbers.reduce((sum, x) => sum + Math.log(x), 0) / 40);
  // 200 rows have some correlation by chance, which adds a few per cent; more so where little else is left.
  expect(geometricMean / expected).toBeGreaterThan(0.97);
  expect(geometricMean / expected).toBeLessThan(1.12);
});

it('standard: nothing but the correlation of a finite draw is left', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    expect(kappa('standard', seed)).toBeGreaterThanOrEqual(1);
    expect(kappa('standard', seed)).toBeLessThan(1.4);
  }
});
