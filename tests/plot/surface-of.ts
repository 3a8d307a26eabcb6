// A surface of a plain function, for tests.
import type { Surface } from '../../src/index.ts';

export function surfaceOf(
  f: (u: number, v: number) => number,
  extent: readonly [number, number, number, number],
  columns: number,
  rows: number,
): Surface {
  const [uMin, uMax, vMin, vMax] = extent;
  const heights = Float32Array.from({ length: columns * rows }, (_, k) =>
    f(
      uMin + ((uMax - uMin) * (k % columns)) / (columns - 1),
      vMin + ((vMax - vMin) * Math.floor(k / columns)) / (rows - 1),
    ),
  );
  const finite = heights.filter(Number.isFinite);
  return {
    columns,
    rows,
    heights,
    min: Math.min(...finite),
    max: Math.max(...finite),
    version: 1,
    plane: {
      origin: new Float64Array(2),
      u: new Float64Array([1, 0]),
      v: new Float64Array([0, 1]),
      extent,
      labels: ['first', 'second'],
      exact: true,
    },
  };
}
