// The height of a surface between its grid points.
import { formatCount, type Surface } from '../../src/index.ts';
import type { LaneView } from '../session/types.ts';
import { at } from './numeric.ts';

/** Bilinear height at slice coordinates (u, v); null outside the surface. */
export function surfaceHeight(surface: Surface, u: number, v: number): number | null {
  const { columns, rows, heights } = surface;
  const [uMin, uMax, vMin, vMax] = surface.plane.extent;
  if (!(u >= uMin && u <= uMax && v >= vMin && v <= vMax)) return null;
  const x = ((u - uMin) / (uMax - uMin)) * (columns - 1);
  const y = ((v - vMin) / (vMax - vMin)) * (rows - 1);
  const column = Math.min(Math.floor(x), columns - 2);
  const row = Math.min(Math.floor(y), rows - 2);
  const right = x - column;
  const up = y - row;
  const corner = row * columns + column;
  const lower = (1 - right) * at(heights, corner) + right * at(heights, corner + 1);
  const upper =
    (1 - right) * at(heights, corner + columns) + right * at(heights, corner + columns + 1);
  return (1 - up) * lower + up * upper;
}

/** What a loss read off a map is followed by: a map that has stayed behind shows no other step's losses. */
export const ofStep = ({
  adrift,
  surfaceIteration,
}: Pick<LaneView, 'adrift' | 'surfaceIteration'>) =>
  adrift ? ` at step ${formatCount(surfaceIteration)}` : '';
