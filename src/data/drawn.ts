// Made-up data, drawn row by row from a seed, whose two inputs lie in ranges that a reader may choose.
import type { Knob } from '../knob.ts';
import { createRandom } from '../math/random.ts';
import type { Random } from '../math/random.ts';
import type { Dataset, Range } from './dataset.ts';
import { knobValues } from './knobs.ts';
import { linearTargetLoss } from './linear-fit.ts';

const maximumCount = 100_000;

/** Positions of the two inputs within their ranges, 0 to 1, and the target. */
export type DrawnRow = readonly [u: number, v: number, target: number];

export interface DrawnSpec {
  readonly id: string;
  readonly label: string;
  readonly blurb: string;
  readonly task: Dataset['task'];
  /** What the inputs are called; x1 and x2 unless given. */
  readonly features?: readonly [string, string];
  /** The range of each input, unless a reader poses another. */
  readonly ranges: readonly [Range, Range];
  readonly knobs?: readonly Knob[];
  /** The loss that counts as having learned it, where `createDrawn` is not to choose. */
  readonly targetLoss?: Dataset['targetLoss'];
  /**
   * Called once for each set of samples, to give what draws its rows, from number 0 on. Which random numbers a row draws
   * depends neither on `noise` nor on `knobs` (one value for each knob), so that changing one changes nothing else.
   */
  start(random: Random, noise: number, knobs: readonly number[]): (row: number) => DrawnRow;
}

/**
 * The target depends on where in its range an input lies, not on its value, so that another range poses the same task
 * at another scale. The target loss is 0.01 for squared error on regression sets and 0.2 for cross-entropy on classes,
 * unless the set has its own.
 */
export function createDrawn(spec: DrawnSpec): Dataset {
  const { id, label, blurb, task, ranges: initialRanges, knobs = [], start } = spec;
  return {
    id,
    label,
    blurb,
    task,
    features: spec.features ?? ['x1', 'x2'],
    ranges: initialRanges,
    knobs,
    sample(options = {}) {
      const { count = 200, noise = 0.05, seed = 1, ranges = initialRanges } = options;
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
      const draw = start(createRandom(seed, 'data'), noise, knobValues(knobs, options));
      const inputs = new Float64Array(2 * count);
      const targets = new Float64Array(count);
      for (let row = 0; row < count; row++) {
        const [u, v, target] = draw(row);
        inputs[2 * row] = low1 + u * (high1 - low1);
        inputs[2 * row + 1] = low2 + v * (high2 - low2);
        targets[row] = target;
      }
      return { count, inputs, targets };
    },
    targetLoss:
      spec.targetLoss ??
      ((samples, loss) => {
        if (task === 'regression' && loss === 'mse') return 0.01;
        if (task === 'classification' && loss === 'bce') return 0.2;
        return linearTargetLoss(samples, loss);
      }),
  };
}

function checkRange([low, high]: Range, column: number) {
  if (!(low < high) || !Number.isFinite(high - low)) {
    throw new RangeError(
      `invalid range of x${column + 1}: ${low} to ${high} (two finite numbers, the lower one first)`,
    );
  }
}
