// Parts of a grid: they tile it, and a surface made in parts is the surface made at once.
import { expect, test } from 'vitest';
import {
  bandsOf,
  fillSurface,
  finishSurface,
  pointsBetween,
  sampleSurface,
  spreadHeights,
  wholeGrid,
  type GridPart,
  type Objective,
  type Plane,
  type PlanePoints,
} from '../../src/index.ts';
import { quadratic } from './quadratic.ts';

const plane: Plane = {
  origin: Float64Array.of(0.3, 0.7),
  u: Float64Array.of(1, 0.5),
  v: Float64Array.of(-0.25, 1),
  extent: [-1, 2, 10, 14.3],
  labels: ['x', 'y'],
  exact: true,
};
const objective = quadratic([1, 3], 0.5);
const empty = (columns: number, rows: number) => ({
  plane,
  columns,
  rows,
  heights: new Float32Array(columns * rows).fill(NaN),
});

/** How often each point of a grid is in one of the parts. */
function coverage(parts: readonly GridPart[], columns: number, rows: number): number[] {
  const times = Array.from({ length: columns * rows }, () => 0);
  for (const part of parts) {
    for (let row = part.rows.from; row < part.rows.to; row += part.rows.step) {
      for (let column = part.columns.from; column < part.columns.to; column += part.columns.step) {
        times[row * columns + column]++;
      }
    }
  }
  return times;
}

test('a finer grid is the coarser one and what lies between, each point once', () => {
  const coarse = sampleSurface(objective, plane, 5, 3);
  const heights = spreadHeights(coarse.heights, 5, 3);
  expect(heights.filter((height) => !Number.isNaN(height)).length).toBe(15);
  const times = coverage(pointsBetween(9, 5), 9, 5);
  expect(times).toEqual([...heights].map((height) => (Number.isNaN(height) ? 1 : 0)));
  for (const part of pointsBetween(9, 5)) {
    fillSurface(objective, { plane, columns: 9, rows: 5, heights }, part);
  }
  expect(heights).toEqual(sampleSurface(objective, plane, 9, 5).heights);
});

test.each([1, 2, 3, 7, 100])('bands of %i rows are the part', (count) => {
  for (const part of [wholeGrid(6, 7), ...pointsBetween(5, 7)]) {
    const bands = bandsOf(part, count);
    expect(coverage(bands, 6, 7)).toEqual(coverage([part], 6, 7));
    for (const band of bands) {
      const rows = coverage([{ ...band, columns: { from: 0, to: 1, step: 1 } }], 1, 7);
      expect(rows.reduce((sum, times) => sum + times)).toBeLessThanOrEqual(count);
    }
  }
});

test('filling a part leaves the other heights alone', () => {
  const grid = empty(4, 4);
  fillSurface(objective, grid, {
    columns: { from: 1, to: 4, step: 2 },
    rows: { from: 2, to: 3, step: 1 },
  });
  const { heights } = sampleSurface(objective, plane, 4, 4);
  const known = [9, 11];
  expect([...grid.heights]).toEqual(
    [...heights].map((height, k) => (known.includes(k) ? height : NaN)),
  );
  const finished = finishSurface(grid);
  expect(finished.min).toBe(Math.min(heights[9], heights[11]));
  expect(finished.max).toBe(Math.max(heights[9], heights[11]));
});

test('an objective with a faster way is asked once, unless the reference is wanted or it declines', () => {
  const asked: (PlanePoints & { precision: string | undefined })[] = [];
  let accepts = true;
  const fast: Objective = {
    ...objective,
    evaluatePlane(points, losses, precision) {
      asked.push({ ...points, precision });
      for (let k = 0; accepts && k < losses.length; k++) losses[k] = k;
      return accepts;
    },
  };
  const grid = empty(3, 3);
  const part = { columns: { from: 0, to: 3, step: 2 }, rows: { from: 1, to: 3, step: 1 } };
  fillSurface(fast, grid, part);
  expect([...grid.heights]).toEqual([NaN, NaN, NaN, 0, NaN, 1, 2, NaN, 3]);
  expect(asked.map(({ a, b, precision }) => [[...a], [...b], precision])).toEqual([
    [[-1, 2], [10 + 4.3 / 2, 14.3], undefined],
  ]);
  fillSurface(fast, grid, part, 'float64');
  expect(asked[1].precision).toBe('float64');
  const { heights } = sampleSurface(objective, plane, 3, 3);
  expect(sampleSurface(fast, plane, 3, 3, undefined, 'reference').heights).toEqual(heights);
  expect(asked.length).toBe(2);
  accepts = false;
  expect(sampleSurface(fast, plane, 3, 3).heights).toEqual(heights);
});

test('parts outside the grid, and grids that no coarser one fits into, are refused', () => {
  const part = (to: number, step: number) => ({
    ...wholeGrid(4, 4),
    columns: { from: 0, to, step },
  });
  expect(() => fillSurface(objective, empty(4, 4), part(5, 1))).toThrow('wrong columns: 0 to 5');
  expect(() => fillSurface(objective, empty(4, 4), part(4, 0))).toThrow('wrong columns');
  expect(() => fillSurface(objective, empty(4, 4), part(3.5, 1))).toThrow('wrong columns');
  expect(() => pointsBetween(4, 5)).toThrow('no coarser grid: 4 x 5');
  expect(() => pointsBetween(5, 1)).toThrow('no coarser grid');
});
