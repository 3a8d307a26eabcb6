// Curvature against least squares in closed form, and against quadratics whose eigenvalues are known.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createLanes,
  curvature,
  defaultExperiment,
  parseExperiment,
  type Objective,
} from '../../src/index.ts';
import { relativeError } from '../network/relative-error.ts';
import { linearCases, linearObjective } from './golden-linear.ts';
import { quadratic } from './quadratic.ts';

describe('least squares', () => {
  test('there are 30 cases', () => expect(linearCases).toHaveLength(30));

  test.each(linearCases)('$id', (golden) => {
    const objective = linearObjective(golden);
    const optimum = Float64Array.from(golden.optimum_w1_w2_b);
    const found = curvature(objective, optimum);
    expect(relativeError(found.eigenvalues, golden.hessian_eigenvalues)).toBeLessThan(1e-12);
    expect(found.sharpness / golden.hessian_eigenvalues[2]).toBeCloseTo(1, 12);
    expect(found.maximumStableRate / golden.lr_max_stable).toBeCloseTo(1, 12);
    // An eigenvalue is known to a rounding of the largest one, so the smallest to that times the condition number.
    const rounding = 16 * Number.EPSILON * golden.condition_number;
    const error = Math.abs(found.conditionNumber / golden.condition_number - 1);
    expect(error).toBeLessThan(Math.max(1e-12, rounding));
    expect([found.negative, found.flat]).toEqual([0, 0]);
    expect(objective.evaluate(optimum) / golden.optimum_loss).toBeCloseTo(1, 9);
  });
});

describe('quadratics', () => {
  test('a turned valley keeps the curvatures it was made of', () => {
    const found = curvature(quadratic([100, 1], 0.7), Float64Array.of(3, -2));
    expect(relativeError(found.eigenvalues, [1, 100])).toBeLessThan(1e-14);
    expect(found.conditionNumber).toBeCloseTo(100, 10);
    expect(found.maximumStableRate).toBeCloseTo(0.02, 14);
  });

  test('a saddle counts the direction that curves downwards, and its size', () => {
    const found = curvature(quadratic([4, -8], 0.3), Float64Array.of(0, 0));
    expect(found.negative).toBe(1);
    expect(found.flat).toBe(0);
    expect(found.sharpness).toBeCloseTo(4, 12);
    expect(found.conditionNumber).toBeCloseTo(2, 12);
  });

  test('a flat direction makes the condition number infinite', () => {
    const found = curvature(quadratic([5, 0], 1.1), Float64Array.of(1, 1));
    expect(found.flat).toBe(1);
    expect(found.negative).toBe(0);
    expect(found.conditionNumber).toBe(Infinity);
  });

  test('a dome has no largest stable rate', () => {
    expect(curvature(quadratic([-1, -2], 0), Float64Array.of(0, 0)).maximumStableRate).toBe(
      Infinity,
    );
  });

  test('a Hessian that is not finite gives NaN, and ends', () => {
    const found = curvature(quadratic([NaN, 1], 0), Float64Array.of(0, 0));
    expect(found.eigenvalues.every(Number.isNaN)).toBe(true);
    expect(found.conditionNumber).toBeNaN();
    expect(found.maximumStableRate).toBeNaN();
  });
});

describe('any scale', () => {
  /** A Hessian with these entries, row major. */
  const withHessian = (entries: readonly number[]): Objective => {
    const size = Math.sqrt(entries.length);
    return {
      size,
      names: Array.from({ length: size }, (_, k) => `p${k}`),
      evaluate: () => 0,
      hessianVector(_theta, v, out) {
        for (let i = 0; i < size; i++) {
          out[i] = 0;
          for (let j = 0; j < size; j++) out[i] += entries[size * i + j] * v[j];
        }
      },
    };
  };
  const at = (entries: readonly number[]) =>
    curvature(withHessian(entries), new Float64Array(Math.sqrt(entries.length)));
  const valley = [2, 1, 0, 1, 3, -1, 0, -1, 4];

  test('a Hessian times a power of two has eigenvalues times that, bit for bit', () => {
    const { eigenvalues, conditionNumber } = at(valley);
    for (const exponent of [-1000, -300, 300, 1000]) {
      const scaled = at(valley.map((entry) => entry * 2 ** exponent));
      expect(scaled.eigenvalues).toEqual(eigenvalues.map((value) => value * 2 ** exponent));
      expect(scaled.conditionNumber).toBe(conditionNumber);
    }
  });

  test('numbers of every size side by side end in finite eigenvalues', () => {
    const size = fc.constantFrom(0, 5e-324, 1e-310, 1e-200, 1e-20, 1, 1e20, 1e200, 1e305);
    const entry = fc
      .tuple(size, fc.double({ min: -1, max: 1, noNaN: true }))
      .map(([unit, part]) => unit * part);
    const triangle = (n: number) => fc.array(entry, { minLength: n * n, maxLength: n * n });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((n) => fc.tuple(fc.constant(n), triangle(n))),
        ([n, drawn]) => {
          const symmetric = drawn.map((_, k) => {
            const [i, j] = [Math.floor(k / n), k % n];
            return drawn[n * Math.min(i, j) + Math.max(i, j)];
          });
          const { eigenvalues } = at(symmetric);
          const largest = Math.max(...symmetric.map(Math.abs));
          const trace = symmetric.reduce((sum, x, k) => (k % (n + 1) === 0 ? sum + x : sum), 0);
          const sum = eigenvalues.reduce((total, value) => total + value, 0);
          // Subnormal numbers are apart by 5e-324.
          expect(Math.abs(sum - trace)).toBeLessThanOrEqual(1e-13 * largest + n * 5e-324);
          expect(eigenvalues).toEqual(eigenvalues.slice().sort());
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('inputs with a spread of a few of the smallest numbers there are', () => {
    const link = 'x1=-3.5e-323:-2.5e-323&lanes=raw,raw%2Bbn-input,standard';
    for (const { objective, theta } of createLanes(parseExperiment(link).experiment)) {
      expect(curvature(objective, theta).eigenvalues.every(Number.isFinite)).toBe(true);
    }
  });
});

test('the eigenvalues of a network add up to its trace', () => {
  const [{ objective, theta }] = createLanes({
    ...defaultExperiment(),
    settings: { ...defaultExperiment().settings, hidden: [5, 3] },
  });
  let trace = 0;
  const out = new Float64Array(objective.size);
  for (let i = 0; i < objective.size; i++) {
    const unit = new Float64Array(objective.size);
    unit[i] = 1;
    objective.hessianVector(theta, unit, out);
    trace += out[i];
  }
  const { eigenvalues } = curvature(objective, theta);
  const sum = eigenvalues.reduce((total, value) => total + value, 0);
  expect(Math.abs(sum - trace)).toBeLessThan(1e-12 * Math.abs(trace));
});

test('more than 300 parameters are refused', () => {
  const objective: Objective = { ...quadratic([1, 1], 0), size: 301 };
  expect(() => curvature(objective, new Float64Array(301))).toThrow('large Hessian: 301');
});
