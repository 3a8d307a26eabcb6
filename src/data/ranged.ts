// Made-up data whose two inputs lie in ranges that a reader may choose: what the two-scale sets have in common.
import { createRandom } from '../math/random.ts';
import type { Dataset, Range } from './dataset.ts';
import { linearTargetLoss } from './linear-fit.ts';

const maximumCount = 100_000;
const defaultRanges: readonly [Range, Range] = [
  [0, 1],
  [0, 0.01],
];

export interface RangedSpec {
  readonly id: string;
  readonly label: string;
  readonly blurb: string;
  readonly task: Dataset['task'];
  /** The target at positions `u` and `v` (0 to 1) within the two ranges, and noise of the chosen spread. */
  target(u: number, v: number, noise: number): number;
}

/**
 * The target depends on where in its range an input lies, not on its value, so that another range poses the same task
 * at another scale. The target loss is 0.01 for squared error on regression sets and 0.2 for cross-entropy on classes.
 */
export function createRanged(spec: RangedSpec): Dataset {
  const { id, label, blurb, task, target } = spec;
  return {
    id,
    label,
    blurb,
    task,
    features: ['x1', 'x2'],
    ranges: defaultRanges,
    sample({ count = 200, noise = 0.05, seed = 1, ranges = defaultRanges } = {}) {
      if (!Number.isInteger(count) || count < 1 || count > maximumCount) {
        throw new RangeError(`invalid count: ${count} (a whole number from 1 to ${maximumCount})`);
      }
      if (!(noise >= 0 && noise < Infinity)) {
        throw new RangeError(`invalid noise: ${noise} (a standard deviation, at least 0)`);
      }
      if (!Number.isSafeInteger(seed)) {
        throw new RangeError(`invalid seed: ${seed} (a whole number)`);
      }
      ranges.forEach(checkRange);
      const [[low1, high1], [low2, high2]] = ranges;
      const random = createRandom(seed, 'data');
      const inputs = new Float64Array(2 * count);
      const targets = new Float64Array(count);
      for (let row = 0; row < count; row++) {
        // Every row draws the same three numbers whatever the settings, so that changing one changes nothing else.
        const u = random.uniform();
        const v = random.uniform();
        const e = random.normal();
        inputs[2 * row] = low1 + u * (high1 - low1);
        inputs[2 * row + 1] = low2 + v * (high2 - low2);
        targets[row] = target(u, v, noise * e);
      }
      return { count, inputs, targets };
    },
    targetLoss(samples, loss) {
      if (task === 'regression' && loss === 'mse') return 0.01;
      if (task === 'classification' && loss === 'bce') return 0.2;
      return linearTargetLoss(samples, loss);
    },
  };
}

function checkRange([low, high]: Range, column: number) {
  if (!(low < high) || !Number.isFinite(high - low)) {
    throw new RangeError(
      `invalid range of x${column + 1}: ${low} to ${high} (two finite numbers, the lower one first)`,
    );
  }
}
