// The height of a surface between its grid points.
import type { Surface } from '../../src/index.ts';

/** Bilinear height at slice coordinates; NaN outside the surface. */
export function sampleHeight(surface: Surface, u: number, v: number): number {
  const { columns, rows, heights } = surface;
  const [uMin, uMax, vMin, vMax] = surface.plane.extent;
  if (!(u >= uMin && u <= uMax && v >= vMin && v <= vMax)) return Number.NaN;
  const x = ((u - uMin) / (uMax - uMin)) * (columns - 1);
  const y = ((v - vMin) / (vMax - vMin)) * (rows - 1);
  const column = Math.min(Math.floor(x), columns - 2);
  const row = Math.min(Math.floor(y), rows - 2);
  const right = x - column;
  const up = y - row;
  const corner = row * columns + column;
  const at = (k: number) => heights[k] ?? Number.NaN;
  const lower = (1 - right) * at(corner) + right * at(corner + 1);
  const upper = (1 - right) * at(corner + columns) + right * at(corner + columns + 1);
  return (1 - up) * lower + up * upper;
}
