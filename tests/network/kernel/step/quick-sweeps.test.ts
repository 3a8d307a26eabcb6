// Training steps by instructions: the very bits of the plain network, for every kind of network there is.
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../../src/math/random.ts';
import { initialize } from '../../../../src/network/initialization.ts';
import { withQuickSteps } from '../../../../src/network/kernel/step/quick-sweeps.ts';
import { createStepParts } from '../../../../src/network/kernel/step/step-parts.ts';
import { createLayout } from '../../../../src/network/layout.ts';
import { plainParts } from '../../../../src/network/parts.ts';
import { createStatistics } from '../../../../src/network/running.ts';
import type { NetworkSpec } from '../../../../src/network/spec.ts';
import type { Stage } from '../../../../src/network/stage.ts';
import { createSweeps, type Sweeps } from '../../../../src/network/sweeps.ts';
import { kinds } from '../../random-network.ts';

/** Widths that leave one, two, three or no inputs over when four are taken at a time. */
const small = [
  [2, 1],
  [2, 3, 1],
  [2, 4, 5, 1],
  [2, 2, 6, 1],
];

/** A network both ways, on drawn samples, at drawn parameters. */
function bothWays(spec: NetworkSpec, count: number, seed: number) {
  const random = createRandom(seed, 'data');
  const normals = (length: number) => Float64Array.from({ length }, () => random.normal());
  const samples = {
    count,
    inputs: normals(2 * count),
    targets: Float64Array.from({ length: count }, (_, row) => row % 2),
  };
  const layout = createLayout(spec);
  const theta = initialize(layout, 'xavier', random).map((x) => x + 0.1 * random.normal());
  const plain = createSweeps(spec, layout, samples);
  const quick = createSweeps(spec, layout, samples, createStepParts(spec, layout, count));
  return { layout, theta, direction: normals(layout.size), plain, quick, samples };
}

/** Loss, gradient, statistics and Hessian-vector product; gradients of a mini-batch too. */
function everything(
  sweeps: Sweeps,
  { layout, theta, direction }: ReturnType<typeof bothWays>,
  rows: Int32Array,
): number[] {
  const statistics = createStatistics(layout.normalizedUnits);
  const gradient = new Float64Array(layout.size);
  const product = new Float64Array(layout.size);
  const loss = sweeps.evaluate(theta, statistics, false, gradient);
  const { mean, variance } = statistics;
  const result = [loss, ...gradient, ...mean, ...variance];
  sweeps.hessianVector(theta, direction, createStatistics(layout.normalizedUnits), false, product);
  result.push(...product);
  result.push(sweeps.evaluate(theta, statistics, false, gradient, rows), ...gradient);
  result.push(sweeps.evaluate(theta, statistics, true, gradient), ...gradient);
  return result;
}

describe.each(kinds)('$name', ({ activation, loss, normalization }) => {
  // Of nine rows none but the mini-batch's four go two by two.
  test.each([8, 9])('the same bits with %i rows', (count) => {
    small.forEach((sizes, k) => {
      const both = bothWays({ sizes, activation, loss, normalization }, count, 10 * count + k);
      const rows = Int32Array.of(0, 3, 5, 6);
      expect(everything(both.quick, both, rows)).toEqual(everything(both.plain, both, rows));
    });
  });
});

const tanh: NetworkSpec = {
  sizes: [2, 4, 1],
  activation: 'tanh',
  loss: 'mse',
  normalization: { kind: 'none', place: 'before' },
};

test.each(['tanh', 'relu'])('the same bits in a large network of %s', (activation) => {
  const spec = { ...tanh, sizes: [2, 16, 7, 8, 1], activation };
  const both = bothWays(spec, 300, 7);
  const rows = Int32Array.from({ length: 64 }, (_, r) => (7 * r) % 300);
  expect(everything(both.quick, both, rows)).toEqual(everything(both.plain, both, rows));
});

test('an even number of rows is all instructions, an odd number none', () => {
  const layout = createLayout(tanh);
  const plain = plainParts(9);
  const refuse = () => {
    throw new Error('plain code');
  };
  const refusing: Stage = {
    forward: refuse,
    backward: refuse,
    forwardTangent: refuse,
    backwardTangent: refuse,
  };
  const only = { ...plain, dense: () => refusing, activate: () => refusing };
  for (const count of [8, 9]) {
    const { samples, theta } = bothWays(tanh, count, 5);
    const parts = createStepParts(tanh, layout, count, only);
    const sweeps = createSweeps(tanh, layout, samples, parts);
    const vector = new Float64Array(layout.size);
    const ask = () => {
      sweeps.evaluate(theta, createStatistics(0), false, vector);
      sweeps.hessianVector(theta, theta, createStatistics(0), false, vector);
    };
    if (count % 2 === 0) ask();
    else expect(ask).toThrow('plain code');
  }
});

test.each([1e3, 1e200, Infinity, NaN])('numbers that go astray do so alike: %d', (size) => {
  for (const activation of ['tanh', 'relu', 'leaky-relu', 'gelu', 'sigmoid', 'linear']) {
    const both = bothWays({ ...tanh, activation }, 8, 3);
    both.theta[0] *= size;
    both.theta[5] *= -size;
    const rows = Int32Array.of(0, 3, 5, 6);
    expect(everything(both.quick, both, rows)).toEqual(everything(both.plain, both, rows));
  }
});

describe('the change from one to the other', () => {
  const setting = () => {
    const both = bothWays(tanh, 8, 4);
    const gradient = new Float64Array(both.layout.size);
    const statistics = createStatistics(0);
    const ask = (sweeps: Sweeps) => sweeps.evaluate(both.theta, statistics, false, gradient);
    return { ...both, gradient, ask };
  };
  const calls = (sweeps: Sweeps, spoil = 0) => {
    let count = 0;
    const counted: Sweeps = {
      ...sweeps,
      evaluate(theta, statistics, fixed, gradient, rows) {
        count++;
        const loss = sweeps.evaluate(theta, statistics, fixed, gradient, rows);
        if (gradient) gradient[0] += spoil;
        return loss;
      },
    };
    return { counted, count: () => count };
  };

  test('comes after some gradients, is checked once, and then lasts', () => {
    const { plain, quick, ask } = setting();
    const slow = calls(plain);
    const fast = calls(quick);
    const sweeps = withQuickSteps(slow.counted, () => fast.counted);
    for (let k = 0; k < 100; k++) ask(sweeps);
    expect(fast.count()).toBeGreaterThan(50);
    expect(slow.count() + fast.count()).toBe(101);
  });

  test('does not come where the bits differ', () => {
    const { plain, quick, ask, gradient } = setting();
    const fast = calls(quick, 1e-12);
    const sweeps = withQuickSteps(plain, () => fast.counted);
    for (let k = 0; k < 50; k++) ask(sweeps);
    expect(fast.count()).toBe(1);
    const found = gradient.slice();
    ask(plain);
    expect(found).toEqual(gradient);
  });

  test('does not come where there is no WebAssembly', () => {
    const { plain, ask } = setting();
    let tries = 0;
    const sweeps = withQuickSteps(plain, () => {
      tries++;
      throw new Error('WebAssembly is missing');
    });
    for (let k = 0; k < 50; k++) ask(sweeps);
    expect(tries).toBe(1);
  });
});
