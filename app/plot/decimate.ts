// Fewer points than pixels: a long curve with nothing lost that could be seen.
import { at } from './numeric.ts';
import type { LossSeries } from './loss-axes.ts';

/**
 * Indices of the points to draw, ascending: of each pixel column the first, the least, the greatest and the last.
 * Stops before the first loss that is not finite.
 *
 * @param perPixel steps in one pixel column
 */
export function decimate(series: LossSeries, perPixel: number): number[] {
  const { count, iterations, losses } = series;
  const kept: number[] = [];
  let column = -1;
  let first = 0;
  let least = 0;
  let most = 0;
  const close = (last: number) => {
    const chosen = [first, Math.min(least, most), Math.max(least, most), last];
    for (const index of chosen) {
      if (kept.length === 0 || index > (kept[kept.length - 1] ?? -1)) kept.push(index);
    }
  };
  let end = 0;
  for (; end < count; end++) {
    const loss = at(losses, end);
    if (!Number.isFinite(loss)) break;
    const here = Math.floor(at(iterations, end) / perPixel);
    if (here !== column) {
      if (end > 0) close(end - 1);
      column = here;
      first = end;
      least = end;
      most = end;
    }
    if (loss < at(losses, least)) least = end;
    if (loss > at(losses, most)) most = end;
  }
  if (end > 0) close(end - 1);
  return kept;
}
