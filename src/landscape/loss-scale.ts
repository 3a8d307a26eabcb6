// How a loss becomes a colour, a contour level and a height: one rule for mesh, contour plot and legend.

export interface LossScale {
  readonly mode: 'linear' | 'log';
  /** Least and greatest loss of the window. */
  readonly min: number;
  readonly max: number;
  /** The losses at which one colour band ends and the next begins, ascending; `bands - 1` of them. */
  readonly levels: readonly number[];
  readonly bands: number;
  /** Position in the colour map, 0 to 1; clamped. */
  color(loss: number): number;
  /** Height in the box, 0 to 1 inside the window's losses; not clamped. */
  height(loss: number): number;
}

/** The part of the range below which a logarithm would only draw rounding. */
const logFloor = 1e-9;

/**
 * Linear: heights are proportional to loss, while colours and levels go with its square root, so that the rings of
 * a quadratic bowl are evenly spaced. Log: heights, colours and levels all go with the logarithm.
 *
 * @param min least loss of the window, at least 0
 * @param max greatest loss of the window; a flat window is widened a little so that nothing divides by 0
 */
export function createLossScale(
  mode: 'linear' | 'log',
  min: number,
  max: number,
  bands = 14,
): LossScale {
  const low = mode === 'log' ? Math.max(min, max * logFloor, Number.MIN_VALUE) : min;
  const high = max > low ? max : low + Math.max(1e-12, Math.abs(low) * 1e-6);
  const clamp = (t: number) => (t > 0 ? (t < 1 ? t : 1) : 0);
  const logLow = Math.log(low);
  const logSpan = Math.log(high) - logLow;
  const span = high - low;
  const height =
    mode === 'log'
      ? (loss: number) => (loss > low ? (Math.log(loss) - logLow) / logSpan : 0)
      : (loss: number) => (loss - low) / span;
  const color =
    mode === 'log'
      ? (loss: number) => clamp(height(loss))
      : (loss: number) => Math.sqrt(clamp(height(loss)));
  const levels = Array.from({ length: bands - 1 }, (_, k) => {
    const t = (k + 1) / bands;
    return mode === 'log' ? Math.exp(logLow + t * logSpan) : low + t * t * span;
  });
  return { mode, min: low, max: high, levels, bands, color, height };
}
