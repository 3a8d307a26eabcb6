// How many times more widely one raw input varies than the other: one number, wherever it is said.
import type { Range } from '../data/dataset.ts';
import { columnStatistics } from '../scaling/column-statistics.ts';

/** Rows drawn from ranges may vary by this part more or less widely than these. */
const luck = 0.2;

export interface Spreads {
  /** The column that varies more widely, and the other. */
  readonly wide: 0 | 1;
  readonly narrow: 0 | 1;
  /** 1 or more. */
  readonly factor: number;
}

/**
 * By the ranges that a reader has chosen, where the rows are as unlike as these; else by the standard deviations.
 *
 * @param inputs count x 2, row major
 */
export function compareSpreads(
  inputs: Float64Array,
  ranges?: readonly [Range, Range] | null,
): Spreads {
  const [first, second] = columnStatistics(inputs).map(({ deviation }) => deviation);
  const measured = first / second;
  const [chosen] = ranges ? [widthOf(ranges[0]) / widthOf(ranges[1])] : [measured];
  const ratio = Math.abs(chosen / measured - 1) < luck ? chosen : measured;
  return ratio >= 1 || Number.isNaN(ratio)
    ? { wide: 0, narrow: 1, factor: ratio }
    : { wide: 1, narrow: 0, factor: 1 / ratio };
}

const widthOf = ([low, high]: Range) => high - low;
