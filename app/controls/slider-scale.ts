// Where a value lies on a slider: the positions are a short list of round values, evenly or by ratio.
import type { Knob } from '../../src/index.ts';

export interface SliderScale {
  /** Ascending and distinct: position k of the slider is `values[k]`. The ends are the knob's own. */
  readonly values: readonly number[];
  /** The position nearest to a value, by difference or by ratio as the knob says; clamped to the ends. */
  toPosition(value: number): number;
  /** The value at a position; clamped to the ends. */
  toValue(position: number): number;
}

/** Renard's series of preferred numbers (ISO 3), R20: 1, 1.1, 1.3, 1.4, 1.6, 1.8, 2, ... up to 10. */
const perDecade = 20;
/** A linear slider has at least this many positions, unless it counts whole numbers. */
const leastPositions = 100;

/** @throws {RangeError} if the knob's ends are out of order, or not positive on a log scale */
export function createSliderScale(knob: Knob): SliderScale {
  const { min, max, scale } = knob;
  if (!(min < max) || (scale === 'log' && !(min > 0))) {
    throw new RangeError(
      `wrong slider range: ${min} to ${max} (ascending, above 0 on a log scale)`,
    );
  }
  const values = distinct(scale === 'log' ? ratioValues(knob) : evenValues(knob));
  const last = values.length - 1;
  const place = scale === 'log' ? Math.log : (value: number) => value;
  const toValue = (position: number) =>
    values[Math.min(last, Math.max(0, Math.round(position)))] ?? min;
  return {
    values,
    toValue,
    toPosition(value) {
      if (!(value > min)) return 0;
      if (value >= max) return last;
      const above = values.findIndex((candidate) => candidate >= value);
      const gapAbove = place(toValue(above)) - place(value);
      const gapBelow = place(value) - place(toValue(above - 1));
      return gapAbove <= gapBelow ? above : above - 1;
    },
  };
}

function ratioValues({ min, max, integer }: Knob): number[] {
  const first = Math.ceil(perDecade * Math.log10(min));
  const last = Math.floor(perDecade * Math.log10(max));
  const inner = Array.from({ length: Math.max(0, last - first + 1) }, (_, k) =>
    Number((10 ** ((first + k) / perDecade)).toPrecision(2)),
  );
  return [min, ...inner.map((value) => (integer ? Math.round(value) : value)), max];
}

function evenValues({ min, max, integer }: Knob): number[] {
  const rough = (max - min) / leastPositions;
  const decade = 10 ** Math.floor(Math.log10(rough));
  const round = [5, 2, 1].find((factor) => factor * decade <= rough * (1 + 1e-9)) ?? 1;
  const step = integer ? Math.max(1, Math.round(round * decade)) : round * decade;
  const count = Math.floor((max - min) / step + 1e-9);
  const inner = Array.from({ length: count + 1 }, (_, k) =>
    Number((min + k * step).toPrecision(12)),
  );
  return [...inner, max];
}

/** Ascending and without repetition; rounding may have pushed a value past an end. */
function distinct(values: readonly number[]): number[] {
  const [min = 0, max = 0] = [values[0], values[values.length - 1]];
  const inside = values.filter((value) => value >= min && value <= max);
  return [...new Set(inside)].sort((a, b) => a - b);
}
