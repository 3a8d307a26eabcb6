// Where a lane's start and its current point stand in the box, for texts that must not lie under them. Pure.
import type { LaneView } from '../session/types.ts';
import { boxCoordinate, boxElevation, boxTop } from './box.ts';
import { topLoss } from './heights.ts';

type Corner = readonly [number, number, number];
type Drawn = Pick<LaneView, 'path' | 'window' | 'scale'>;

export interface MarkPlace {
  readonly name: 'start' | 'now';
  /** In the box, moved to its faces as it is drawn. */
  readonly at: Corner;
  readonly loss: number;
  /** Its loss has no height in the box: it is drawn at the top of what is shown. */
  readonly isAbove: boolean;
}

const clamp = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(most, value));

/** The first point and the latest finite one; none before the first. */
export function markPlaces({ path, window, scale }: Drawn): MarkPlace[] {
  if (!scale) return [];
  const { points, count } = path;
  const [uMin, uMax, vMin, vMax] = window;
  const lossAt = (k: number) => points[3 * k + 2] ?? NaN;
  const place = (k: number): Corner => [
    boxCoordinate(points[3 * k] ?? NaN, uMin, uMax),
    boxCoordinate(points[3 * k + 1] ?? NaN, vMin, vMax),
    boxElevation(lossAt(k), scale),
  ];
  const isDrawn = (k: number) => Number.isFinite(place(k).reduce((sum, value) => sum + value, 0));
  // A diverged run is drawn up to its last finite point.
  let last = count - 1;
  while (last > 0 && !isDrawn(last)) last--;
  const top = topLoss(scale);
  return [...new Set([0, last])]
    .filter((k) => k < count && isDrawn(k))
    .map((k): MarkPlace => {
      const [x, y, z] = place(k);
      const at = [clamp(x, -1, 1), clamp(y, -1, 1), clamp(z, 0, boxTop)] as const;
      return { name: k === 0 ? 'start' : 'now', at, loss: lossAt(k), isAbove: lossAt(k) > top };
    });
}
