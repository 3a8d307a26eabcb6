// Short upright lines from recent path points to the surface: they show where the path has left the slice. Pure.
import type { LaneView } from '../session/types.ts';
import { boxCoordinate, boxElevation, boxTop } from './box.ts';
import { surfaceLoss } from './heights.ts';
import type { Segments } from './segments.ts';

export const mostDropLines = 24;
/** How far back they are looked for, in points. */
const mostScanned = 600;
/** In the box: a smaller gap cannot be seen, and lines nearer to each other would make a wall. */
const leastGap = 0.015;
const leastSpacing = 0.035;

/** Replaces what is in `out` by the lines, newest first. */
export function dropLines({ path, window, scale, surface }: LaneView, out: Segments): void {
  out.cut(0);
  if (!scale || !surface) return;
  const [uMin, uMax, vMin, vMax] = window;
  const { points, count } = path;
  const first = Math.max(0, count - mostScanned);
  let lastX = Infinity;
  let lastY = Infinity;
  let spacing = leastSpacing;
  for (let k = count - 1; k >= first && out.count < mostDropLines; k--) {
    const u = points[3 * k] ?? NaN;
    const v = points[3 * k + 1] ?? NaN;
    const x = boxCoordinate(u, uMin, uMax);
    const y = boxCoordinate(v, vMin, vMax);
    if (!(Math.abs(x) <= 1 && Math.abs(y) <= 1)) continue;
    const away = (x - lastX) * (x - lastX) + (y - lastY) * (y - lastY);
    if (away < spacing * spacing) continue;
    lastX = x;
    lastY = y;
    const from = Math.min(boxTop, boxElevation(points[3 * k + 2] ?? NaN, scale));
    const to = Math.min(boxTop, boxElevation(surfaceLoss(surface, u, v), scale));
    const isSeen = Math.abs(from - to) >= leastGap;
    // Where the path lies on the surface its neighbours do too, but for those some way off.
    spacing = isSeen ? leastSpacing : leastSpacing / 4;
    if (isSeen) out.push(x, y, from, x, y, to);
  }
}
