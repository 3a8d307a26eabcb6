// Random experiments on small data, for properties that hold whatever the data, scaling and network are.
import fc from 'fast-check';
import {
  activations,
  dataFor,
  defaultExperiment,
  nameLanes,
  scalings,
  type Experiment,
  type LanePatch,
} from '../../src/index.ts';

/**
 * Ranges of very different width, and up to 20 widths away from 0: far enough to need a bias, and near enough that the
 * raw inputs themselves have digits left for what tells rows apart.
 */
const range = fc
  .tuple(fc.double({ min: -20, max: 20, noNaN: true }), fc.double({ min: -3, max: 2, noNaN: true }))
  .map(([offset, power]) => [offset * 10 ** power, (offset + 1) * 10 ** power] as const);

const setup = fc.record({
  id: fc.constantFrom('two-scales-curved', 'gaussians', 'two-scales-classes'),
  ranges: fc.tuple(range, range),
  count: fc.integer({ min: 8, max: 30 }),
  seed: fc.integer({ min: 0, max: 1e6 }),
  hidden: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
  activation: fc.constantFrom(...activations.ids),
});

/** An experiment with a lane for every scaling, in a random order. */
export const scaledExperiments = (
  normalization: LanePatch['normalization'],
  change: Partial<Experiment> = {},
): fc.Arbitrary<Experiment> =>
  fc
    .tuple(setup, fc.shuffledSubarray([...scalings.ids], { minLength: scalings.ids.length }))
    .map(([{ id, ranges, count, seed, hidden, activation }, ids]) => {
      const base = defaultExperiment();
      return {
        ...base,
        ...change,
        data: { ...dataFor(id), ranges, count },
        seed,
        settings: { ...base.settings, hidden, activation, initialization: 'lecun' },
        lanes: nameLanes(ids.map((scaling) => ({ scaling, normalization, overrides: {} }))),
      };
    });

/** Where all numbers are smaller than this, as where every unit is off, there is only rounding to compare. */
const smallest = 1e-3;

/** The largest difference, as a part of the largest number. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let difference = 0;
  let largest = smallest;
  for (let k = 0; k < expected.length; k++) {
    difference = Math.max(difference, Math.abs(actual[k] - expected[k]));
    largest = Math.max(largest, Math.abs(expected[k]));
  }
  return actual.length === expected.length ? difference / largest : NaN;
}
