// Loss surfaces: the objective's own value at every point of a regular grid, or at some of its points.
import type { Objective, PlanePoints } from '../objective.ts';
import { strideLength, wholeGrid } from './grid.ts';
import type { GridPart, Stride } from './grid.ts';
import type { Plane } from './plane.ts';
import type { Surface } from './surface.ts';

/**
 * Where losses come from: `drawing`, the objective's fast way, if it has one, in single precision wherever that is good
 * enough to draw; `float64`, the fast way in double precision; `reference`, its `evaluate`, point by point.
 */
export type SurfacePrecision = 'drawing' | 'float64' | 'reference';

/** A surface that is being made: `heights[row * columns + column]`. */
export interface SurfaceGrid {
  readonly plane: Plane;
  readonly columns: number;
  readonly rows: number;
  readonly heights: Float32Array;
}

let version = 0;

/**
 * Evaluates the full-batch loss over the plane's window. Every point is computed from its own coordinates rather
 * than by adding up steps, so with `reference` a grid point on the path has the path's loss to the last bits before
 * rounding.
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
  heights?: Float32Array,
  precision?: SurfacePrecision,
): Surface {
  if (!(columns >= 2 && rows >= 2)) {
    throw new RangeError(`small grid: ${columns} x ${rows} (at least 2 x 2)`);
  }
  const grid = { plane, columns, rows, heights: heights ?? new Float32Array(columns * rows) };
  fillSurface(objective, grid, wholeGrid(columns, rows), precision);
  return finishSurface(grid);
}

/**
 * Computes the heights of a part of the grid and leaves all others alone. A point has the same height, whichever part
 * it was computed with, but for the last digits of single precision.
 *
 * @throws {RangeError} for heights of another length than columns x rows, or a part that is not in the grid
 */
export function fillSurface(
  objective: Objective,
  grid: SurfaceGrid,
  part: GridPart,
  precision: SurfacePrecision = 'drawing',
): void {
  const { columns, rows, heights } = grid;
  if (heights.length !== columns * rows) {
    throw new RangeError(`wrong heights: ${heights.length} (needs ${columns} x ${rows})`);
  }
  placeLosses(grid, part, computeLosses(objective, grid, part, precision));
}

/**
 * The losses of a part of a grid, row after row, for `placeLosses` to put where they belong: another thread may compute
 * them.
 *
 * @throws {RangeError} for a part that is not in the grid
 */
export function computeLosses(
  objective: Objective,
  { plane, columns, rows }: Pick<SurfaceGrid, 'plane' | 'columns' | 'rows'>,
  part: GridPart,
  precision: SurfacePrecision = 'drawing',
): Float64Array {
  checkStride('columns', part.columns, columns);
  checkStride('rows', part.rows, rows);
  const { origin, u, v, extent } = plane;
  const [uMin, uMax, vMin, vMax] = extent;
  const a = coordinates(part.columns, uMin, uMax, columns - 1);
  const b = coordinates(part.rows, vMin, vMax, rows - 1);
  const losses = new Float64Array(a.length * b.length);
  const points = { origin, u, v, a, b };
  const isFast =
    precision !== 'reference' &&
    objective.evaluatePlane?.(points, losses, precision === 'float64' ? precision : undefined);
  if (!isFast) evaluateEach(objective, points, losses);
  return losses;
}

/** Puts the losses of a part into the heights of its grid, and leaves all others alone. */
export function placeLosses(
  { columns: width, heights }: Pick<SurfaceGrid, 'columns' | 'heights'>,
  { columns, rows }: GridPart,
  losses: ArrayLike<number>,
): void {
  let k = 0;
  for (let row = rows.from; row < rows.to; row += rows.step) {
    for (let column = columns.from; column < columns.to; column += columns.step) {
      heights[row * width + column] = losses[k++];
    }
  }
}

/** A grid whose heights are all there, as a surface with its least and greatest finite height (0 if it has none). */
export function finishSurface({ plane, columns, rows, heights }: SurfaceGrid): Surface {
  let min = Infinity;
  let max = -Infinity;
  for (let k = 0; k < heights.length; k++) {
    const height = heights[k];
    if (!Number.isFinite(height)) continue;
    if (height < min) min = height;
    if (height > max) max = height;
  }
  if (min > max) {
    min = 0;
    max = 0;
  }
  return { columns, rows, heights, min, max, plane, version: ++version };
}

/** Point by point, row after row. */
function evaluateEach(
  objective: Objective,
  { origin, u, v, a, b }: PlanePoints,
  losses: Float64Array,
): void {
  const { size } = objective;
  const theta = new Float64Array(size);
  let k = 0;
  for (let j = 0; j < b.length; j++) {
    for (let i = 0; i < a.length; i++) {
      for (let p = 0; p < size; p++) theta[p] = origin[p] + a[i] * u[p] + b[j] * v[p];
      losses[k++] = objective.evaluate(theta);
    }
  }
}

/** Some of n + 1 evenly spaced numbers, with both ends exact. */
function coordinates(stride: Stride, low: number, high: number, n: number): Float64Array {
  return Float64Array.from({ length: strideLength(stride) }, (_, i) => {
    const k = stride.from + i * stride.step;
    return k === n ? high : low + ((high - low) * k) / n;
  });
}

function checkStride(noun: string, { from, to, step }: Stride, count: number): void {
  const isInside = from >= 0 && to <= count && step >= 1;
  if (!isInside || ![from, to, step].every(Number.isInteger)) {
    throw new RangeError(
      `wrong ${noun}: ${from} to ${to} by ${step} (whole numbers, 0 to ${count})`,
    );
  }
}
