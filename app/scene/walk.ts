// One step of the crosshair on the surface: an arrow key follows the axis that points most nearly that way, as seen. Pure.
import type { CameraPose, LaneView } from '../session/types.ts';

/** One press crosses this part of the window. */
const step = 1 / 50;

/** To the right and away from the reader. */
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Where the crosshair begins: at the path's latest point, or in the middle of the window where that is not finite. */
function beginning({ path, window }: Pick<LaneView, 'path' | 'window'>): readonly [number, number] {
  const k = 3 * (path.count - 1);
  const [u, v] = [path.points[k] ?? NaN, path.points[k + 1] ?? NaN];
  const [left, right, bottom, top] = window;
  return Number.isFinite(u + v) ? [u, v] : [(left + right) / 2, (bottom + top) / 2];
}

/**
 * Slice coordinates after a key (`KeyboardEvent.key`), inside the window; null for a key that is no arrow.
 *
 * @param from where the crosshair is; null for nowhere yet
 */
export function walked(
  key: string,
  from: readonly [number, number] | null,
  view: Pick<LaneView, 'path' | 'window'>,
  { azimuth }: Pick<CameraPose, 'azimuth'>,
): [number, number] | null {
  const arrow = arrows[key];
  if (!arrow) return null;
  const quarter = (Math.round(azimuth / 90) * Math.PI) / 2;
  const [cos, sin] = [Math.round(Math.cos(quarter)), Math.round(Math.sin(quarter))];
  const [right, away] = arrow;
  const [uMin, uMax, vMin, vMax] = view.window;
  const [u, v] = from ?? beginning(view);
  const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  return [
    clamp(u + (right * cos - away * sin) * step * (uMax - uMin), uMin, uMax),
    clamp(v + (right * sin + away * cos) * step * (vMax - vMin), vMin, vMax),
  ];
}
