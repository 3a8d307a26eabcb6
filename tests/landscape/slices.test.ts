// The slices: directions with the properties that their names promise, and planes that the path really lies on.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createLanes,
  filterNormalized,
  filtersOf,
  parseExperiment,
  percent,
  planeThrough,
  principalDirections,
  project,
  residual,
  sampleSurface,
  sliceContext,
  slices,
  unproject,
  type Lane,
  type SliceChoice,
  type SliceLane,
  type SliceWindow,
} from '../../src/index.ts';
import { quadratic } from './quadratic.ts';

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const norm = (a: Float64Array) => Math.sqrt(dot(a, a));
const window: SliceWindow = [-1, 1, -1, 1];

const seen = (lane: Lane): SliceLane => ({
  label: lane.label,
  names: lane.objective.names,
  start: lane.start,
  end: lane.theta,
  path: lane.trajectory,
});
const lanesOf = (query: string, steps: number) => {
  const lanes = createLanes(parseExperiment(query).experiment);
  for (const lane of lanes) lane.step(steps);
  return lanes;
};
const frameOf = (slice: SliceChoice, lanes: readonly Lane[], index = 0, centre?: Float64Array) => {
  const { objective, theta } = lanes[index];
  const context = sliceContext(slice, lanes.map(seen), index, objective, centre ?? theta);
  return slices.get(slice.kind).frame(context);
};

const choices: readonly SliceChoice[] = [
  { kind: 'weights', names: ['W1[1][0]', 'W2[0][1]'] },
  { kind: 'random', seed: 7 },
  { kind: 'pca' },
  { kind: 'pca-all' },
  { kind: 'hessian' },
  { kind: 'three' },
];

test('every registered slice is tried below', () => {
  expect(choices.map(({ kind }) => kind).toSorted()).toEqual(slices.ids.toSorted());
});

describe.each(choices)('the slice $kind', (choice) => {
  const lanes = lanesOf('net=4-3&lanes=raw,standard,raw%2Bbn&lr=0.3', 40);

  test.each([0, 1, 2])('lane %i: the plane holds its centre, whose loss it has', (index) => {
    const { objective, theta, loss } = lanes[index];
    const frame = frameOf(choice, lanes, index);
    const plane = planeThrough(frame, theta, window);
    const [a, b] = project(plane, theta);
    expect(residual(plane, theta)).toBeLessThan(1e-12 * norm(theta));
    const there = unproject(plane, a, b, new Float64Array(theta.length));
    expect(Math.abs(objective.evaluate(there) / loss - 1)).toBeLessThan(1e-12);
    // A grid whose middle is the current point has this loss there, but for the rounding of heights.
    const around = planeThrough(frame, theta, [a - 1, a + 1, b - 1, b + 1]);
    const { heights } = sampleSurface(objective, around, 3, 3);
    expect(Math.abs(heights[4] / loss - 1)).toBeLessThan(1e-5);
  });

  test('a point keeps its coordinates wherever the plane goes through', () => {
    const { theta, start } = lanes[0];
    const frame = frameOf(choice, lanes);
    const here = project(planeThrough(frame, theta, window), theta);
    const there = project(planeThrough(frame, start, window), theta);
    expect(there[0]).toBeCloseTo(here[0], 10);
    expect(there[1]).toBeCloseTo(here[1], 10);
  });

  test('projection and unprojection undo each other', () => {
    const plane = planeThrough(frameOf(choice, lanes), lanes[0].theta, window);
    const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(coordinate, coordinate, (a, b) => {
        const theta = unproject(plane, a, b, new Float64Array(lanes[0].theta.length));
        const [backA, backB] = project(plane, theta);
        expect(backA).toBeCloseTo(a, 9);
        expect(backB).toBeCloseTo(b, 9);
      }),
    );
  });

  test('its words name two axes, and it is the same twice', () => {
    const frame = frameOf(choice, lanes);
    expect(frame.labels[0]).not.toBe(frame.labels[1]);
    expect(frameOf(choice, lanes)).toEqual(frame);
    expect(frame.problem).toBe(null);
  });
});

describe('random directions', () => {
  const [lane] = lanesOf('net=4-3&lanes=raw%2Bbn', 5);
  const { layout } = lane.objective;
  const filters = filtersOf(layout);

  test('are as long in every unit as its own weights, and move nothing else (Li et al. 2018)', () => {
    const { u, v } = filterNormalized(filters, lane.theta, 3);
    const lengthIn = (a: Float64Array, filter: readonly number[]) =>
      Math.hypot(...filter.map((i) => a[i]));
    expect(filters).toHaveLength(4 + 3 + 1);
    for (const filter of filters) {
      for (const direction of [u, v]) {
        expect(lengthIn(direction, filter)).toBeCloseTo(lengthIn(lane.theta, filter), 12);
      }
    }
    layout.names.forEach((name, i) => {
      if (!name.startsWith('W')) expect([u[i], v[i]]).toEqual([0, 0]);
    });
  });

  test('depend on their seed alone, and are the same in lanes of the same sizes', () => {
    const { theta } = lane;
    expect(filterNormalized(filters, theta, 3)).toEqual(filterNormalized(filters, theta, 3));
    expect(filterNormalized(filters, theta, 4)).not.toEqual(filterNormalized(filters, theta, 3));
    const pair = lanesOf('net=4&lanes=raw,standard', 0);
    const of = (index: number) => frameOf({ kind: 'random', seed: 2 }, pair, index).u;
    expect(of(0)).toEqual(of(1));
  });
});

describe('principal directions', () => {
  const numbers = (length: number) =>
    fc
      .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: length, maxLength: length })
      .map((values) => Float64Array.from(values));

  /** Points origin + a u + b v for many a and b. */
  const planar = (origin: Float64Array, u: Float64Array, v: Float64Array, count: number) => {
    const points = new Float64Array(count * origin.length);
    for (let k = 0; k < count; k++) {
      const [a, b] = [Math.cos(k), Math.sin(3 * k) + 0.1 * k];
      for (let i = 0; i < origin.length; i++) {
        points[k * origin.length + i] = origin[i] + a * u[i] + b * v[i];
      }
    }
    return points;
  };

  // By both matrices: one of parameters, one of points.
  test.each([
    [5, 50],
    [300, 40],
  ])('in %i dimensions hold all of a planar path of %i points', (size, count) => {
    fc.assert(
      fc.property(numbers(size), numbers(size), numbers(size), (origin, u, v) => {
        fc.pre(norm(u) > 0.1 && norm(v) > 0.1 && Math.abs(dot(u, v)) < 0.9 * norm(u) * norm(v));
        const { directions, shares } = principalDirections(planar(origin, u, v, count), size);
        expect(shares[0] + shares[1]).toBeCloseTo(1, 12);
        expect(shares[0]).toBeGreaterThanOrEqual(shares[1]);
        expect(dot(directions[0], directions[1])).toBeCloseTo(0, 10);
        for (const direction of directions) expect(norm(direction)).toBeCloseTo(1, 12);
      }),
      { numRuns: 20 },
    );
  });

  test('find the axes of a known cloud, longest first, with their shares of its variance', () => {
    const points = Float64Array.of(3, 0, 0, -3, 0, 0, 0, 2, 0, 0, -2, 0, 0, 0, 1, 0, 0, -1);
    const { directions, shares } = principalDirections(points, 3);
    expect(directions.map((d) => [...d].map((x) => Math.round(x * 1e12) / 1e12 + 0))).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
    expect(shares[0]).toBeCloseTo(9 / 14, 14);
    expect(shares[1]).toBeCloseTo(4 / 14, 14);
  });

  test('of one point or none there are none, and what is not finite is left out', () => {
    expect(principalDirections(Float64Array.of(1, 2), 2)).toEqual({ directions: [], shares: [] });
    expect(principalDirections(new Float64Array(0), 2)).toEqual({ directions: [], shares: [] });
    const { shares } = principalDirections(Float64Array.of(0, 0, 1, 1, NaN, 5, 2, Infinity), 2);
    expect(shares).toHaveLength(1);
    expect(shares[0]).toBeCloseTo(1, 14);
  });
});

describe('slices of paths', () => {
  test('of a run that has not begun say so and still lay a plane', () => {
    const lanes = lanesOf('net=3&lanes=raw,standard', 0);
    for (const kind of ['pca', 'pca-all', 'three'] as const) {
      const frame = frameOf({ kind }, lanes);
      expect(frame.problem).toMatch(/single point yet|on one line so far/);
      expect(norm(frame.u)).toBeCloseTo(1, 14);
      expect(dot(frame.u, frame.v)).toBe(0);
    }
  });

  test('of all lanes are the same directions in every lane, in the parameters they share', () => {
    const lanes = lanesOf('net=3&lanes=raw,standard%2Bbn&lr=0.3', 30);
    const own = [0, 1].map((index) => frameOf({ kind: 'pca-all' }, lanes, index));
    const at = (index: number, name: string) =>
      own[index].u[lanes[index].objective.names.indexOf(name)];
    expect(at(0, 'W1[2][1]')).not.toBe(0);
    for (const name of ['W1[0][0]', 'W1[2][1]', 'W2[0][2]', 'b2[0]']) {
      expect(at(0, name)).toBe(at(1, name));
    }
    expect(at(1, 'gamma1[0]')).toBe(0);
    // Batch norm has taken the first layer's bias away.
    expect(at(0, 'b1[0]')).toBe(0);
  });

  test('through three points hold all three', () => {
    const lanes = lanesOf('net=3&lanes=raw,standard&lr=0.3', 30);
    const frame = frameOf({ kind: 'three' }, lanes, 0);
    const plane = planeThrough(frame, lanes[0].start, window);
    for (const theta of [lanes[0].start, lanes[0].theta, lanes[1].theta]) {
      expect(residual(plane, theta)).toBeLessThan(1e-12);
    }
    expect(project(plane, lanes[0].start)).toEqual([0, 0]);
  });
});

test('the steepest directions of a known quadratic are its axes', () => {
  const angle = 0.3;
  const objective = quadratic([9, 4], angle);
  const start = Float64Array.of(1, 1);
  const lane: SliceLane = {
    ...{ label: 'bowl', names: objective.names, start, end: start },
    path: { size: 2, count: 1, thetas: start },
  };
  const { u, v, labels } = slices.get('hessian').frame({
    ...{ objective, lanes: [lane], index: 0, centre: start, filters: [], seed: 0 },
    names: ['x', 'y'],
  });
  expect(u[0]).toBeCloseTo(Math.cos(angle), 9);
  expect(u[1]).toBeCloseTo(Math.sin(angle), 9);
  expect(Math.abs(dot(u, v))).toBeLessThan(1e-12);
  expect(labels).toEqual(['eigenvector 1 (λ 9)', 'eigenvector 2 (λ 4)']);
});

test('a menu of slices names them as the field does', () => {
  const label = (id: string) => slices.get(id).label;
  for (const id of ['pca', 'pca-all']) expect(label(id)).toContain('PCA');
  expect(label('hessian')).toContain('Hessian');
  expect(label('random')).toContain('random directions');
});

test('a share reads as all only where it is', () => {
  expect([0, 0.0002, 0.004, 0.834, 0.9949, 0.99999, 1].map(percent)).toEqual([
    ...['0 %', 'under 0.1 %', '0.4 %', '83 %', '99.5 %', 'over 99.9 %', '100 %'],
  ]);
});
