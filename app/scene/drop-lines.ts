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
  let [lastX, lastY] = [Infinity, Infinity];
  for (let k = count - 1; k >= 0 && k >= count - mostScanned && out.count < mostDropLines; k--) {
    const [u, v, loss] = [points[3 * k] ?? NaN, points[3 * k + 1] ?? NaN, points[3 * k + 2] ?? NaN];
    const x = boxCoordinate(u, uMin, uMax);
    const y = boxCoordinate(v, vMin, vMax);
    if (!(Math.abs(x) <= 1 && Math.abs(y) <= 1)) continue;
    if (Math.hypot(x - lastX, y - lastY) < leastSpacing) continue;
    const from = Math.min(boxTop, boxElevation(loss, scale));
    const to = Math.min(boxTop, boxElevation(surfaceLoss(surface, u, v), scale));
    if (!(Math.abs(from - to) >= leastGap)) continue;
    out.push(x, y, from, x, y, to);
    [lastX, lastY] = [x, y];
  }
}
