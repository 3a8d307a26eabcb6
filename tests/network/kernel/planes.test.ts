// What kernels make of particular planes: structure, numbers at the limits, statistics that are given, parts one by one.
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/math/random.ts';
import { createEvaluationObjective } from '../../../src/network/evaluation-objective.ts';
import { initialize } from '../../../src/network/initialization.ts';
import { createObjective } from '../../../src/network/network.ts';
import type { NetworkSpec, Normalization } from '../../../src/network/spec.ts';
import type { Objective, PlanePoints } from '../../../src/objective.ts';
import { numbers, reference, worst } from './surfaces.ts';

const none: Normalization = { kind: 'none', place: 'before' };

function create(
  {
    sizes = [2, 5, 3, 1],
    activation = 'tanh',
    loss = 'mse',
    normalization = none,
  }: Partial<NetworkSpec> = {},
  count = 37,
) {
  const random = createRandom(7, 'weights');
  const inputs = Float64Array.from({ length: 2 * count }, () => random.normal());
  const targets = Float64Array.from({ length: count }, () =>
    loss === 'bce' ? random.integer(2) : random.normal(),
  );
  const objective = createObjective(
    { sizes, activation, loss, normalization },
    { count, inputs, targets },
  );
  const theta = initialize(objective.layout, 'xavier', random);
  const direction = () => theta.map(() => random.normal() / 3);
  const named = (name: string) => theta.map((_, k) => (objective.names[k] === name ? 1 : 0));
  return { objective, theta, direction, named };
}

function losses(objective: Objective, points: PlanePoints, precision?: 'float64'): Float64Array {
  const result = new Float64Array(points.a.length * points.b.length).fill(NaN);
  expect(objective.evaluatePlane?.(points, result, precision)).toBe(true);
  return result;
}

describe('a plane of two weights is the plane of two directions that are nearly those weights', () => {
  // Every weight moves a little, so that nothing can be computed once only.
  const pairs = [
    ['W1[0][0]', 'W1[0][1]'],
    ['W1[0][0]', 'W1[1][1]'],
    ['W1[0][0]', 'W2[1][1]'],
    ['W2[0][0]', 'W2[0][1]'],
    ['W2[0][0]', 'W2[1][1]'],
    ['W1[2][0]', 'b1[2]'],
    ['W3[0][0]', 'W3[0][1]'],
    ['W3[0][1]', 'b3[0]'],
    ['W1[0][0]', 'W1[0][0]'],
  ] as const;
  test.each(pairs)('%s and %s', (first, second) => {
    for (const activation of ['tanh', 'sigmoid', 'relu', 'gelu']) {
      const { objective, theta, named } = create({ activation });
      const [u, v] = [named(first), named(second)];
      const points = { origin: theta, u, v, a: numbers(-2, 2, 9), b: numbers(-1, 2, 7) };
      const all = { ...points, u: u.map((x) => x + 1e-17), v: v.map((x) => x - 1e-17) };
      const expected = losses(objective, all, 'float64');
      expect(worst(losses(objective, points, 'float64'), expected)).toBeLessThan(1e-13);
      expect(worst(losses(objective, points), expected)).toBeLessThan(5e-6);
    }
  });
});

test('a plane of the output layer is a quadratic to the last digits, also at its minimum', () => {
  const random = createRandom(1, 'weights');
  const { objective, theta, named } = create();
  const [u, v] = [named('W3[0][0]'), named('W3[0][2]')];
  // Targets that the network meets at (0.3, -0.2), but for little.
  for (const noise of [1, 1e-3, 1e-6]) {
    const origin = theta.map((x, k) => x - 0.3 * u[k] + 0.2 * v[k]);
    const targets = objective.outputs(theta).map((output) => output + noise * random.normal());
    const own = createObjective(objective.spec, { ...objective.samples, targets });
    const points = { origin, u, v, a: numbers(0.1, 0.5, 5), b: numbers(-0.4, 0, 5) };
    const expected = reference(own, points);
    expect(Math.min(...expected)).toBeLessThan(2 * noise * noise);
    expect(worst(losses(own, points), expected)).toBeLessThan(1e-12 / noise);
  }
  // Directions that add the same outputs, and none at all.
  const still = theta.map(() => 0);
  for (const [p, q] of [
    [u, u.map((x) => -2 * x)],
    [u, still],
    [still, u],
    [still, still],
  ]) {
    const points = { origin: theta, u: p, v: q, a: numbers(-1, 1, 5), b: numbers(-1, 1, 3) };
    expect(worst(losses(objective, points), reference(objective, points))).toBeLessThan(1e-12);
  }
});

test.each(['tanh', 'sigmoid', 'relu', 'gelu'])(
  'ordinary planes are in single precision, which is quicker: %s',
  (activation) => {
    const { objective, theta, direction, named } = create({ activation });
    for (const [u, v] of [
      [direction(), direction()],
      [named('W1[0][0]'), named('W1[1][0]')],
      [named('W1[0][0]'), named('W2[0][0]')],
    ]) {
      const points = { origin: theta, u, v, a: numbers(-1, 1, 5), b: numbers(-1, 1, 3) };
      const error = worst(losses(objective, points), losses(objective, points, 'float64'));
      expect(error).toBeGreaterThan(1e-10);
      expect(error).toBeLessThan(5e-6);
    }
  },
);

describe('numbers at the limits', () => {
  test.each(['tanh', 'relu', 'sigmoid', 'gelu', 'linear', 'leaky-relu'])(
    '%s: finite where the plain network is finite, and not where it is not',
    (activation) => {
      for (const loss of ['mse', 'bce'] as const) {
        for (const normalization of [none, { kind: 'batch', place: 'after' } as const]) {
          const { objective, theta, direction } = create({ activation, loss, normalization });
          for (const scale of [1e3, 1e9, 1e18, 1e30, 1e70, 1e200, NaN, Infinity]) {
            const u = direction().map((x) => x * scale);
            const v = direction();
            const points = { origin: theta, u, v, a: numbers(0, 1, 3), b: numbers(-1, 1, 3) };
            const expected = reference(objective, points);
            const isFinite = [...expected].map(Number.isFinite);
            expect([...losses(objective, points, 'float64')].map(Number.isFinite)).toEqual(
              isFinite,
            );
            expect([...losses(objective, points)].map(Number.isFinite)).toEqual(isFinite);
          }
        }
      }
    },
  );

  test('a loss too small for single precision is computed in double precision', () => {
    const { objective, theta, direction } = create();
    const exact = createObjective(objective.spec, {
      ...objective.samples,
      targets: objective.outputs(theta),
    });
    for (const reach of [1, 1e-2, 1e-4, 1e-6]) {
      const at = numbers(0.3 * reach, reach, 6);
      const points = { origin: theta, u: direction(), v: direction(), a: at, b: at };
      const expected = reference(exact, points);
      expect(worst(losses(exact, points), expected)).toBeLessThan(1e-3);
    }
  });

  test('also where it lies between larger ones', () => {
    const { objective, theta, direction } = create();
    const exact = createObjective(objective.spec, {
      ...objective.samples,
      targets: objective.outputs(theta),
    });
    const a = Float64Array.of(0.7, 1e-6, 0.8, 1, 0.9);
    const b = Float64Array.of(0.6, 1e-6, 0.7);
    const points = { origin: theta, u: direction(), v: direction(), a, b };
    expect(worst(losses(exact, points), reference(exact, points))).toBeLessThan(1e-3);
  });

  test('so are points whose weights differ in their last digits only', () => {
    const { objective, theta, named } = create();
    const far = theta.map((x, k) => (objective.names[k] === 'W1[0][0]' ? 1 + 1e-9 : x));
    const points = {
      ...{ origin: far, u: named('W1[0][0]'), v: named('W1[1][0]') },
      ...{ a: numbers(-1e-7, 1e-7, 5), b: numbers(-1, 1, 3) },
    };
    const expected = reference(objective, points);
    expect(worst(losses(objective, points), expected)).toBeLessThan(1e-13);
  });
});

describe('statistics that are given', () => {
  test.each(['before', 'after', 'input'] as const)('batch norm %s', (place) => {
    for (const shift of [0, 1e3]) {
      const { objective, theta, direction } = create({ normalization: { kind: 'batch', place } });
      const inputs = objective.samples.inputs.map((x, k) => x + (k % 2 === 0 ? shift : 0));
      const own = createObjective(objective.spec, { ...objective.samples, inputs });
      const statistics = own.batchStatistics(theta);
      const evaluation = createEvaluationObjective(own, statistics);
      const points = {
        ...{ origin: theta, u: direction(), v: direction() },
        ...{ a: numbers(-1, 1, 5), b: numbers(-1, 1, 4) },
      };
      for (const factor of [1, 1.3]) {
        // They are read anew every time, although the plane is the same.
        statistics.variance.forEach((x, k) => (statistics.variance[k] = factor * x));
        const expected = reference(evaluation, points);
        expect(worst(losses(evaluation, points, 'float64'), expected)).toBeLessThan(1e-10);
        expect(worst(losses(evaluation, points), expected)).toBeLessThan(shift ? 1e-3 : 5e-6);
      }
    }
  });
});

describe('one call after the other', () => {
  const { objective, theta, direction, named } = create({ activation: 'tanh' }, 40);
  const whole = {
    ...{ origin: theta, u: direction(), v: direction() },
    ...{ a: numbers(-1, 1, 9), b: numbers(-1, 1, 8) },
  };

  test.each([undefined, 'float64'] as const)('bands and columns of a grid: %s', (precision) => {
    const all = losses(objective, whole, precision);
    const at = (i: number, j: number) => all[j * whole.a.length + i];
    for (const [columns, rows] of [
      [
        [0, 1, 2, 3, 4, 5, 6, 7, 8],
        [0, 1, 2],
      ],
      [[0, 1, 2, 3, 4, 5, 6, 7, 8], [5]],
      [
        [1, 3, 5, 7],
        [0, 4],
      ],
      [
        [1, 3, 5],
        [0, 4],
      ],
      [[1], [7]],
    ]) {
      const a = whole.a.filter((_, i) => columns.includes(i));
      const b = whole.b.filter((_, j) => rows.includes(j));
      const expected = rows.flatMap((j) => columns.map((i) => at(i, j)));
      expect([...losses(objective, { ...whole, a, b }, precision)]).toEqual(expected);
    }
  });

  test('planes of several kinds in turn, and parameters that were changed in place', () => {
    const other = { ...whole, u: named('W1[0][0]'), v: named('W2[0][0]') };
    for (let round = 0; round < 3; round++) {
      for (const points of [whole, other]) {
        for (const precision of [undefined, 'float64'] as const) {
          const error = worst(losses(objective, points, precision), reference(objective, points));
          expect(error).toBeLessThan(5e-6);
        }
      }
      theta[0] += 0.25;
      whole.u[3] -= 0.125;
    }
  });

  test('what the latest evaluate measured stays', () => {
    const { objective, theta } = create({ normalization: { kind: 'batch', place: 'after' } });
    objective.evaluate(theta);
    const before = objective.lastStatistics.mean.slice();
    losses(objective, { ...whole, origin: theta, u: theta, v: theta.map((x) => x * x) });
    expect(objective.lastStatistics.mean).toEqual(before);
  });

  test('more columns than fit into one set of tables', () => {
    const { objective, theta, direction } = create({ sizes: [2, 16, 1] }, 2048);
    const u = direction().map((x) => x / 4);
    const points = {
      origin: theta,
      u,
      v: direction(),
      a: numbers(-1, 1, 300),
      b: numbers(-1, 1, 2),
    };
    const all = losses(objective, points);
    const last = { ...points, a: points.a.slice(290) };
    expect(worst(losses(objective, last), reference(objective, last))).toBeLessThan(5e-6);
    expect([...all.slice(290, 300)]).toEqual([...losses(objective, last).slice(0, 10)]);
  });
});
