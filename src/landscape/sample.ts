// Loss surfaces: the objective's own value at every point of a regular grid.
import type { Objective } from '../objective.ts';
import type { Plane } from './plane.ts';
import type { Surface } from './surface.ts';

let version = 0;

/**
 * Evaluates the full-batch loss over the plane's window. Every point is computed from its own coordinates rather
 * than by adding up steps, so a grid point on the path has the path's loss to the last bits before rounding.
 *
 * @param columns points along u, at least 2, window edges included
 * @param rows points along v, at least 2
 * @param heights filled and returned if given: columns x rows; a loss that is not finite is stored as it is
 * @throws {RangeError} for a grid of fewer than 2 x 2 points, or `heights` of another length
 */
export function sampleSurface(
  objective: Objective,
  plane: Plane,
  columns: number,
  rows: number,
  heights: Float32Array = new Float32Array(columns * rows),
): Surface {
  if (!(columns >= 2 && rows >= 2)) {
    throw new RangeError(`small grid: ${columns} x ${rows} (at least 2 x 2)`);
  }
  if (heights.length !== columns * rows) {
    throw new RangeError(`wrong heights: ${heights.length} (needs ${columns} x ${rows})`);
  }
  const { origin, u, v, extent } = plane;
  const [uMin, uMax, vMin, vMax] = extent;
  const size = objective.size;
  const theta = new Float64Array(size);
  let min = Infinity;
  let max = -Infinity;
  for (let row = 0; row < rows; row++) {
    const b = between(vMin, vMax, row, rows - 1);
    for (let column = 0; column < columns; column++) {
      const a = between(uMin, uMax, column, columns - 1);
      for (let i = 0; i < size; i++) theta[i] = origin[i] + a * u[i] + b * v[i];
      const index = row * columns + column;
      heights[index] = objective.evaluate(theta);
      const height = heights[index];
      if (Number.isFinite(height)) {
        if (height < min) min = height;
        if (height > max) max = height;
      }
    }
  }
  if (min > max) {
    min = 0;
    max = 0;
  }
  return { columns, rows, heights, min, max, plane, version: ++version };
}

/** The k-th of n + 1 evenly spaced numbers, with both ends exact. */
function between(low: number, high: number, k: number, n: number): number {
  return k === n ? high : low + ((high - low) * k) / n;
}
