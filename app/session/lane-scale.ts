// The scale of one lane's losses, which follows its surface without shimmering: its own, or one for all lanes.
import { createLossScale, type Experiment, type LossScale } from '../../src/index.ts';

/** A change of the range smaller than this part of it keeps the old colours, so that levels do not shimmer. */
const tolerance = 0.02;

export interface LossRange {
  /** Least and greatest loss of a window. */
  readonly min: number;
  readonly max: number;
  /** Where a clipped surface is cut; Infinity where it need not be. */
  readonly clip: number;
}

export interface LaneScale {
  readonly current: LossScale | null;
  /** Follows a range; while the surface moves, the same one but for a little changes nothing. */
  follow(mode: Experiment['height'], range: LossRange, isMoving: boolean): void;
  /** Takes the scale of all lanes. */
  adopt(scale: LossScale): void;
}

/** @param held the scale to begin with */
export function createLaneScale(held: LossScale | null): LaneScale {
  let current = held;
  return {
    get current() {
      return current;
    },
    follow(mode, losses, isMoving) {
      const { min, max } = losses;
      const clip = mode === 'clip' ? losses.clip : Infinity;
      const cut = clip > min && clip < max;
      const top = cut ? clip : max;
      const range = top - min;
      const near = isMoving ? tolerance * range : 0;
      const isNear = (a: number, b: number) => a === b || Math.abs(a - b) <= near;
      const kept =
        current?.mode === mode &&
        (current.clip !== null) === cut &&
        isNear(current.min, min) &&
        isNear(current.max, top);
      if (!kept) current = createLossScale(mode, min, max, undefined, clip);
    },
    adopt(scale) {
      current = scale;
    },
  };
}

/** One range for several; null for none. */
export function commonRange(ranges: readonly LossRange[]): LossRange | null {
  if (ranges.length === 0) return null;
  return {
    min: Math.min(...ranges.map(({ min }) => min)),
    max: Math.max(...ranges.map(({ max }) => max)),
    get clip() {
      return Math.max(...ranges.map(({ clip }) => clip));
    },
  };
}
