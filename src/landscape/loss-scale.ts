// How a loss becomes a colour, a contour level and a height: one rule for mesh, contour plot and legend.

export interface LossScale {
  readonly mode: 'linear' | 'log' | 'clip';
  /** Least and greatest loss that has a colour and a height of its own: of the window, or up to where it is cut. */
  readonly min: number;
  readonly max: number;
  /** All losses are the same but for rounding: the range above is wider than theirs, so that an axis can be read. */
  readonly isFlat: boolean;
  /** What is at or above this loss is cut off, and marked as cut; null where nothing is. */
  readonly clip: number | null;
  /** The losses at which one colour band ends and the next begins, ascending; `bands - 1` of them. */
  readonly levels: readonly number[];
  readonly bands: number;
  /** Position in the colour map, 0 to 1; clamped. */
  color(loss: number): number;
  /** Height in the box, 0 to 1 inside the window's losses; above 1 beyond them, unless they are cut. */
  height(loss: number): number;
}

/** The part of the range below which a logarithm would only draw rounding. */
const logFloor = 1e-9;

/**
 * Linear: heights are proportional to loss, while colours and levels go with its square root, so that the rings of
 * a quadratic bowl are evenly spaced. Log: heights, colours and levels all go with the logarithm. Clip: as linear, up to
 * the loss at which the surface is cut, so that rings near the least loss are told apart however high the walls are.
 *
 * @param min least loss of the window, at least 0
 * @param max greatest loss of the window; a flat window has a range of its own loss, or of 1 where that is 0
 * @param clip where a clipped surface is cut, as from `clipLevel`; at or above `max` nothing is cut
 */
export function createLossScale(
  mode: LossScale['mode'],
  min: number,
  max: number,
  bands = 14,
  clip = Number.POSITIVE_INFINITY,
): LossScale {
  const isCut = mode === 'clip' && clip > min && clip < max;
  const top = isCut ? clip : max;
  const low = mode === 'log' ? Math.max(min, top * logFloor, Number.MIN_VALUE) : min;
  const isFlat = !(top - low > Math.max(1e-12, Math.abs(low) * 1e-6));
  const high = isFlat ? low + (Math.abs(low) || 1) : top;
  const clamp = (t: number) => (t > 0 ? (t < 1 ? t : 1) : 0);
  const logLow = Math.log(low);
  const logSpan = Math.log(high) - logLow;
  const span = high - low;
  const free =
    mode === 'log'
      ? (loss: number) => (loss > low ? (Math.log(loss) - logLow) / logSpan : 0)
      : (loss: number) => (loss - low) / span;
  const height = isCut ? (loss: number) => Math.min(1, free(loss)) : free;
  const color =
    mode === 'log'
      ? (loss: number) => clamp(height(loss))
      : (loss: number) => Math.sqrt(clamp(height(loss)));
  const levels = Array.from({ length: bands - 1 }, (_, k) => {
    const t = (k + 1) / bands;
    return mode === 'log' ? Math.exp(logLow + t * logSpan) : low + t * t * span;
  });
  const clipped = isCut ? high : null;
  return { mode, min: low, max: high, isFlat, clip: clipped, levels, bands, color, height };
}
