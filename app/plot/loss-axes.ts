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
/** Above its start this much of a loss is drawn that leaves the others behind. */
const rise = 10;

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
 * stretch it. Beyond a thousand times the greatest loss at the start only losses of which all end up there do; where some
 * do and others stay, those that leave take no more room than it needs to see them rise.
 */
export function decadeRange(
  series: readonly LossSeries[],
  targets: readonly number[],
): [number, number] {
  const ranges = series.map(rangeOf);
  const least = Math.min(...ranges.map((range) => range.least), ...targets);
  const start = Math.max(0, ...ranges.map((range) => range.start));
  const limit = start > 0 ? Math.max(headroom * start, ...targets) : Infinity;
  const stay = ranges.filter(({ most, latest }) => most > 0 && latest <= limit);
  const haveGone = ranges.some(({ latest }) => latest > limit);
  const tops = (stay.length > 0 ? stay : ranges).map(({ most }) => most);
  const most = Math.max(0, ...targets, ...tops, haveGone ? rise * start : 0);
  if (!(most > 0)) return [-1, 0];
  // Adding 0 turns the -0 of a rounded-up negative into 0.
  const decadeOf = (loss: number) => Math.ceil(Math.log10(loss) - 1e-9) + 0;
  const near = decadeOf(Math.min(most, limit));
  const high = stay.length > 0 ? near : decadeOf(most);
  const low = Math.floor(Math.log10(Math.min(least, most)) + 1e-9);
  return [Math.max(Math.min(low, near - 1), near - mostDecades), high];
}

/** Of the losses that a logarithm can show, in numbers that no function between shares: each would be an object. */
function rangeOf({ count, losses }: LossSeries) {
  let least = Infinity;
  let most = 0;
  let latest = 0;
  for (let k = 0; k < count; k++) {
    const loss = losses[k] ?? NaN;
    if (!(loss > 0 && loss < Infinity)) continue;
    if (loss < least) least = loss;
    if (loss > most) most = loss;
    latest = loss;
  }
  const first = count > 0 ? at(losses, 0) : 0;
  return { least, most, latest, start: Number.isFinite(first) ? first : 0 };
}

/** Tens apart, where more than three are. */
const neatJumps = [5, 10, 20, 50, 100];

/** Powers of ten from `low` to `high`, every one or every few, so that at most `limit` stand there. */
export function decadeTicks(low: number, high: number, limit: number): Tick[] {
  const least = Math.max(1, Math.ceil((high - low + 1) / Math.max(2, limit)));
  const every = least > 3 ? (neatJumps.find((jump) => jump >= least) ?? 200) : least;
  const ticks: Tick[] = [];
  for (
    let exponent = every > 3 ? every * Math.floor(high / every) : high;
    exponent >= low;
    exponent -= every
  ) {
    const plain = exponent >= -3 && exponent <= 4;
    const value = 10 ** exponent;
    ticks.push({ value, text: plain ? formatNumber(value) : `10${superscript(exponent)}` });
  }
  return ticks.reverse();
}
