// The regions at or above each level of a surface, as rings in the coordinates of its plane.
import { contours } from 'd3-contour';
import type { Surface } from '../../src/index.ts';
import { at } from './numeric.ts';

/** A closed outline: positions `[u, v]`, the first repeated at the end. */
export type Ring = readonly (readonly number[])[];

export interface BandRegion {
  readonly level: number;
  /** Outlines of pieces and of holes alike: fill with the even-odd rule. */
  readonly rings: readonly Ring[];
}

/**
 * One region a level, in the order given. Rings that meet the edge of the surface are closed half a cell outside
 * it, so clipping at the edge leaves no line there.
 *
 * d3 puts sample (column, row) at (column + 0.5, row + 0.5) with rows counted downwards; rows here are mapped to v,
 * which grows upwards on the page, in the same turn. A height that is not a number counts as infinitely high:
 * a loss that has overflowed is anything but low.
 */
export function bandRegions(surface: Surface, levels: readonly number[]): BandRegion[] {
  const { columns, rows, heights } = surface;
  const [uMin, uMax, vMin, vMax] = surface.plane.extent;
  const uCell = (uMax - uMin) / (columns - 1);
  const vCell = (vMax - vMin) / (rows - 1);
  const values = Array.from({ length: columns * rows }, (_, k) => {
    const height = at(heights, k);
    return Number.isNaN(height) ? Infinity : height;
  });
  const generator = contours().size([columns, rows]);
  return levels.map((level) => ({
    level,
    rings: generator
      .contour(values, level)
      .coordinates.flat()
      .map((ring) =>
        ring.map((position) => [
          uMin + (at(position, 0) - 0.5) * uCell,
          vMin + (at(position, 1) - 0.5) * vCell,
        ]),
      ),
  }));
}
