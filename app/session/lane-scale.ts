// The scale of one lane's losses, which follows its surface without shimmering: its own, or one for all lanes.
import { createLossScale, type Experiment, type LossScale } from '../../src/index.ts';

/** A change of the greatest loss smaller than this part of the range keeps the old one, so that levels do not shimmer. */
const tolerance = 0.02;
/**
 * So much of the colours, and of the range, may be left to losses below and above those of a moving surface. Where training
 * goes to and fro, the least of a window does too: a hollow beside (0, 0), there at every second step, would change the
 * colour of all the plain around it, which is nearly as low.
 */
const [unusedLow, unusedHigh] = [0.14, 0.1];

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
   * Follows a range. While the surface moves, the ends may be the old ones where those hold little more, or a greatest loss
   * that is little less. The least is never above that of the range: where the path goes there, a legend that began above
   * the loss of the lane would contradict it.
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
      const before = current?.mode === mode && (current.clip !== null) === cut ? current : null;
      const keepsLow = isMoving && before && min >= least && before.color(min) <= unusedLow;
      const low = keepsLow ? least : min;
      // Where both ends sink they do so together: a top that came after in jumps would make the colours saw.
      const part = keepsLow && wanted < greatest ? unusedHigh : tolerance;
      const near = isMoving ? part * (wanted - min) : 0;
      const top = before && Math.abs(greatest - wanted) <= near ? greatest : wanted;
      if (before && low === least && top === greatest) return;
      [least, greatest] = [low, top];
      current = createLossScale(mode, low, cut ? max : top, undefined, cut ? top : clip);
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
