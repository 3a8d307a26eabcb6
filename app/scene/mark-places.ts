// Where a lane's start and its current point stand in the box, for texts that must not lie under them. Pure.
import type { LaneView } from '../session/types.ts';
import { boxCoordinate, boxElevation, boxTop } from './box.ts';
import { hasRange, legendScale } from '../plot/legend-marks.ts';
import { topLoss } from './heights.ts';

type Corner = readonly [number, number, number];
type Drawn = Pick<LaneView, 'path' | 'window' | 'scale' | 'surface'>;

export interface MarkPlace {
  readonly name: 'start' | 'now';
  /** In the box, moved to its faces as it is drawn. */
  readonly at: Corner;
  readonly loss: number;
  /** Where its loss has no height in the box, and it is drawn at top or floor. */
  readonly off: 'above' | 'below' | null;
}

const clamp = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(most, value));

/** A loss that lies lower than the floor by less than this part of the range, or of a logarithm's least, seems to be on it. */
const [visibleDepth, visibleRatio] = [0.02, 0.1];

/** On which side of the box a loss lies; null inside, and where no loss is finite and the box is of nothing. */
export function offPicture(
  view: Pick<LaneView, 'scale' | 'surface'>,
  loss: number,
): MarkPlace['off'] {
  const scale = legendScale(view);
  if (!scale || !hasRange(scale)) return null;
  const { mode, min, max } = scale;
  if (loss > topLoss(scale)) return 'above';
  const depth = mode === 'log' ? visibleRatio * min : visibleDepth * (max - min);
  return loss < min - depth ? 'below' : null;
}

/** The first point and the latest finite one; none before the first. */
export function markPlaces(view: Drawn): MarkPlace[] {
  const { path, window, scale } = view;
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
  return [...new Set([0, last])]
    .filter((k) => k < count && isDrawn(k))
    .map((k): MarkPlace => {
      const [x, y, z] = place(k);
      const at = [clamp(x, -1, 1), clamp(y, -1, 1), clamp(z, 0, boxTop)] as const;
      const loss = lossAt(k);
      return { name: k === 0 ? 'start' : 'now', at, loss, off: offPicture(view, loss) };
    });
}
