// Surfaces: every height is the loss at its point.
import { describe, expect, test } from 'vitest';
import {
  createLanes,
  parseExperiment,
  project,
  sampleSurface,
  weightPlane,
  type Objective,
  type Plane,
} from '../../src/index.ts';
import { goldenNetworks, goldenObjective } from '../network/golden-networks.ts';
import { relativeError } from '../network/relative-error.ts';
import { quadratic } from './quadratic.ts';

const plane: Plane = {
  origin: Float64Array.of(0, 0),
  u: Float64Array.of(1, 0),
  v: Float64Array.of(0, 1),
  extent: [-1, 2, 10, 14],
  labels: ['x', 'y'],
  exact: true,
};

test('columns run along u, rows along v, edges included', () => {
  const objective: Objective = {
    ...quadratic([1, 1], 0),
    evaluate: (theta) => 100 * theta[0] + theta[1],
  };
  const { heights, min, max, columns, rows } = sampleSurface(objective, plane, 4, 3);
  expect([columns, rows]).toEqual([4, 3]);
  expect([...heights]).toEqual([-90, 10, 110, 210, -88, 12, 112, 212, -86, 14, 114, 214]);
  expect([min, max]).toEqual([-90, 214]);
});

test('losses that are not finite are kept, and stay out of least and greatest', () => {
  const values = [NaN, Infinity, 3, -Infinity, 5, 4];
  let k = 0;
  const objective: Objective = { ...quadratic([1, 1], 0), evaluate: () => values[k++] };
  const surface = sampleSurface(objective, plane, 3, 2);
  expect([...surface.heights]).toEqual(values);
  expect([surface.min, surface.max]).toEqual([3, 5]);
});

test('a surface without any finite loss has an empty range, not an infinite one', () => {
  const objective: Objective = { ...quadratic([1, 1], 0), evaluate: () => NaN };
  const { min, max } = sampleSurface(objective, plane, 2, 2);
  expect([min, max]).toEqual([0, 0]);
});

test('given heights are filled in place, and versions grow', () => {
  const heights = new Float32Array(6);
  const first = sampleSurface(quadratic([1, 1], 0), plane, 3, 2, heights);
  const second = sampleSurface(quadratic([1, 1], 0), plane, 3, 2);
  expect(first.heights).toBe(heights);
  expect(second.version).toBeGreaterThan(first.version);
});

test('grids too small and heights of another length are refused', () => {
  const objective = quadratic([1, 1], 0);
  expect(() => sampleSurface(objective, plane, 1, 5)).toThrow('small grid: 1 x 5');
  expect(() => sampleSurface(objective, plane, NaN, 5)).toThrow('small grid');
  expect(() => sampleSurface(objective, plane, 3, 3, new Float32Array(8))).toThrow(
    'wrong heights: 8',
  );
});

/** How near heights come: they are rounded to float32 in the end, and in single precision on the way. */
const precisions = [
  ['reference', 1e-6],
  ['float64', 1e-6],
  ['drawing', 5e-6],
] as const;

describe('the surface passes through the point where training stands', () => {
  const { experiment } = parseExperiment('net=4-3&lanes=raw,standard,raw+bn,standard+bn-after');
  test.each(createLanes(experiment))('$label', (lane) => {
    for (const count of [0, 1, 7, 40]) {
      lane.step(count);
      const through = weightPlane(
        lane.objective,
        lane.theta,
        ['W1[0][0]', 'W1[0][1]'],
        [0, 0, 0, 0],
      );
      const [a, b] = project(through, lane.theta);
      expect(Math.abs(lane.objective.evaluate(lane.theta) / lane.loss - 1)).toBeLessThan(1e-12);
      // The point is the middle of the window, and so of the grid.
      const extent = [a - 1, a + 1, b - 0.5, b + 0.5] as const;
      for (const [precision, bound] of precisions) {
        const at = { ...through, extent };
        const surface = sampleSurface(lane.objective, at, 5, 3, undefined, precision);
        expect(Math.abs(surface.heights[1 * 5 + 2] / lane.loss - 1)).toBeLessThan(bound);
      }
    }
  });
});

describe('surfaces of the reference networks', () => {
  const planes = goldenNetworks.flatMap((golden) =>
    (['random_directions', 'filter_normalized'] as const).map((name) => ({
      id: golden.id,
      name,
      golden,
    })),
  );
  test.each(planes)('$id, $name', ({ golden, name }) => {
    const { d1, d2, alphas, betas, loss } = golden.slices[name];
    const plane = {
      origin: Float64Array.from(golden.params0),
      u: Float64Array.from(d1),
      v: Float64Array.from(d2),
      extent: [alphas[0], alphas[alphas.length - 1], betas[0], betas[betas.length - 1]] as const,
      labels: ['first direction', 'second direction'] as const,
      exact: false,
    };
    const objective = goldenObjective(golden);
    for (const [precision, bound] of precisions) {
      const [columns, rows] = [alphas.length, betas.length];
      const surface = sampleSurface(objective, plane, columns, rows, undefined, precision);
      expect(relativeError(surface.heights, loss.flat())).toBeLessThan(bound);
    }
    expect(objective.kernel).toBe('wasm');
  });
});
