// Whole training steps by instructions: the very bits of the plain network, for whatever number of rows fills tiles or does not.
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../../src/math/random.ts';
import { activations } from '../../../../src/network/activations.ts';
import { initialize } from '../../../../src/network/initialization.ts';
import { createQuickSweeps } from '../../../../src/network/kernel/whole/create-quick-sweeps.ts';
import { tileRows } from '../../../../src/network/kernel/whole/tile.ts';
import {
  createWholeStep,
  isWithoutNormalization,
} from '../../../../src/network/kernel/whole/whole-step.ts';
import { createLayout } from '../../../../src/network/layout.ts';
import { losses } from '../../../../src/network/losses.ts';
import { createStatistics } from '../../../../src/network/running.ts';
import type { NetworkSpec } from '../../../../src/network/spec.ts';
import { createSweeps } from '../../../../src/network/sweeps.ts';

const tanh: NetworkSpec = {
  sizes: [2, 4, 4, 1],
  activation: 'tanh',
  loss: 'mse',
  normalization: { kind: 'none', place: 'before' },
};

/** Samples of drawn numbers, and parameters, a bit of each weight's size. */
function draw(spec: NetworkSpec, count: number, seed: number) {
  const random = createRandom(seed, 'data');
  const inputs = Float64Array.from({ length: 2 * count }, () => random.normal());
  const targets = Float64Array.from({ length: count }, (_, row) => row % 2);
  const layout = createLayout(spec);
  const theta = initialize(layout, 'xavier', random).map((x) => x + 0.3 * random.normal());
  return { layout, samples: { count, inputs, targets }, theta };
}

/** Loss and gradient both ways; throws where the whole step does not take the rows. */
function bothWays(spec: NetworkSpec, drawn: ReturnType<typeof draw>, rows?: Int32Array) {
  const { layout, samples, theta } = drawn;
  const plain = new Float64Array(layout.size);
  const whole = new Float64Array(layout.size);
  const step = createWholeStep(spec, layout, samples);
  if (!step.takes(rows?.length ?? samples.count)) throw new Error('does not take the rows');
  // Once with other rows, so that what is left of them would be seen.
  step.evaluate(theta, whole, Int32Array.of(1, 0));
  const loss = step.evaluate(theta, whole, rows);
  const sweeps = createSweeps(spec, layout, samples);
  const plainLoss = sweeps.evaluate(theta, createStatistics(0), false, plain, rows);
  return { found: [loss, ...whole], expected: [plainLoss, ...plain] };
}

describe.each(activations.ids)('%s', (activation) => {
  test.each(losses.ids)('the same bits with %s', (loss) => {
    // Widths that are no multiple of what is done at once, and rows that end within a piece, a tile, or with it.
    const shapes: [sizes: number[], count: number][] = [
      [[2, 1], 2],
      [[2, 3, 1], 10],
      [[2, 8, 8, 1], 2 * tileRows],
      [[2, 5, 7, 3, 1], tileRows + 6],
      [[2, 16, 9, 2, 1], tileRows - 2],
      [[2, 1, 1, 6, 1], 3 * tileRows + 22],
    ];
    shapes.forEach(([sizes, count], seed) => {
      const spec = { ...tanh, sizes, activation, loss: loss as NetworkSpec['loss'] };
      const { found, expected } = bothWays(spec, draw(spec, count, seed));
      expect(found, sizes.join('-')).toEqual(expected);
    });
  });
});

test('a mini-batch has its own rows and targets', () => {
  const drawn = draw(tanh, 200, 5);
  for (const length of [2, 64, 96, 200]) {
    const rows = Int32Array.from({ length }, (_, r) => (7 * r + 3) % 200);
    const { found, expected } = bothWays(tanh, drawn, rows);
    expect(found, `${length} rows`).toEqual(expected);
  }
});

test('the samples are all there again after a mini-batch', () => {
  const { layout, samples, theta } = draw(tanh, 100, 6);
  const step = createWholeStep(tanh, layout, samples);
  expect(step.takes(100)).toBe(true);
  const gradient = new Float64Array(layout.size);
  const before = [step.evaluate(theta, gradient), ...gradient];
  step.evaluate(theta, gradient, Int32Array.of(5, 9, 2, 7));
  expect([step.evaluate(theta, gradient), ...gradient]).toEqual(before);
});

test.each([1e3, 1e200, Infinity, NaN])('numbers that go astray do so alike: %d', (size) => {
  for (const activation of activations.ids) {
    for (const loss of ['mse', 'bce'] as const) {
      const spec = { ...tanh, activation, loss };
      const drawn = draw(spec, 26, 3);
      drawn.theta[0] *= size;
      drawn.theta[5] *= -size;
      const { found, expected } = bothWays(spec, drawn);
      expect(found, `${activation}, ${loss}`).toEqual(expected);
    }
  }
});

test('takes two rows at a time: an odd number goes another way, with the same bits', () => {
  const { layout, samples, theta } = draw(tanh, 9, 4);
  expect(createWholeStep(tanh, layout, samples).takes(9)).toBe(false);
  const gradients = [createSweeps, createQuickSweeps].map((create) => {
    const gradient = new Float64Array(layout.size);
    const loss = create(tanh, layout, samples).evaluate(
      theta,
      createStatistics(0),
      false,
      gradient,
    );
    return [loss, ...gradient];
  });
  expect(gradients[1]).toEqual(gradients[0]);
});

test('complains of what the plain network complains of', () => {
  const { layout, samples, theta } = draw(tanh, 8, 4);
  const { evaluate } = createQuickSweeps(tanh, layout, samples);
  const statistics = createStatistics(0);
  expect(() => evaluate(theta.slice(1), statistics, false, new Float64Array(layout.size))).toThrow(
    'wrong theta length: 36 (this network has 37)',
  );
  expect(() => evaluate(theta, statistics, false, new Float64Array(36))).toThrow(
    'wrong gradient length: 36 (this network has 37)',
  );
  const all = new Float64Array(layout.size);
  expect(() => evaluate(theta, statistics, false, all, new Int32Array(10))).toThrow(
    'wrong batch size: 10 (1 to 8 rows)',
  );
});

test('is for networks without any normalization', () => {
  const isWithout = (kind: NetworkSpec['normalization']['kind'], place: 'input' | 'after') =>
    isWithoutNormalization(createLayout({ ...tanh, normalization: { kind, place } }));
  expect(isWithout('none', 'after')).toBe(true);
  expect(isWithout('batch', 'input')).toBe(false);
  expect(isWithout('layer', 'after')).toBe(false);
});
