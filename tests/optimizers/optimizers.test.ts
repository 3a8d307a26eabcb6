// Every optimizer against PyTorch's paths, against numbers worked out by hand, and in what all of them share.
import { describe, expect, it } from 'vitest';
import { optimizers } from '../../src/optimizers/index.ts';
import golden from '../golden/optimizers.json' with { type: 'json' };

type Gradient = (x: number, y: number) => [number, number];

const gradients: Record<string, Gradient> = {
  quadratic_1_100: (x, y) => [x, 100 * y],
  quadratic_rotated: (x, y) => [x + 3 * y, 25 * y + 3 * x],
  rosenbrock: (x, y) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
  beale(x, y) {
    const residuals = [1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y];
    const byX = [y - 1, y * y - 1, y * y * y - 1];
    const byY = [x, 2 * x * y, 3 * x * y * y];
    const sum = (slopes: number[]) =>
      residuals.reduce((total, residual, k) => total + 2 * residual * slopes[k], 0);
    return [sum(byX), sum(byY)];
  },
  saddle: (x, y) => [2 * x, -2 * y + 0.4 * y * y * y],
};

/** The whole path of `steps` steps, start included, row by row. */
function descend(
  id: string,
  learningRate: number,
  start: number[],
  gradientOf: Gradient,
  steps: number,
) {
  const optimizer = optimizers.get(id);
  const theta = Float64Array.from(start);
  const gradient = new Float64Array(2);
  const memory = new Float64Array(2 * optimizer.slots);
  const path = [...theta];
  for (let iteration = 1; iteration <= steps; iteration++) {
    gradient.set(gradientOf(theta[0], theta[1]));
    optimizer.step(theta, gradient, memory, iteration, { learningRate });
    path.push(...theta);
  }
  return path;
}

/** One parameter from 1 through given gradients, as in a hand calculation. */
function follow(id: string, learningRate: number, gradientValues: number[]) {
  const optimizer = optimizers.get(id);
  const theta = Float64Array.of(1);
  const memory = new Float64Array(optimizer.slots);
  return gradientValues.map((g, k) => {
    optimizer.step(theta, Float64Array.of(g), memory, k + 1, { learningRate });
    return theta[0];
  });
}

function relativeError(actual: number[], expected: number[]) {
  expect(actual.length).toBe(expected.length);
  const size = Math.max(...expected.map(Math.abs));
  return Math.max(...actual.map((value, k) => Math.abs(value - expected[k]))) / size;
}

describe('paths of 100 steps agree with PyTorch', () => {
  it.each(golden.optimizers.runs)('$id', (run) => {
    const path = descend(run.optimizer, run.lr, run.start, gradients[run.function], 100);
    expect(relativeError(path.slice(2, 8), run.path.slice(1, 4).flat())).toBeLessThan(1e-13);
    expect(relativeError(path, run.path.flat())).toBeLessThan(1e-9);
  });
});

describe('three steps worked out by hand', () => {
  const usual = [0.5, -0.2, 0.3];
  const tiny = [1e-6, 1e-6, 1e-6];
  it.each([
    ['sgd', 0.1, usual, [0.95, 0.97, 0.94]],
    ['momentum', 0.1, usual, [0.95, 0.925, 0.8725]],
    ['nesterov', 0.1, usual, [0.905, 0.9025, 0.82525]],
    ['rmsprop', 0.01, usual, [0.90000002, 0.937300205373, 0.888285905242]],
    ['adagrad', 0.01, usual, [0.990000000002, 0.993713906765, 0.988847264132]],
    ['adam', 0.001, usual, [0.99900000002, 0.998654394181, 0.998109953837]],
    ['adamw', 0.001, usual, [0.99899000002, 0.998634404281, 0.998079977593]],
    // Gradients as small as badly scaled inputs give: here epsilon outside or inside the root is a factor of 900.
    ['rmsprop', 0.01, tiny, [0.909090909091, 0.84289527283, 0.788052605128]],
    ['adam', 0.01, tiny, [0.990099009901, 0.980198019802, 0.970297029703]],
  ] as const)('%s at rate %d, gradients %j', (id, learningRate, given, expected) => {
    expect(relativeError(follow(id, learningRate, [...given]), [...expected])).toBeLessThan(1e-12);
  });
});

it('zero gradients move nothing, whatever PyTorch optimizer it is', () => {
  for (const run of golden.optimizers.zero_gradient) {
    const path = descend(run.optimizer, run.lr, run.params, () => [0, 0], run.steps);
    expect(path.slice(-2)).toEqual([1, -2]);
  }
});

describe.each(optimizers.all)('$id', (optimizer) => {
  it('says what it is, in words and as a formula', () => {
    expect(optimizer.id).toMatch(/^[a-z0-9-]+$/);
    for (const text of [optimizer.label, optimizer.blurb, optimizer.formula]) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
    }
    expect(optimizer.blurb).toMatch(/\.$/);
  });

  it('has knobs that start within their range', () => {
    expect(new Set(optimizer.knobs.map((knob) => knob.id)).size).toBe(optimizer.knobs.length);
    for (const knob of optimizer.knobs) {
      expect(knob.initial).toBeGreaterThanOrEqual(knob.min);
      expect(knob.initial).toBeLessThanOrEqual(knob.max);
      if (knob.scale === 'log') expect(knob.min).toBeGreaterThan(0);
    }
  });

  it('takes the initial value of every knob that is left out', () => {
    const all = Object.fromEntries(optimizer.knobs.map((knob) => [knob.id, knob.initial]));
    const run = (settings: Record<string, number>) => {
      const theta = Float64Array.of(1, -2);
      const memory = new Float64Array(2 * optimizer.slots);
      for (let iteration = 1; iteration <= 3; iteration++) {
        optimizer.step(theta, Float64Array.of(0.5, -1e-6), memory, iteration, {
          learningRate: 0.1,
          ...settings,
        });
      }
      return [...theta];
    };
    expect(run(all)).toEqual(run({}));
    // Every knob does something: away from its initial value the path is another.
    for (const knob of optimizer.knobs) {
      expect(run({ [knob.id]: knob.min }), knob.id).not.toEqual(run({}));
    }
  });

  it('leaves parameters alone where the gradient has always been 0', () => {
    const theta = Float64Array.of(1, -2);
    const memory = new Float64Array(2 * optimizer.slots);
    for (let iteration = 1; iteration <= 3; iteration++) {
      optimizer.step(theta, new Float64Array(2), memory, iteration, {
        learningRate: 0.1,
        weightDecay: 0,
      });
    }
    expect([...theta]).toEqual([1, -2]);
  });

  it('lowers a quadratic in place, without touching the gradient or the other entries of a buffer', () => {
    const buffer = new Float64Array(6).fill(7);
    const theta = buffer.subarray(2, 4);
    theta.set([1.5, -0.5]);
    const memoryBuffer = new Float64Array(2 * optimizer.slots + 2).fill(0);
    memoryBuffer[2 * optimizer.slots] = 7;
    const memory = memoryBuffer.subarray(0, 2 * optimizer.slots);
    const loss = () => 0.5 * (theta[0] ** 2 + 10 * theta[1] ** 2);
    const before = loss();
    const gradient = new Float64Array(2);
    for (let iteration = 1; iteration <= 200; iteration++) {
      gradient[0] = theta[0];
      gradient[1] = 10 * theta[1];
      const [g0, g1] = gradient;
      optimizer.step(theta, gradient, memory, iteration, { learningRate: 0.02 });
      expect(gradient[0]).toBe(g0);
      expect(gradient[1]).toBe(g1);
    }
    expect(loss()).toBeLessThan(0.9 * before);
    expect([...buffer.subarray(0, 2), ...buffer.subarray(4)]).toEqual([7, 7, 7, 7]);
    expect(memoryBuffer[2 * optimizer.slots]).toBe(7);
  });

  it('treats each parameter as if it were alone', () => {
    const together = descend(optimizer.id, 0.05, [1, -2], (x, y) => [3 * x, 0.01 * y], 20);
    const swapped = descend(optimizer.id, 0.05, [-2, 1], (x, y) => [0.01 * x, 3 * y], 20);
    expect(together.filter((_, k) => k % 2 === 0)).toEqual(swapped.filter((_, k) => k % 2 === 1));
  });
});

it('AdamW without decay is Adam, and with it a parameter without gradient shrinks by rate times decay', () => {
  const adam = optimizers.get('adam');
  const adamw = optimizers.get('adamw');
  const a = Float64Array.of(1, -2);
  const b = Float64Array.of(1, -2);
  const memoryA = new Float64Array(4);
  const memoryB = new Float64Array(4);
  for (let iteration = 1; iteration <= 10; iteration++) {
    const gradient = Float64Array.of(a[0], 3 * a[1]);
    adam.step(a, gradient, memoryA, iteration, { learningRate: 0.1 });
    adamw.step(b, gradient, memoryB, iteration, { learningRate: 0.1, weightDecay: 0 });
  }
  expect([...b]).toEqual([...a]);
  const still = Float64Array.of(2);
  adamw.step(still, new Float64Array(1), new Float64Array(2), 1, {
    learningRate: 0.1,
    weightDecay: 0.5,
  });
  expect(still[0]).toBe(2 * 0.95);
});

it('changing the learning rate in mid-run rescales the whole velocity at once, as in PyTorch', () => {
  const momentum = optimizers.get('momentum');
  const theta = Float64Array.of(1);
  const velocity = new Float64Array(1);
  momentum.step(theta, Float64Array.of(1), velocity, 1, { learningRate: 0.1 });
  momentum.step(theta, Float64Array.of(0), velocity, 2, { learningRate: 0.01 });
  expect(theta[0]).toBeCloseTo(0.9 - 0.01 * 0.9, 15);
});
