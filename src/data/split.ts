// Rows to train on and rows held back: whether what was learned also holds for rows that were never seen.
import { createRandom } from '../math/random.ts';
import type { Samples } from '../samples.ts';

/** Fewer rows than this have no spread that a scaling or batch norm could measure. */
const fewestTrainingRows = 2;

/**
 * Holds back the rows that a seeded shuffle brings to the front (Fisher and Yates). Both parts keep the rows in their
 * order, so that nothing held back means the very same samples; a larger fraction of the same seed only moves further
 * rows from training to test.
 *
 * @param testFraction share of rows to hold back, from 0 to below 1; rounded to whole rows, and to leave at least two
 * @param seed any whole number
 * @throws {RangeError} on a fraction or a seed that is none
 */
export function splitSamples(
  samples: Samples,
  testFraction: number,
  seed: number,
): { readonly train: Samples; readonly test: Samples } {
  if (!(testFraction >= 0 && testFraction < 1)) {
    throw new RangeError(`invalid test fraction: ${testFraction} (from 0 to below 1)`);
  }
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`invalid seed: ${seed} (a whole number)`);
  }
  const { count } = samples;
  const most = Math.max(count - fewestTrainingRows, 0);
  const heldBack = Math.min(Math.round(testFraction * count), most);
  const random = createRandom(seed, 'split');
  const order = Int32Array.from({ length: count }, (_, row) => row);
  const isTest = new Uint8Array(count);
  for (let k = 0; k < heldBack; k++) {
    const chosen = k + random.integer(count - k);
    [order[k], order[chosen]] = [order[chosen], order[k]];
    isTest[order[k]] = 1;
  }
  return {
    train: pick(samples, (row) => isTest[row] === 0),
    test: pick(samples, (row) => isTest[row] === 1),
  };
}

function pick({ inputs, targets }: Samples, isWanted: (row: number) => boolean): Samples {
  return {
    count: targets.filter((_, row) => isWanted(row)).length,
    inputs: inputs.filter((_, i) => isWanted(i >> 1)),
    targets: targets.filter((_, row) => isWanted(row)),
  };
}
