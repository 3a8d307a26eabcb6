// Where a lane's start and its current point stand in the box, for texts that must not lie under them. Pure.
import type { LaneView } from '../session/types.ts';
import { boxCoordinate, boxElevation, boxTop } from './box.ts';

type Corner = readonly [number, number, number];

const clamp = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(most, value));

/** The first point and the latest finite one, moved to the box's faces as they are drawn; none before the first. */
export function markPlaces({ path, window, scale }: Pick<LaneView, 'path' | 'window' | 'scale'>) {
  if (!scale) return [];
  const { points, count } = path;
  const [uMin, uMax, vMin, vMax] = window;
  const place = (k: number): Corner => [
    boxCoordinate(points[3 * k] ?? NaN, uMin, uMax),
    boxCoordinate(points[3 * k + 1] ?? NaN, vMin, vMax),
    boxElevation(points[3 * k + 2] ?? NaN, scale),
  ];
  const isDrawn = (k: number) => Number.isFinite(place(k).reduce((sum, value) => sum + value, 0));
  // A diverged run is drawn up to its last finite point.
  let last = count - 1;
  while (last > 0 && !isDrawn(last)) last--;
  return [...new Set([0, last])]
    .filter((k) => k < count && isDrawn(k))
    .map((k): Corner => {
      const [x, y, z] = place(k);
      return [clamp(x, -1, 1), clamp(y, -1, 1), clamp(z, 0, boxTop)];
    });
}
