// What the arrow to a minimum outside the window says, and where.
import { formatNumber } from '../../src/index.ts';
import { clampToBox, inset } from './clip.ts';
import { boxAround } from './free-place.ts';
import type { Box } from './plot-frame.ts';

/** Slanted ones look like a tick mark in some faces. */
const ways = [
  { arrow: '→', side: 'right of' },
  { arrow: '↓', side: 'below' },
  { arrow: '←', side: 'left of' },
  { arrow: '↑', side: 'above' },
] as const;

/**
 * The note from long to short.
 *
 * @param away how far the minimum is from the path, in units of the weights; null where the path itself is far away
 * @param exact the plane is all there is, and no slice
 * @param alongX with `alongY` the direction to the minimum in pixels, y downwards
 */
export function minimumNotes(
  away: number | null,
  exact: boolean,
  alongX: number,
  alongY: number,
): string[] {
  const quarter = Math.round(Math.atan2(alongY, alongX) / (Math.PI / 2));
  const { arrow, side } = ways[(quarter + 4) % 4] ?? ways[0];
  const place = `${side} the window ${arrow}`;
  const name = exact ? 'least loss' : 'least loss of this slice';
  if (away === null) return [`${name}: ${place}`, `least loss ${place}`, `least loss ${arrow}`];
  const far = `${formatNumber(away, 2)} away`;
  const where = side === 'below' || side === 'above' ? side : 'outside';
  return [
    `${name}: ${far}, ${place}`,
    `least loss: ${far}, ${place}`,
    `least loss: ${far}, ${where} ${arrow}`,
    `least loss: ${far} ${arrow}`,
  ];
}

/** How long the arrow is, in pixels. */
export const arrowLength = 16;

/**
 * Where the note may stand, the best first: at the tail of the arrow, beside it on either side, and at the ends of its edge.
 *
 * @param tip of the arrow; (alongX, alongY) is its direction, of length 1
 */
export function notePlaces(
  area: Box,
  tip: readonly [number, number],
  along: readonly [number, number],
  width: number,
  height: number,
): Box[] {
  const [tipX, tipY] = tip;
  const [alongX, alongY] = along;
  const reach = arrowLength + 4 + Math.abs(alongX) * (width / 2) + Math.abs(alongY) * (height / 2);
  const atTail = [tipX - reach * alongX, tipY - reach * alongY] as const;
  const room = inset(area, width / 2, height / 2);
  const upright = Math.abs(alongY) >= Math.abs(alongX);
  const offsets = [1, -1, 3, -3, 9, -9];
  // Shifted along the edge by at least half the note and half the arrow, at last into the corners.
  const beside = offsets.map((times) => {
    const shift = times * ((upright ? width : height) / 2 + 12);
    return upright ? ([tipX + shift, tipY] as const) : ([tipX, tipY + shift] as const);
  });
  return [atTail, ...beside].map(([x, y]) => boxAround(...clampToBox(x, y, room), width, height));
}
