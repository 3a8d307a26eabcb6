// A scaling that treats its two columns apart, from its numbers to the fitted map.
import { columnStatistics } from './column-statistics.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import type { InputMap, Scaling } from './scaling.ts';

/** One column: `scaled = (raw - origin - remainder) / scale + offset`. */
export interface ColumnMap {
  readonly origin: number;
  /** What rounding left of an origin that is no float64, such as a mean; 0 unless given. */
  readonly remainder?: number;
  readonly scale: number;
  readonly offset: number;
}

export interface ColumnScalingSpec {
  readonly id: string;
  readonly label: string;
  readonly blurb: string;
  readonly formula: string;
  /**
   * The map of one column; `constant` columns have no spread, and are treated as if it were 1.
   * @param values the column, a copy
   */
  column(statistics: ColumnStatistics, values: Float64Array): ColumnMap;
}

export function createColumnScaling({ column, ...entry }: ColumnScalingSpec): Scaling {
  return {
    ...entry,
    fit(inputs) {
      const [first, second] = columnStatistics(inputs);
      const values = (i: number) => inputs.filter((_, k) => k % 2 === i);
      return createColumnInputMap(column(first, values(0)), column(second, values(1)), [
        first.constant,
        second.constant,
      ]);
    },
  };
}

/**
 * `apply` subtracts before it divides, instead of using `matrix` and `shift`: for a column far from 0 the shift is huge,
 * and adding it would cancel the very digits that the scaling is meant to bring out.
 */
export function createColumnInputMap(
  first: ColumnMap,
  second: ColumnMap,
  constant: readonly [boolean, boolean],
): InputMap {
  const columns = [first, second] as const;
  const shiftOf = ({ origin, remainder = 0, scale, offset }: ColumnMap) =>
    offset - (origin + remainder) / scale;
  return {
    matrix: Float64Array.of(1 / first.scale, 0, 0, 1 / second.scale),
    shift: Float64Array.of(shiftOf(first), shiftOf(second)),
    constant,
    apply(inputs) {
      const scaled = new Float64Array(inputs.length);
      columns.forEach(({ origin, remainder = 0, scale, offset }, column) => {
        for (let i = column; i < inputs.length; i += 2) {
          scaled[i] = (inputs[i] - origin - remainder) / scale + offset;
        }
      });
      return scaled;
    },
    invert(inputs) {
      const raw = new Float64Array(inputs.length);
      columns.forEach(({ origin, remainder = 0, scale, offset }, column) => {
        for (let i = column; i < inputs.length; i += 2) {
          raw[i] = (inputs[i] - offset) * scale + remainder + origin;
        }
      });
      return raw;
    },
  };
}
