// Minima within a plane, where they are known, and where there are none.
import { describe, expect, test } from 'vitest';
import { planeDerivatives, planeMinimum, weightPlane, type Objective } from '../../src/index.ts';
import { linearCases, linearObjective } from './golden-linear.ts';
import { quadratic } from './quadratic.ts';

const window = [-1, 1, -1, 1] as const;
const planeOf = (objective: Objective) =>
  weightPlane(objective, new Float64Array(2), ['x', 'y'], window);

test.each(linearCases)('$id: with the best bias, the best two weights', (golden) => {
  const objective = linearObjective(golden);
  const [w1, w2, b] = golden.optimum_w1_w2_b;
  const plane = weightPlane(objective, Float64Array.of(0, 0, b), ['W1[0][0]', 'W1[0][1]'], window);
  const found = planeMinimum(objective, plane, 0.5, -0.5);
  if (!found) throw new Error('no minimum found');
  const [[uu, uv], [, vv]] = golden.hessian;
  // A weight is known to a rounding of the loss's largest curvature, seen through the plane's smallest.
  const spread = Math.hypot((uu - vv) / 2, uv);
  const condition = ((uu + vv) / 2 + spread) / ((uu * vv - uv * uv) / ((uu + vv) / 2 + spread));
  const tolerance = Math.max(1e-9, 16 * Number.EPSILON * condition);
  const size = Math.max(Math.abs(w1), Math.abs(w2));
  expect(Math.abs(found[0] - w1) / size).toBeLessThan(tolerance);
  expect(Math.abs(found[1] - w2) / size).toBeLessThan(tolerance);
});

describe('other functions', () => {
  test('a narrow valley a hundred units away', () => {
    const objective = quadratic([1, 1e-5], 0.01, [1, 100]);
    const found = planeMinimum(objective, planeOf(objective), -1, 0.5);
    expect(found?.[0]).toBeCloseTo(1, 9);
    expect(found?.[1]).toBeCloseTo(100, 7);
  });

  test('Rosenbrock from its usual start', () => {
    const found = planeMinimum(rosenbrock, planeOf(rosenbrock), -1.2, 1);
    expect(found?.[0]).toBeCloseTo(1, 10);
    expect(found?.[1]).toBeCloseTo(1, 10);
  });

  test.each([
    ['a saddle', quadratic([1, -1], 0.4)],
    ['a dome', quadratic([-1, -2], 0)],
    ['a trough without an end', quadratic([1, 0], 0.4)],
    ['a plane', quadratic([0, 0], 0)],
    ['a minimum further than a million away', quadratic([1, 1], 0, [2e6, 0])],
    ['a loss that is not finite', quadratic([NaN, 1], 0)],
  ])('%s has none', (_name, objective) => {
    expect(planeMinimum(objective, planeOf(objective), 0.3, 0.2)).toBeNull();
  });
});

test('the derivatives of a turned quadratic', () => {
  const objective = quadratic([100, 1], Math.PI / 2);
  const { loss, slope, hessian } = planeDerivatives(objective, planeOf(objective), 2, 3);
  expect(loss).toBeCloseTo((1 * 4 + 100 * 9) / 2, 9);
  expect(slope[0]).toBeCloseTo(2, 9);
  expect(slope[1]).toBeCloseTo(300, 9);
  expect(hessian[0]).toBeCloseTo(1, 9);
  expect(hessian[1]).toBeCloseTo(0, 9);
  expect(hessian[2]).toBeCloseTo(100, 9);
});

const rosenbrock: Objective = {
  size: 2,
  names: ['x', 'y'],
  evaluate([x, y], gradient) {
    const bend = y - x * x;
    if (gradient) {
      gradient[0] = -2 * (1 - x) - 400 * x * bend;
      gradient[1] = 200 * bend;
    }
    return (1 - x) ** 2 + 100 * bend ** 2;
  },
  hessianVector([x, y], [a, b], out) {
    out[0] = (2 - 400 * (y - x * x) + 800 * x * x) * a - 400 * x * b;
    out[1] = -400 * x * a + 200 * b;
  },
};
