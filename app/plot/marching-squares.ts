// Contour lines by marching squares on typed arrays: fast enough for a surface that changes with every frame.
// (Lorensen and Cline 1987 in two dimensions; saddles decided by the mean of their corners, as in d3-contour.)
import type { Surface } from '../../src/index.ts';

/** Line segments in slice coordinates: `[u0, v0, u1, v1]` one after the other; valid up to `length`. */
export interface Segments {
  coordinates: Float64Array;
  length: number;
}

export const createSegments = (): Segments => ({ coordinates: new Float64Array(1024), length: 0 });

/**
 * Overwrites `out` with the lines on which the surface has one of the levels. Between grid points heights are taken to
 * change in proportion. Cells with a corner that is not finite are left out.
 */
export function contourSegments(
  surface: Surface,
  levels: readonly number[],
  out: Segments,
): Segments {
  const grid = gridOf(surface, levels);
  const { columns, heights, levels: sorted } = grid;
  /** The first level above the lowest corner: neighbours have nearly the same one, so it is sought from there. */
  let first = 0;
  out.length = 0;
  // Read without a function between: until it is compiled, each number that one returns is an object.
  for (let row = 0; row < surface.rows - 1; row++) {
    let k = row * columns;
    // Counter-clockwise from the lower left.
    let b = heights[k] ?? NaN;
    let c = heights[k + columns] ?? NaN;
    for (let column = 0; column < columns - 1; column++, k++) {
      const a = b;
      const d = c;
      b = heights[k + 1] ?? NaN;
      c = heights[k + columns + 1] ?? NaN;
      const low = Math.min(Math.min(a, b), Math.min(c, d));
      const high = Math.max(Math.max(a, b), Math.max(c, d));
      if (!(high - low < Infinity)) continue;
      while (first > 0 && (sorted[first - 1] ?? NaN) > low) first--;
      while (first < sorted.length && (sorted[first] ?? NaN) <= low) first++;
      for (let l = first; l < sorted.length; l++) {
        if ((sorted[l] ?? NaN) > high) break;
        cross(out, grid, l, row, column);
      }
    }
  }
  return out;
}

interface Grid {
  readonly columns: number;
  readonly heights: Surface['heights'];
  /** Ascending. */
  readonly levels: Float64Array;
  /** The lower left corner, and the size of a cell. */
  readonly uMin: number;
  readonly vMin: number;
  readonly du: number;
  readonly dv: number;
}

function gridOf({ columns, rows, heights, plane }: Surface, levels: readonly number[]): Grid {
  const [uMin, uMax, vMin, vMax] = plane.extent;
  const [du, dv] = [(uMax - uMin) / (columns - 1), (vMax - vMin) / (rows - 1)];
  return { columns, heights, levels: Float64Array.from(levels).sort(), uMin, vMin, du, dv };
}

/**
 * The one or two segments of a level in a cell. A corner at or above the level counts as above.
 * It is told where to read rather than given what it reads: each fraction handed over would be an object.
 */
function cross(out: Segments, grid: Grid, index: number, row: number, column: number): void {
  const { columns, heights, levels, uMin, vMin, du, dv } = grid;
  const k = row * columns + column;
  const level = levels[index] ?? NaN;
  const a = heights[k] ?? NaN;
  const b = heights[k + 1] ?? NaN;
  const c = heights[k + columns + 1] ?? NaN;
  const d = heights[k + columns] ?? NaN;
  const u = uMin + column * du;
  const v = vMin + row * dv;
  const right = u + du;
  const top = v + dv;
  // Each is read only where its edge is crossed: elsewhere it may be divided by nothing.
  const bottomU = u + ((level - a) / (b - a)) * du;
  const rightV = v + ((level - b) / (c - b)) * dv;
  const topU = u + ((level - d) / (c - d)) * du;
  const leftV = v + ((level - a) / (d - a)) * dv;
  const corners =
    (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
  switch (corners) {
    case 0:
    case 15:
      return;
    case 1:
    case 14:
      add(out, u, leftV, bottomU, v);
      return;
    case 2:
    case 13:
      add(out, bottomU, v, right, rightV);
      return;
    case 4:
    case 11:
      add(out, right, rightV, topU, top);
      return;
    case 8:
    case 7:
      add(out, topU, top, u, leftV);
      return;
    case 3:
    case 12:
      add(out, u, leftV, right, rightV);
      return;
    case 6:
    case 9:
      add(out, bottomU, v, topU, top);
      return;
    default: {
      // Two opposite corners are above: the middle tells whether they are joined.
      const joined = (a + b + c + d) / 4 >= level;
      if (joined === (corners === 5)) {
        add(out, u, leftV, topU, top);
        add(out, bottomU, v, right, rightV);
      } else {
        add(out, u, leftV, bottomU, v);
        add(out, topU, top, right, rightV);
      }
    }
  }
}

function add(out: Segments, u0: number, v0: number, u1: number, v1: number): void {
  const { length } = out;
  if (length + 4 > out.coordinates.length) {
    const wider = new Float64Array(2 * out.coordinates.length);
    wider.set(out.coordinates);
    out.coordinates = wider;
  }
  out.coordinates[length] = u0;
  out.coordinates[length + 1] = v0;
  out.coordinates[length + 2] = u1;
  out.coordinates[length + 3] = v1;
  out.length = length + 4;
}
