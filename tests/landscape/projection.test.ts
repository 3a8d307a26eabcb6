// Planes and projections: there and back again, and what is left out.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createLanes,
  parseExperiment,
  planeThrough,
  project,
  residual,
  unproject,
  weightFrame,
  weightPlane,
  type Plane,
} from '../../src/index.ts';

const finite = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const window = [-1, 1, -1, 1] as const;
const lanes = createLanes(parseExperiment('net=3&lanes=raw,standard+bn').experiment);

describe('the slice along two parameters', () => {
  test.each(lanes)('in $label its coordinates are the parameters, to the last bit', (lane) => {
    const { objective, theta } = lane;
    for (const first of objective.names) {
      for (const second of objective.names) {
        if (first === second) continue;
        const plane = planeThrough(weightFrame(objective, [first, second]), theta, window);
        const [a, b] = project(plane, theta);
        expect(a).toBe(theta[objective.names.indexOf(first)]);
        expect(b).toBe(theta[objective.names.indexOf(second)]);
        expect(unproject(plane, a, b, new Float64Array(theta.length))).toEqual(theta);
        expect(residual(plane, theta)).toBe(0);
      }
    }
  });

  test('it is the whole parameter space only where there are two parameters', () => {
    const { objective, theta } = lanes[0];
    expect(weightPlane(objective, theta, ['W1[0][0]', 'W1[0][1]'], window).exact).toBe(false);
    const two = { size: 2, names: ['x', 'y'] };
    expect(weightPlane(two, Float64Array.of(1, 2), ['y', 'x'], window).exact).toBe(true);
  });

  test('the residual is how far the other parameters are from where the plane lies', () => {
    const { objective, theta } = lanes[0];
    const plane = weightPlane(objective, theta, ['W1[0][0]', 'W1[0][1]'], window);
    const moved = theta.slice();
    moved[0] += 5;
    moved[4] += 3;
    moved[5] -= 4;
    expect(residual(plane, moved)).toBeCloseTo(5, 14);
  });

  test('unknown and repeated names are refused, and the known ones named', () => {
    const { objective, theta } = lanes[0];
    const along = (a: string, b: string) => () => weightPlane(objective, theta, [a, b], window);
    expect(along('W9[0][0]', 'W1[0][0]')).toThrow('unknown parameter: W9[0][0] (known: W1[0][0], ');
    expect(along('W1[0][0]', '__proto__')).toThrow('unknown parameter: __proto__');
    expect(along('W1[0][0]', 'W1[0][0]')).toThrow('repeated parameter: W1[0][0]');
  });
});

describe('any plane', () => {
  const vector = fc.array(finite, { minLength: 4, maxLength: 4 }).map((v) => Float64Array.from(v));
  const norm = (v: Float64Array) => Math.hypot(...v);
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  const plane = fc
    .record({ origin: vector, u: vector, v: vector })
    .filter(({ u, v }) => Math.abs(dot(u, v)) < 0.99 * norm(u) * norm(v))
    .filter(({ u, v }) => Math.min(norm(u), norm(v)) > 0.1)
    .map((vectors): Plane => ({ ...vectors, extent: window, labels: ['u', 'v'], exact: false }));

  test('points of the plane keep their coordinates', () => {
    fc.assert(
      fc.property(plane, finite, finite, (p, a, b) => {
        const theta = unproject(p, a, b, new Float64Array(4));
        const [foundA, foundB] = project(p, theta);
        // Rounding of theta, seen through directions that may be short or nearly parallel.
        const scale = (norm(theta) + norm(p.origin) + 1) / Math.min(norm(p.u), norm(p.v));
        expect(Math.abs(foundA - a)).toBeLessThan(1e-12 * scale * 100);
        expect(Math.abs(foundB - b)).toBeLessThan(1e-12 * scale * 100);
      }),
    );
  });

  test('what a projection leaves out is at right angles to the plane', () => {
    fc.assert(
      fc.property(plane, vector, (p, theta) => {
        const [a, b] = project(p, theta);
        const nearest = unproject(p, a, b, new Float64Array(4));
        const left = theta.map((x, i) => x - nearest[i]);
        const size =
          norm(theta) + norm(p.origin) + Math.abs(a) * norm(p.u) + Math.abs(b) * norm(p.v);
        expect(Math.abs(dot(left, p.u))).toBeLessThan(1e-10 * (size + 1) * norm(p.u));
        expect(Math.abs(dot(left, p.v))).toBeLessThan(1e-10 * (size + 1) * norm(p.v));
        expect(Math.abs(residual(p, theta) - norm(left))).toBeLessThan(1e-12 * (size + 1));
      }),
    );
  });

  test('parallel directions are refused', () => {
    const u = Float64Array.of(1, 2);
    const p: Plane = { origin: u, u, v: u, extent: window, labels: ['u', 'v'], exact: false };
    expect(() => project(p, u)).toThrow('parallel directions');
  });
});
