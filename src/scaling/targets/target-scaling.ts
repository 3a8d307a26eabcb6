// What a scaling of the target is: fitted to the targets once, then an affine map of each.
import type { Entry } from '../../registry.ts';
import { describeColumn, largest } from '../column-statistics.ts';
import type { ColumnStatistics } from '../column-statistics.ts';

/** A fitted scaling, with its inverse: `scaled = (raw - origin) / scale`. */
export interface TargetMap {
  readonly origin: number;
  /** Above 0. A squared error of scaled targets is that of raw ones divided by its square. */
  readonly scale: number;
  /** Whether all targets were the same, and so could not be scaled. */
  readonly constant: boolean;
  /** Scales targets into a new array. */
  apply(targets: Float64Array): Float64Array;
  /** Undoes `apply`, into a new array: also outputs of a network that was trained on scaled targets. */
  invert(targets: Float64Array): Float64Array;
}

/** For regression; the targets of two classes are 0 and 1 and stay so. */
export interface TargetScaling extends Entry {
  /** The map in plain text. */
  readonly formula: string;
  /**
   * @param targets at least one number
   * @throws {RangeError} if there are none, or one is not finite or larger than 1e300
   */
  fit(targets: Float64Array): TargetMap;
}

export interface TargetScalingSpec extends Entry {
  readonly formula: string;
  /** `remainder` is what rounding left of the origin, 0 unless given. */
  map(statistics: ColumnStatistics): { origin: number; remainder?: number; scale: number };
}

export function createTargetScaling({ map, ...entry }: TargetScalingSpec): TargetScaling {
  return {
    ...entry,
    fit(targets) {
      if (targets.length === 0) throw new RangeError('invalid targets: none (at least one number)');
      const odd = targets.findIndex((value) => !(Math.abs(value) <= largest));
      if (odd >= 0) {
        throw new RangeError(
          `invalid target: ${targets[odd]} (row ${odd + 1}; finite, at most ${largest} in size)`,
        );
      }
      const statistics = describeColumn(targets, 0, 1);
      const { origin, remainder = 0, scale } = map(statistics);
      return {
        origin: origin + remainder,
        scale,
        constant: statistics.constant,
        apply: (values) => values.map((value) => (value - origin - remainder) / scale),
        invert: (values) => values.map((value) => value * scale + remainder + origin),
      };
    },
  };
}
