// The losses of a lane as lines in the loss plot; what rises above the plot leaves it at the top.
import { clipSegment } from './clip.ts';
import { decimate } from './decimate.ts';
import type { LossSeries } from './loss-axes.ts';
import { at } from './numeric.ts';
import type { Pixel } from './path-geometry.ts';
import type { Box, Frame } from './plot-frame.ts';

export interface LossCurve {
  /** The lines to draw. */
  readonly pieces: readonly (readonly Pixel[])[];
  /** All that can be seen, in order; never empty. */
  readonly points: readonly Pixel[];
  /** Where it has left through the top for good; null while its latest loss is in the plot. */
  readonly exit: Pixel | null;
  /** The latest finite loss, and its place; at the top edge where it lies above. */
  readonly latest: number;
  readonly end: Pixel;
}

/**
 * Losses of 0 stand on the floor; the first that is not finite ends the curve.
 *
 * @param frame its window is `[0, last step, least exponent of ten, greatest exponent of ten]`
 * @returns null where no finite loss was recorded
 */
export function lossCurve(frame: Frame, series: LossSeries): LossCurve | null {
  const [, last, low] = frame.window;
  const kept = decimate(series, last / frame.width);
  const newest = kept[kept.length - 1];
  if (newest === undefined) return null;
  const all = kept.map((k): Pixel => {
    const loss = at(series.losses, k);
    const exponent = loss > 0 ? Math.max(low, Math.log10(loss)) : low;
    return [frame.x(at(series.iterations, k)), frame.y(exponent)];
  });
  const { pieces, exit } = cutAtTop(all, frame);
  const [x, y] = all[all.length - 1] ?? [0, 0];
  const end: Pixel = [x, Math.max(frame.top, y)];
  const points = pieces.length === 1 ? (pieces[0] ?? []) : pieces.flat();
  return {
    pieces,
    points: points.length > 0 ? points : [end],
    exit: y < frame.top ? (exit ?? end) : null,
    latest: at(series.losses, newest),
    end,
  };
}

const isWithin = (point: Pixel, { left, top, width, height }: Box): boolean =>
  point[0] >= left && point[0] <= left + width && point[1] >= top && point[1] <= top + height;

function cutAtTop(
  points: readonly Pixel[],
  frame: Frame,
): { readonly pieces: readonly (readonly Pixel[])[]; readonly exit: Pixel | null } {
  const pieces: Pixel[][] = [];
  let piece: Pixel[] = [];
  let exit: Pixel | null = null;
  // A hair of room, so that no rounding cuts what lies on an edge.
  const area = {
    left: frame.left - 1,
    top: frame.top,
    width: frame.width + 2,
    height: frame.height + 1,
  };
  // Nearly every curve lies in the plot, and it is drawn anew with every step.
  if (points.every((point) => isWithin(point, area))) return { pieces: [points], exit };
  points.forEach((here, k) => {
    const from = points[k - 1];
    if (!from) {
      if (here[1] >= frame.top) piece.push(here);
      return;
    }
    if (isWithin(from, area) && isWithin(here, area)) {
      piece.push(here);
      return;
    }
    const part = clipSegment(...from, ...here, area);
    if (!part) return;
    const along = (t: number): Pixel => [
      from[0] + t * (here[0] - from[0]),
      from[1] + t * (here[1] - from[1]),
    ];
    if (part[0] > 0) piece = [along(part[0])];
    piece.push(along(part[1]));
    if (part[1] === 1) return;
    exit = along(part[1]);
    pieces.push(piece);
    piece = [];
  });
  if (piece.length > 0) pieces.push(piece);
  return { pieces, exit };
}
