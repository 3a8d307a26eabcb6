// Neat tick values and how they are written: parameters on the floor, losses on the upright axis. Pure.
import { scaleLinear } from 'd3-scale';
import { format, precisionFixed } from 'd3-format';
import type { LossScale } from '../../src/index.ts';

export interface Ticks {
  readonly values: readonly number[];
  readonly texts: readonly string[];
  /** The least and the greatest value of the axis, for where there is no room for round ones. */
  readonly ends: readonly [string, string];
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A power of ten as it is printed: `10⁻³`. */
function powerOfTen(exponent: number): string {
  const digits = Array.from(String(Math.abs(exponent)), (digit) => superscripts[Number(digit)]);
  return `10${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}

/** A number of few digits, short at any size: `0.02`, `40`, `3×10⁻⁵`, `10⁶`. */
export function shortNumber(value: number, digits = 3): string {
  if (value === 0) return '0';
  const plain = format(`.${digits}~r`);
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e5) return plain(value);
  const exponent = Math.floor(Math.log10(size) + 1e-9);
  const leading = plain(value / 10 ** exponent);
  if (leading === '1') return powerOfTen(exponent);
  return `${leading === '−1' ? '−' : `${leading}×`}${powerOfTen(exponent)}`;
}

/** Numbers with more digits than this are long, and hard to tell apart: they are written by their differences. */
const mostDigits = 4;

/**
 * Writes neighbouring ticks with the same number of decimals, so that they can be compared at a glance. Where they differ
 * only in a late digit the first is written in short, and of the others how much they are above it: `≈0.321`, `+10⁻⁸`.
 */
function evenTexts(values: readonly number[]): string[] {
  const largest = Math.max(...values.map(Math.abs));
  const [first = 0, second = first + largest] = values;
  const step = Math.abs(second - first);
  const gap = magnitude(largest) - magnitude(step);
  if (values.length > 1 && gap >= mostDigits) {
    return values.map((value, k) => (k > 0 ? `+${shortNumber(value - first)}` : inShort(first)));
  }
  if (largest >= 1e5 || step < 1e-3 || !(step > 0)) {
    return values.map((each) => shortNumber(each, Math.max(3, gap + 1)));
  }
  const even = format(`.${precisionFixed(step)}f`);
  return values.map((value) => (value === 0 ? '0' : even(value)));
}

/** The two ends of an axis, with as many digits as tell them apart. */
function endTexts(low: number, high: number): readonly [string, string] {
  const gap = magnitude(Math.max(Math.abs(low), Math.abs(high))) - magnitude(high - low);
  if (gap >= mostDigits) return [inShort(low), `+${shortNumber(high - low, 2)}`];
  const digits = Math.max(2, gap + 2);
  return [shortNumber(low, digits), shortNumber(high, digits)];
}

/** The power of ten that a number above 0 begins with. */
const magnitude = (value: number) => Math.floor(Math.log10(value) + 1e-9);

function inShort(value: number): string {
  const text = shortNumber(value);
  return Number(value.toPrecision(3)) === value ? text : `≈${text}`;
}

/** Three to five ticks at round numbers between `low` and `high`; six where the next rounder step leaves only two. */
export function linearTicks(low: number, high: number): Ticks {
  const scale = scaleLinear().domain([low, high]);
  const wanted = [4, 5, 3, 6, 2].map((count) => scale.ticks(count));
  const values = wanted.find((ticks) => ticks.length >= 3 && ticks.length <= 5) ?? wanted[0] ?? [];
  return { values, texts: evenTexts(values), ends: endTexts(low, high) };
}

/** The distance of the faint lines on the surface: each interval between ticks in two. */
export function gridStep({ values }: Pick<Ticks, 'values'>): number {
  return Math.abs(Number(values[1] ?? 1) - Number(values[0] ?? 0)) / 2;
}

/** Decades; where there are too few of them, threes or twos and fives as well. */
function logarithmicValues(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const stride = Math.max(1, Math.ceil((last - first) / 5));
  for (const factors of [[1], [1, 3], [1, 2, 5]]) {
    const values: number[] = [];
    for (let exponent = Math.ceil(first / stride) * stride; exponent <= last; exponent += stride) {
      for (const factor of factors) {
        // Dividing keeps 0.1 and its like exact, where a negative power of ten would round.
        const value = exponent < 0 ? factor / 10 ** -exponent : factor * 10 ** exponent;
        if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) values.push(value);
      }
    }
    if (values.length >= 3) return values;
  }
  return [...linearTicks(low, high).values];
}

/** Ticks of the upright axis: losses between the scale's least and greatest. */
export function lossTicks(scale: LossScale): Ticks {
  if (scale.mode !== 'log') return linearTicks(scale.min, scale.max);
  const { min, max } = scale;
  const values = logarithmicValues(min, max);
  const texts = values.map((value) => shortNumber(value));
  const isApart = new Set(texts).size === texts.length;
  return { values, texts: isApart ? texts : evenTexts(values), ends: endTexts(min, max) };
}
