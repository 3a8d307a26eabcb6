// Cutting lines at the edge of a plot area, so that what leaves it ends there, however far away it goes.
import type { Box } from './plot-frame.ts';

/**
 * The part of the segment from (x0, y0) to (x1, y1) that lies in the box, as fractions of its length.
 * Null if none does. (Liang and Barsky, A new concept and method for line clipping, 1984.)
 */
export function clipSegment(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  box: Box,
): [number, number] | null {
  let from = 0;
  let to = 1;
  const cut = (change: number, room: number): boolean => {
    if (change === 0) return room >= 0;
    const fraction = room / change;
    if (change < 0) from = Math.max(from, fraction);
    else to = Math.min(to, fraction);
    return from <= to;
  };
  const inside =
    cut(x0 - x1, x0 - box.left) &&
    cut(x1 - x0, box.left + box.width - x0) &&
    cut(y0 - y1, y0 - box.top) &&
    cut(y1 - y0, box.top + box.height - y0);
  return inside ? [from, to] : null;
}

/** How many segments of a line pass through the box. */
export function segmentsIn(points: readonly (readonly [number, number])[], box: Box): number {
  let crossings = 0;
  let from = points[0];
  for (const to of points) {
    if (from && !areBeside(from, to, box) && clipSegment(from[0], from[1], to[0], to[1], box))
      crossings++;
    from = to;
  }
  return crossings;
}

/**
 * Whether both points lie beyond one edge, as those of most segments do. A long curve is asked about in every frame: its
 * points are not taken apart as `[x, y]`, which would leave an object behind for each.
 */
function areBeside(
  a: readonly [number, number],
  b: readonly [number, number],
  { left, top, width, height }: Box,
): boolean {
  return (
    (a[0] < left && b[0] < left) ||
    (a[0] > left + width && b[0] > left + width) ||
    (a[1] < top && b[1] < top) ||
    (a[1] > top + height && b[1] > top + height)
  );
}

/** The point of the box nearest to (x, y). */
export function clampToBox(x: number, y: number, box: Box): [number, number] {
  return [
    Math.min(Math.max(x, box.left), box.left + box.width),
    Math.min(Math.max(y, box.top), box.top + box.height),
  ];
}

/** Where the straight line from the middle of the box to an outside point (x, y) crosses its edge. */
export function edgeTowards(x: number, y: number, box: Box): [number, number] {
  const middleX = box.left + box.width / 2;
  const middleY = box.top + box.height / 2;
  const [, to] = clipSegment(middleX, middleY, x, y, box) ?? [0, 0];
  return [middleX + to * (x - middleX), middleY + to * (y - middleY)];
}

/** The box made smaller by so many pixels on every side, or by others at the top and the bottom. */
export function inset(box: Box, pixels: number, upright = pixels): Box {
  return {
    left: box.left + pixels,
    top: box.top + upright,
    width: Math.max(0, box.width - 2 * pixels),
    height: Math.max(0, box.height - 2 * upright),
  };
}
