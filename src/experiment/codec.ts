// Codecs: how one kind of value is read from a link and written into one.
import { good, type Reading } from './problem.ts';

export interface Codec<T> {
  /** Never throws: what cannot be read is replaced by the nearest limit, or else by `fallback`. */
  read(text: string, fallback: T): Reading<T>;
  /** Text that `read` turns back into the same value. */
  write(value: T): string;
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number in decimal notation, within limits that are part of the range. */
export function numberCodec(min: number, max: number, integer = false): Codec<number> {
  return {
    read(text, fallback) {
      const trimmed = text.trim();
      if (!decimal.test(trimmed)) return { value: fallback, problem: 'is not a number' };
      // Adding 0 turns -0 into 0.
      const value = Number(trimmed) + 0;
      if (value < min) return { value: min, problem: `is below ${min}` };
      if (value > max) return { value: max, problem: `is above ${max}` };
      if (integer && !Number.isInteger(value)) {
        return { value: Math.round(value), problem: 'is not a whole number' };
      }
      return good(value);
    },
    write: String,
  };
}

/** One of a list of words; `known` is asked anew each time, so a registry's ids may be given. */
export function wordCodec<T extends string>(known: readonly T[]): Codec<T> {
  return {
    read(text, fallback) {
      const value = known.find((word) => word === text.trim());
      return value === undefined
        ? { value: fallback, problem: `is not one of ${known.join(', ')}` }
        : good(value);
    },
    write: (value) => value,
  };
}

/** `0` and `1`. */
export const flagCodec: Codec<boolean> = {
  read(text, fallback) {
    const trimmed = text.trim();
    if (trimmed === '0' || trimmed === '1') return good(trimmed === '1');
    return { value: fallback, problem: 'is neither 0 nor 1' };
  },
  write: (value) => (value ? '1' : '0'),
};

/** Several numbers between separators, each within its own limits. */
export function numbersCodec<T extends readonly number[]>(
  separator: string,
  parts: readonly Codec<number>[],
): Codec<T> {
  return {
    read(text, fallback) {
      const pieces = text.split(separator);
      if (pieces.length !== parts.length) {
        return {
          value: fallback,
          problem: `is not ${parts.length} numbers with ${separator} between`,
        };
      }
      const readings = parts.map((part, k) => part.read(pieces[k], NaN));
      if (readings.some(({ value }) => Number.isNaN(value))) {
        return {
          value: fallback,
          problem: `is not ${parts.length} numbers with ${separator} between`,
        };
      }
      const problem = readings.find((reading) => reading.problem !== null)?.problem;
      const value = readings.map((reading) => reading.value) as unknown as T;
      return { value, problem: problem === undefined ? null : `has a number that ${problem}` };
    },
    write: (value) => value.map((number, k) => parts[k].write(number)).join(separator),
  };
}
