// The axes of the loss plot: steps from 0 in neat jumps, losses in whole decades.
import { formatNumber, headroom, superscript } from '../../src/index.ts';
import { at } from './numeric.ts';
import type { Tick } from './ticks.ts';

/** Losses recorded at ascending steps; valid up to `count`. */
export interface LossSeries {
  readonly count: number;
  readonly iterations: ArrayLike<number>;
  readonly losses: ArrayLike<number>;
}

/** Decades drawn at most: below them a loss stands on the floor. */
const mostDecades = 12;

/** The end of the step axis: the least of 10, 20, 50, 100, 200, ... that holds the step. */
export function stepEnd(step: number): number {
  for (let power = 10; ; power *= 10) {
    for (const factor of [1, 2, 5]) {
      if (step <= factor * power || !Number.isFinite(step)) return factor * power;
    }
  }
}

/**
 * Least and greatest exponent of ten that hold all losses and targets. Losses that are 0 or not finite do not
 * stretch it; nor does a diverging loss beyond a thousand times the greatest loss at the start.
 */
export function decadeRange(
  series: readonly LossSeries[],
  targets: readonly number[],
): [number, number] {
  let least = Math.min(Infinity, ...targets);
  let most = Math.max(0, ...targets);
  let start = 0;
  for (const { count, losses } of series) {
    if (count > 0 && Number.isFinite(at(losses, 0))) start = Math.max(start, at(losses, 0));
    for (let k = 0; k < count; k++) {
      const loss = at(losses, k);
      if (!(loss > 0 && loss < Infinity)) continue;
      least = Math.min(least, loss);
      most = Math.max(most, loss);
    }
  }
  if (!(most > 0)) return [-1, 0];
  if (start > 0) most = Math.min(most, Math.max(headroom * start, ...targets));
  // Adding 0 turns the -0 of a rounded-up negative into 0.
  const high = Math.ceil(Math.log10(most) - 1e-9) + 0;
  const low = Math.floor(Math.log10(Math.min(least, most)) + 1e-9);
  return [Math.max(Math.min(low, high - 1), high - mostDecades), high];
}

/** Powers of ten from `low` to `high`, every one or every few, so that at most `limit` stand there. */
export function decadeTicks(low: number, high: number, limit: number): Tick[] {
  const every = Math.max(1, Math.ceil((high - low + 1) / Math.max(2, limit)));
  const ticks: Tick[] = [];
  for (let exponent = high; exponent >= low; exponent -= every) {
    const plain = exponent >= -3 && exponent <= 4;
    const value = 10 ** exponent;
    ticks.push({ value, text: plain ? formatNumber(value) : `10${superscript(exponent)}` });
  }
  return ticks.reverse();
}
