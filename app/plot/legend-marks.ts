// Which losses are written on the legend, and where.
import type { LaneView } from '../session/types.ts';
import { formatApart, tighten, type LossScale } from '../../src/index.ts';

export interface LegendMark {
  /** Along the legend, 0 to 1. */
  readonly place: number;
  readonly loss: number;
  readonly text: string;
}

/** Longer texts would not fit beside the strip. */
const longestText = 9;

/**
 * The least and the greatest loss, and between them three borders of bands, each a level of the scale exactly.
 * The places depend on the number of bands alone, so that new numbers move nothing. Losses that would read alike get
 * more digits; where that takes too many, fewer are written: the two ends, or one for all.
 *
 * @returns none where the losses have no finite range; one, in the middle, where they are all the same
 */
export function legendMarks(scale: LossScale): LegendMark[] {
  const { bands, levels, min, max } = scale;
  if (!hasRange(scale)) return [];
  const borders = [min, ...levels, max];
  const quarter = Math.round(bands / 4);
  const chosen = [0, quarter, Math.round(bands / 2), bands - quarter, bands];
  for (const places of scale.isFlat ? [] : [[...new Set(chosen)], [0, bands]]) {
    const losses = places.map((k) => borders[k] ?? max);
    const texts = formatApart(losses).map(tighten);
    const fits = texts.every(({ length }) => length <= longestText);
    if (!fits || new Set(texts).size < texts.length) continue;
    return places.map((k, n) => ({
      place: k / bands,
      loss: losses[n] ?? max,
      text: texts[n] ?? '',
    }));
  }
  return [{ place: 0.5, loss: min, text: tighten(formatApart([min]).join('')) }];
}

/** The scale as a legend shows it: without a range where no loss is finite, as of a run that has gone too far. */
export function legendScale({ scale, surface }: Pick<LaneView, 'scale' | 'surface'>) {
  const isBlank = scale?.isFlat && surface?.heights.every((loss) => !Number.isFinite(loss));
  return isBlank ? { ...scale, min: Number.NaN } : scale;
}

/** Whether there is a least and a greatest loss at all. */
export function hasRange({ min, max }: LossScale): boolean {
  return Number.isFinite(min) && Number.isFinite(max);
}

/** Where the target stands on the legend, 0 to 1; null where it lies outside. */
export function targetPlace(scale: LossScale, target: number): number | null {
  if (!hasRange(scale) || scale.isFlat) return null;
  return target >= scale.min && target <= scale.max ? scale.color(target) : null;
}

/** The bands side by side as a CSS background, without blending. */
export function bandBackground(
  styles: readonly string[],
  direction: 'to right' | 'to top',
): string {
  const stops = styles.map((style, k) => {
    const from = ((100 * k) / styles.length).toFixed(3);
    const to = ((100 * (k + 1)) / styles.length).toFixed(3);
    return `${style} ${from}% ${to}%`;
  });
  return `linear-gradient(${direction}, ${stops.join(', ')})`;
}
