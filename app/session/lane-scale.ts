// The scale of one lane's losses, which follows its surface without shimmering: its own, or one for all lanes.
import { createLossScale, type Experiment, type LossScale } from '../../src/index.ts';

/** A change of the greatest loss smaller than this part of the range keeps the old one, so that levels do not shimmer. */
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
  /**
   * Follows a range. While the surface moves, the greatest loss may be the old one but for a little. The least is always
   * that of the range: where the path goes there, a legend that began above the loss of the lane would contradict it.
   */
  follow(mode: Experiment['height'], range: LossRange, isMoving: boolean): void;
  /** Takes the scale of all lanes. */
  adopt(scale: LossScale): void;
}

/** @param held the scale to begin with */
export function createLaneScale(held: LossScale | null): LaneScale {
  let current = held;
  // What the scale was made for: its own ends may have been moved apart, or up to where a logarithm begins.
  let least = held?.min ?? Number.NaN;
  let greatest = held?.max ?? Number.NaN;
  return {
    get current() {
      return current;
    },
    follow(mode, losses, isMoving) {
      const { min, max } = losses;
      const clip = mode === 'clip' ? losses.clip : Infinity;
      const cut = clip > min && clip < max;
      const wanted = cut ? clip : max;
      const near = isMoving ? tolerance * (wanted - min) : 0;
      const isSame = current?.mode === mode && (current.clip !== null) === cut;
      const top = isSame && Math.abs(greatest - wanted) <= near ? greatest : wanted;
      if (isSame && min === least && top === greatest) return;
      [least, greatest] = [min, top];
      current = createLossScale(mode, min, cut ? max : top, undefined, cut ? top : clip);
    },
    adopt(scale) {
      current = scale;
      [least, greatest] = [scale.min, scale.max];
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
