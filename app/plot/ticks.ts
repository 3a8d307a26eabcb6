// Which numbers stand along an axis, and with how many decimals.
import { scaleLinear } from 'd3-scale';
import { formatFixed, formatNumber } from '../../src/index.ts';

export interface Tick {
  readonly value: number;
  readonly text: string;
}

/**
 * Round values (1, 2 or 5 times a power of ten apart) inside the range, as many as have room.
 *
 * @param pixels length of the axis
 * @param room pixels that one label takes along the axis, gap included
 */
export function axisTicks(
  low: number,
  high: number,
  pixels: number,
  room: (text: string) => number,
): Tick[] {
  const scale = scaleLinear([low, high], [0, pixels]);
  for (let wanted = 6; wanted > 1; wanted--) {
    const ticks = labelTicks(scale.ticks(wanted));
    const widest = ticks.reduce((most, tick) => Math.max(most, room(tick.text)), 0);
    const [first, second] = ticks;
    if (!first || !second) continue;
    if (scale(second.value) - scale(first.value) >= widest) return ticks;
  }
  return labelTicks(scale.ticks(2)).slice(0, 1);
}

/** The same number of decimals for all, as many as their distance needs. */
export function labelTicks(values: readonly number[]): Tick[] {
  const [first = 0, second = first + 1] = values;
  const step = Math.abs(second - first);
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  if (largest >= 1e5 || decimals > 4) {
    const digits =
      1 + Math.max(0, Math.floor(Math.log10(largest)) - Math.floor(Math.log10(step) + 1e-9));
    return values.map((value) => ({ value, text: formatNumber(value, Math.min(digits, 12)) }));
  }
  return values.map((value) => ({ value, text: formatFixed(value, decimals) }));
}

/** A position on an axis of this length in units, fine enough to tell two pixels apart. */
export function formatPosition(value: number, span: number): string {
  if (Math.abs(value) >= 1e5 || !(span > 1e-3)) return formatNumber(value, 4);
  return formatFixed(value, Math.max(0, Math.ceil(2.3 - Math.log10(span))));
}
