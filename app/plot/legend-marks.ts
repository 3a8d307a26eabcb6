// Which losses are written on the legend, and where.
import type { LossScale } from '../../src/index.ts';
import { formatNumber } from '../number-format.ts';

export interface LegendMark {
  /** Along the legend, 0 to 1. */
  readonly place: number;
  readonly loss: number;
  readonly text: string;
}

/**
 * The least and the greatest loss, and between them three borders of bands, each a level of the scale exactly.
 * The places depend on the number of bands alone, so that new numbers move nothing.
 */
export function legendMarks(scale: LossScale): LegendMark[] {
  const { bands, levels, min, max } = scale;
  const borders = [min, ...levels, max];
  const chosen = new Set([
    0,
    Math.round(bands / 4),
    Math.round(bands / 2),
    bands - Math.round(bands / 4),
    bands,
  ]);
  return [...chosen].map((k) => {
    const loss = borders[k] ?? max;
    return { place: k / bands, loss, text: formatNumber(loss, 2) };
  });
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
