// Made-up lanes for the tests of the 3D view: an analytic surface and a path given point by point.
import { createLossScale } from '../../src/landscape/loss-scale.ts';
import type { LaneView } from '../../app/session/types.ts';
import { createCurvatureHistory } from '../../app/session/curvature-history.ts';

type Loss = (u: number, v: number) => number;

/** A lane without a network: all that the 3D view reads of one. */
export function laneOf(
  loss: Loss,
  window: LaneView['window'],
  points: readonly (readonly [number, number, number])[],
  { size = 17, mode = 'linear' as 'linear' | 'log' } = {},
): LaneView {
  const heights = new Float32Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const u = window[0] + ((window[1] - window[0]) * column) / (size - 1);
      const v = window[2] + ((window[3] - window[2]) * row) / (size - 1);
      heights[row * size + column] = loss(u, v);
    }
  }
  const finite = heights.filter(Number.isFinite);
  const [min, max] = [Math.min(...finite), Math.max(...finite)];
  const plane = {
    origin: new Float64Array(2),
    u: new Float64Array([1, 0]),
    v: new Float64Array([0, 1]),
    extent: window,
    labels: ['weight of x1', 'weight of x2'] as [string, string],
    exact: true,
  };
  const made: Omit<LaneView, 'lane' | 'drawn' | 'gaps'> = {
    id: 'raw',
    label: 'Raw inputs',
    index: 0,
    path: { count: points.length, revision: 0, points: Float64Array.from(points.flat()) },
    surface: { columns: size, rows: size, heights, min, max, plane, version: 1 },
    scale: createLossScale(mode, min, max),
    surfaceVersion: 1,
    curvature: null,
    curvatureIteration: -1,
    curvatures: createCurvatureHistory(),
    window,
    minimum: null,
    surfaceIteration: 0,
    adrift: false,
    gap: 0,
    scaleInvariant: false,
    frame: { ...plane, anchor: plane.origin, explained: null, problem: null },
    frameIteration: 0,
    startStrength: 1,
    endIteration: 0,
  };
  return { ...made, lane: { status: 'running', loss: points.at(-1)?.[2] } } as LaneView;
}

/** The lane with another path, as if it had gone on. */
export function withPath(
  view: LaneView,
  points: readonly (readonly [number, number, number])[],
): LaneView {
  return {
    ...view,
    path: { count: points.length, revision: 0, points: Float64Array.from(points.flat()) },
  };
}
