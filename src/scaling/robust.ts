// Robust scaling: the middle half of each column decides, so that outliers do not.
import { createColumnScaling } from './column-map.ts';

/** A quantile as `base + extra`, because between two neighbouring numbers there may be no float64. */
interface Quantile {
  readonly base: number;
  readonly extra: number;
}

/** Linear interpolation between ranks, as in scikit-learn and NumPy (type 7 of Hyndman and Fan, 1996). */
function quantile(sorted: Float64Array, share: number): Quantile {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const base = sorted[below];
  const above = sorted[Math.min(below + 1, sorted.length - 1)];
  return { base, extra: (above - base) * (position - below) };
}

export const robust = createColumnScaling({
  id: 'robust',
  label: 'Robust',
  blurb:
    'Puts the median of each input at 0 and makes its middle half 1 wide, whatever a few outliers do.',
  formula: '(x - median) / (q75 - q25)',
  column(_, values) {
    const sorted = values.sort();
    const middle = quantile(sorted, 0.5);
    const low = quantile(sorted, 0.25);
    const high = quantile(sorted, 0.75);
    const width = high.base - low.base + (high.extra - low.extra);
    return {
      origin: middle.base,
      remainder: middle.extra,
      // A middle half of one value, as in a column of zeros but for a few, has no width to divide by.
      scale: Number.isFinite(1 / width) ? width : 1,
      offset: 0,
    };
  },
});
