// Parts of a grid: every second column, a band of rows, whatever is to be computed next.

/** `from`, `from + step`, ... as long as they are below `to`. */
export interface Stride {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** The points where some columns of a grid cross some of its rows. */
export interface GridPart {
  readonly columns: Stride;
  readonly rows: Stride;
}

const all = (count: number): Stride => ({ from: 0, to: count, step: 1 });

export const wholeGrid = (columns: number, rows: number): GridPart => ({
  columns: all(columns),
  rows: all(rows),
});

/** How many numbers a stride goes through. */
export const strideLength = ({ from, to, step }: Stride): number =>
  Math.max(0, Math.ceil((to - from) / step));

/** How many points a part has. */
export const partSize = ({ columns, rows }: GridPart): number =>
  strideLength(columns) * strideLength(rows);

/**
 * The points of a grid that the grid of twice its spacing lacks, as two parts: what lies between in the rows that both
 * have, and the rows between. Of 65 x 65 points, these are all but 33 x 33.
 *
 * @throws {RangeError} if there is no such grid: the numbers of columns and rows must be odd
 */
export function pointsBetween(columns: number, rows: number): [GridPart, GridPart] {
  checkOdd(columns, rows);
  return [
    { columns: { from: 1, to: columns, step: 2 }, rows: { from: 0, to: rows, step: 2 } },
    { columns: all(columns), rows: { from: 1, to: rows, step: 2 } },
  ];
}

/**
 * The heights of a grid, at their places in the grid of half the spacing over the same window; NaN in between.
 *
 * @returns of (2 columns - 1) x (2 rows - 1) points
 */
export function spreadHeights(heights: Float32Array, columns: number, rows: number): Float32Array {
  const finer = new Float32Array((2 * columns - 1) * (2 * rows - 1)).fill(NaN);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      finer[2 * row * (2 * columns - 1) + 2 * column] = heights[row * columns + column];
    }
  }
  return finer;
}

/** The rows of a part in bands of at most `count` rows, in order. */
export function bandsOf({ columns, rows }: GridPart, count: number): GridPart[] {
  const bands: GridPart[] = [];
  const length = Math.max(1, Math.floor(count)) * rows.step;
  for (let from = rows.from; from < rows.to; from += length) {
    bands.push({ columns, rows: { ...rows, from, to: Math.min(rows.to, from + length) } });
  }
  return bands;
}

function checkOdd(columns: number, rows: number): void {
  if (columns % 2 !== 1 || rows % 2 !== 1 || columns < 3 || rows < 3) {
    throw new RangeError(`no coarser grid: ${columns} x ${rows} (odd numbers from 3 on have one)`);
  }
}
