// The heights of a surface as the renderer holds them, and the loss between the points of the grid. Pure.
import type { LossScale, Surface } from '../../src/index.ts';
import { highestHeight } from './box.ts';

/** The loss that stands at the top of the box: what is not a number, or without bound, is drawn there. */
export function topLoss(scale: LossScale): number {
  if (scale.clip !== null) return scale.clip;
  if (scale.mode === 'log') return scale.min * (scale.max / scale.min) ** highestHeight;
  return scale.min + highestHeight * (scale.max - scale.min);
}

/** Copies the heights into `out`, of the same length, with every one that is not finite replaced by the top. */
export function copyHeights(surface: Surface, scale: LossScale, out: Float32Array): void {
  const { heights } = surface;
  const top = Math.min(topLoss(scale), 3e38);
  for (let k = 0; k < heights.length; k++) {
    const height = heights[k] ?? top;
    out[k] = Number.isFinite(height) ? height : top;
  }
}

/** The loss at slice coordinates by bilinear interpolation, as the surface is drawn; NaN outside the surface. */
export function surfaceLoss(
  { columns, rows, heights, plane }: Surface,
  u: number,
  v: number,
): number {
  const [uMin, uMax, vMin, vMax] = plane.extent;
  const column = ((u - uMin) / (uMax - uMin)) * (columns - 1);
  const row = ((v - vMin) / (vMax - vMin)) * (rows - 1);
  if (!(column >= 0 && column <= columns - 1 && row >= 0 && row <= rows - 1)) return NaN;
  const left = Math.min(Math.floor(column), columns - 2);
  const near = Math.min(Math.floor(row), rows - 2);
  const at = (k: number) => heights[k] ?? NaN;
  const corner = near * columns + left;
  const across = column - left;
  const along = row - near;
  const front = at(corner) * (1 - across) + at(corner + 1) * across;
  const back = at(corner + columns) * (1 - across) + at(corner + columns + 1) * across;
  return front * (1 - along) + back * along;
}
