// The ends of a spectrum from products with vectors, against the whole spectrum of the whole matrix.
import { describe, expect, test } from 'vitest';
import {
  createObjective,
  createRandom,
  curvature,
  initialize,
  type NetworkSpec,
  type Objective,
} from '../../src/index.ts';
import { dot, norm } from '../../src/landscape/curvature-vectors.ts';
import {
  extremeEigenpairs,
  maximumLanczosSteps,
  sharpness,
} from '../../src/landscape/curvature-extremes.ts';
import { createLanczos, lanczos } from '../../src/landscape/lanczos.ts';
import { relativeError } from '../network/relative-error.ts';

const none = { kind: 'none', place: 'before' } as const;
const batch = { kind: 'batch', place: 'before' } as const;
const layer = { kind: 'layer', place: 'after' } as const;

function network(
  hidden: number[],
  normalization: NetworkSpec['normalization'],
  loss: 'mse' | 'bce',
) {
  const random = createRandom(7, 'data');
  const count = 40;
  const objective = createObjective(
    { sizes: [2, ...hidden, 1], activation: 'tanh', loss, normalization },
    {
      count,
      inputs: Float64Array.from({ length: 2 * count }, () => random.normal()),
      targets: Float64Array.from({ length: count }, () => random.integer(2)),
    },
  );
  const theta = initialize(objective.layout, 'xavier', createRandom(3, 'weights'));
  return { objective, theta };
}

/** Half the sum of `curvatures[k] x_k^2`. */
const diagonal = (curvatures: readonly number[]): Objective => ({
  size: curvatures.length,
  names: curvatures.map((_, k) => `x${k}`),
  evaluate: (theta, gradient) =>
    curvatures.reduce((sum, c, k) => {
      if (gradient) gradient[k] = c * theta[k];
      return sum + (c * theta[k] ** 2) / 2;
    }, 0),
  hessianVector: (_theta, v, out) => out.set(v.map((x, k) => curvatures[k] * x)),
});

const residual = (objective: Objective, theta: Float64Array, value: number, v: Float64Array) => {
  const product = new Float64Array(objective.size);
  objective.hessianVector(theta, v, product);
  return norm(product.map((x, i) => x - value * v[i]));
};

describe.each([
  { name: 'without batch norm', ...network([8, 7], none, 'mse') },
  { name: 'with batch norm', ...network([8, 8, 6], batch, 'bce') },
  { name: 'with layer norm', ...network([10, 8], layer, 'mse') },
])('a network $name', ({ objective, theta }) => {
  const { size } = objective;
  const exact = curvature(objective, theta, true);
  const { eigenvalues } = exact;
  const largest = Math.max(-eigenvalues[0], eigenvalues[size - 1]);

  test('has the eigenvectors that belong to its exact eigenvalues', () => {
    const vectors = exact.eigenvectors ?? [];
    expect(vectors).toHaveLength(size);
    vectors.forEach((v, k) => {
      expect(residual(objective, theta, eigenvalues[k], v)).toBeLessThan(1e-13 * largest);
      vectors.slice(0, k).forEach((w) => expect(Math.abs(dot(v, w))).toBeLessThan(1e-13));
      expect(Math.abs(norm(v) - 1)).toBeLessThan(1e-13);
      expect(Math.max(...v)).toBe(Math.max(...v.map(Math.abs)));
    });
    expect(curvature(objective, theta)).not.toHaveProperty('eigenvectors');
  });

  test('has its largest eigenvalue without the matrix, within the bound that is told', () => {
    const found = sharpness(objective, theta);
    expect(Math.abs(found.value - exact.sharpness)).toBeLessThan(1e-13 * largest);
    expect(found.residual).toBeLessThan(1e-10 * largest);
    expect(found.steps).toBeLessThan(size / 2);
    expect(sharpness(objective, theta)).toEqual(found);
  });

  test('has its outermost eigenpairs at both ends', () => {
    const found = extremeEigenpairs(objective, theta, 3);
    if (!found) throw new Error('no eigenpairs');
    const top = found.largest.map(({ value }) => value);
    const bottom = found.smallest.map(({ value }) => value);
    const expectedTop = [1, 2, 3].map((k) => eigenvalues[size - k]);
    for (let k = 0; k < 3; k++) {
      expect(Math.abs(top[k] - expectedTop[k])).toBeLessThan(1e-12 * largest);
      expect(Math.abs(bottom[k] - eigenvalues[k])).toBeLessThan(1e-12 * largest);
    }
    for (const { value, vector, residual: told } of [...found.largest, ...found.smallest]) {
      const measured = residual(objective, theta, value, vector);
      expect(measured).toBeLessThan(told + 1e-13 * largest);
      expect(measured).toBeLessThan(1e-9 * largest);
      expect(Math.abs(norm(vector) - 1)).toBeLessThan(1e-13);
    }
  });

  test('has its whole spectrum after as many steps as parameters', () => {
    const all = lanczos(objective, theta, 10 * size);
    expect(all?.values).toHaveLength(size);
    expect(relativeError(all?.values ?? [], eigenvalues)).toBeLessThan(1e-9);
    expect(lanczos(objective, theta, 10 * size, 2)?.values).not.toEqual(all?.values);
  });

  test('bounds what it does not know yet', () => {
    const early = lanczos(objective, theta, 8);
    if (!early) throw new Error('no spectrum');
    early.values.forEach((value, k) => {
      const nearest = Math.min(...eigenvalues.map((e) => Math.abs(e - value)));
      expect(nearest).toBeLessThan(early.residuals[k] + 1e-13 * largest);
      const measured = residual(objective, theta, value, early.vector(k));
      expect(Math.abs(measured - early.residuals[k])).toBeLessThan(1e-12 * largest);
    });
    expect(early.residuals.some((r) => r > 1e-6 * largest)).toBe(true);
  });
});

test('more than 300 parameters are no obstacle', () => {
  const { objective, theta } = network([16, 16, 8], none, 'mse');
  expect(objective.size).toBeGreaterThan(maximumLanczosSteps);
  const found = extremeEigenpairs(objective, theta, 2);
  if (!found) throw new Error('no eigenpairs');
  const [first, second] = found.largest;
  for (const { value, vector } of [first, second]) {
    expect(residual(objective, theta, value, vector)).toBeLessThan(2e-10 * first.value);
  }
  expect(Math.abs(dot(first.vector, second.vector))).toBeLessThan(1e-12);
  expect(Math.abs(sharpness(objective, theta).value / first.value - 1)).toBeLessThan(1e-13);
  // No direction curves more: power iteration from the found one, pushed aside, comes back to it.
  const aside = first.vector.map((x, i) => x + 0.3 * second.vector[i]);
  const product = new Float64Array(objective.size);
  for (let k = 0; k < 300; k++) {
    objective.hessianVector(theta, aside, product);
    const length = norm(product);
    aside.set(product.map((x) => x / length));
  }
  objective.hessianVector(theta, aside, product);
  expect(Math.abs(dot(aside, product) / first.value - 1)).toBeLessThan(1e-9);
});

test('a repeated eigenvalue is found as often as it is there', () => {
  const objective = diagonal([5, 5, 5, 2, 2, -1, 0, 0]);
  const found = extremeEigenpairs(objective, new Float64Array(8), 4);
  const top = found?.largest.map(({ value }) => value) ?? [];
  const bottom = found?.smallest.map(({ value }) => value) ?? [];
  expect(relativeError(top, [5, 5, 5, 2])).toBeLessThan(1e-13);
  expect(relativeError(bottom, [-1, 0, 0, 2])).toBeLessThan(1e-13);
  const all = lanczos(objective, new Float64Array(8), 8);
  expect(relativeError(all?.values ?? [], [-1, 0, 0, 2, 2, 5, 5, 5])).toBeLessThan(1e-13);
});

test('one parameter, no curvature, and more pairs than there are', () => {
  const one = extremeEigenpairs(diagonal([3]), Float64Array.of(1), 5);
  const [top] = one?.largest ?? [];
  expect([one?.largest.length, one?.smallest.length]).toEqual([1, 1]);
  expect(relativeError([top.value, ...top.vector], [3, 1])).toBeLessThan(1e-15);
  expect(sharpness(diagonal([0, 0, 0]), new Float64Array(3)).value).toBe(0);
  expect(sharpness(diagonal([-2, -3]), new Float64Array(2)).value).toBeCloseTo(-2, 13);
});

test('a Hessian that is not finite gives nothing, and ends', () => {
  const objective = diagonal([1, NaN, 2]);
  expect(sharpness(objective, new Float64Array(3)).value).toBeNaN();
  expect(extremeEigenpairs(objective, new Float64Array(3), 2)).toBeNull();
  expect(lanczos(objective, new Float64Array(3), 3)).toBeNull();
  expect(lanczos(diagonal([1, Infinity]), new Float64Array(2), 2)).toBeNull();
});

test('a search goes on where it stopped', () => {
  const { objective, theta } = network([6, 5], none, 'mse');
  const search = createLanczos(objective, theta);
  search.extend(5);
  search.extend(7);
  expect(search.steps).toBe(12);
  expect(search.spectrum()?.values).toEqual(lanczos(objective, theta, 12)?.values);
});
