// How unlike two inputs are, in words: the ratio of their widths, and how far off zero they lie.
import { compareSpreads, formatNumber, type Range } from '../../src/index.ts';
import { factorInWords } from './spreads.ts';

const width = ([low, high]: Range) => high - low;
const middle = ([low, high]: Range) => (low + high) / 2;
const isAround0 = ([low, high]: Range) => low <= 0 && high >= 0;
/** Closer than this, two widths are said to be the same. */
const alike = 1.05;

/** `x1 is 100 times as wide as x2. x2 lies 3 widths off 0.` */
export function rangesInWords(
  names: readonly [string, string],
  ranges: readonly [Range, Range],
): string {
  const ratio = width(ranges[0]) / width(ranges[1]);
  const [wide, narrow] = ratio >= 1 ? names : [names[1], names[0]];
  const factor = Math.max(ratio, 1 / ratio);
  return [
    factor < alike
      ? `${wide} and ${narrow} are equally wide.`
      : `${wide} is ${factorInWords(factor)} times as wide as ${narrow}.`,
    ...offsetsInWords(names, ranges),
  ].join(' ');
}

/** The same of rows that nobody has chosen ranges for, by their standard deviations: as the figure's question says it. */
export function rowsInWords(
  names: readonly [string, string],
  inputs: Float64Array,
  ranges: readonly [Range, Range],
): string {
  const spreads = compareSpreads(inputs);
  const { factor } = spreads;
  const [wide, narrow] = [names[spreads.wide], names[spreads.narrow]];
  return [
    factor < alike
      ? `${wide} and ${narrow} vary equally widely.`
      : `${wide} varies ${factorInWords(factor)} times as widely as ${narrow}.`,
    ...offsetsInWords(names, ranges),
  ].join(' ');
}

function offsetsInWords(
  names: readonly [string, string],
  ranges: readonly [Range, Range],
): string[] {
  return names.flatMap((name, k) => {
    const range = ranges[k === 0 ? 0 : 1];
    if (isAround0(range)) return [];
    const offset = formatNumber(Math.abs(middle(range)) / width(range), 2);
    return [`${name} is centred ${offset} widths off 0.`];
  });
}

/** The ranges of two columns, row major; null where a column holds one value only. */
export function columnRanges(inputs: ArrayLike<number>): readonly [Range, Range] | null {
  const ends: [[number, number], [number, number]] = [
    [Infinity, -Infinity],
    [Infinity, -Infinity],
  ];
  for (let i = 0; i < inputs.length; i++) {
    const value = inputs[i] ?? 0;
    const pair = ends[i % 2 === 0 ? 0 : 1];
    pair[0] = Math.min(pair[0], value);
    pair[1] = Math.max(pair[1], value);
  }
  return ends.every(([low, high]) => high > low) ? ends : null;
}
