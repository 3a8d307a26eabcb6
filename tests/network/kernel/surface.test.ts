// Surfaces by kernels, held against the plain network point by point.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/math/random.ts';
import type { PlanePoints } from '../../../src/objective.ts';
import { initialize } from '../../../src/network/initialization.ts';
import { createObjective } from '../../../src/network/network.ts';
import type { NetworkObjective } from '../../../src/network/network.ts';
import type { Normalization } from '../../../src/network/spec.ts';
import { createRandomNetwork, kinds, shape } from '../random-network.ts';
import type { Kind, RandomNetwork, Shape } from '../random-network.ts';
import { numbers, reference, worst } from './surfaces.ts';

/** What moves: everything; two weights; weights of the last layer; the same weight along both; nothing along v. */
const slices = ['directions', 'weights', 'output', 'shared', 'still'] as const;

function pointsOf(
  { objective, theta, u, v }: RandomNetwork,
  kind: (typeof slices)[number],
  seed: number,
): PlanePoints {
  const random = createRandom(seed, 'batches');
  const weights = objective.names.flatMap((name, k) => (name.startsWith('W') ? [k] : []));
  const pick = (from: readonly number[]) => {
    const chosen = from[random.integer(from.length)];
    return theta.map((_, k) => (k === chosen ? 1 : 0));
  };
  const { layers } = objective.layout;
  const last = layers[layers.length - 1].weights;
  const own = { origin: theta, u, v, a: numbers(-1, 1.5, 5), b: numbers(-0.5, 1, 4) };
  if (kind === 'weights') return { ...own, u: pick(weights), v: pick(weights) };
  if (kind === 'output') {
    const outputs = weights.filter((k) => k >= last);
    return { ...own, u: pick(outputs), v: pick(outputs) };
  }
  if (kind === 'shared') return { ...own, u: pick(weights), v };
  if (kind === 'still') return { ...own, v: v.map(() => 0) };
  return own;
}

describe.each(kinds)('$name', (kind: Kind) => {
  // Up to three normalizations in a row over as few as 8 rows or 1 unit magnify what single precision has rounded.
  const single = kind.normalization.kind === 'none' ? 5e-6 : 2e-5;
  test('random networks on random slices', () => {
    fc.assert(
      fc.property(shape, fc.constantFrom(...slices), (shape: Shape, slice) => {
        const network = createRandomNetwork(kind, shape);
        const points = pointsOf(network, slice, shape.seed);
        const { objective } = network;
        const expected = reference(objective, points);
        const losses = new Float64Array(expected.length);
        expect(objective.evaluatePlane?.(points, losses, 'float64')).toBe(true);
        expect(worst(losses, expected)).toBeLessThan(1e-12);
        losses.fill(NaN);
        expect(objective.evaluatePlane?.(points, losses)).toBe(true);
        expect(worst(losses, expected)).toBeLessThan(single);
        expect(objective.kernel).toBe('wasm');
        expect(objective.kernelNote).toBe(null);
      }),
      { numRuns: 8 },
    );
  });
});

/** 256 rows, the networks that are timed, and others like them. */
const standard: { sizes: number[]; activation: string; normalization?: Normalization }[] = [
  { sizes: [2, 1], activation: 'tanh' },
  { sizes: [2, 4, 1], activation: 'sigmoid' },
  { sizes: [2, 4, 4, 1], activation: 'tanh' },
  { sizes: [2, 4, 4, 1], activation: 'tanh', normalization: { kind: 'batch', place: 'before' } },
  { sizes: [2, 4, 4, 1], activation: 'relu', normalization: { kind: 'batch', place: 'input' } },
  { sizes: [2, 4, 4, 1], activation: 'gelu', normalization: { kind: 'layer', place: 'after' } },
  { sizes: [2, 8, 8, 1], activation: 'relu' },
  { sizes: [2, 8, 8, 8, 8, 1], activation: 'tanh' },
  { sizes: [2, 16, 16, 1], activation: 'tanh', normalization: { kind: 'batch', place: 'after' } },
];

/** A network at its initial weights, and two random directions of unit length. */
function createStandard(
  { sizes, activation, normalization }: (typeof standard)[number],
  loss: 'mse' | 'bce' = 'mse',
  count = 256,
  shift = 0,
) {
  const random = createRandom(11, 'weights');
  const inputs = Float64Array.from({ length: 2 * count }, () => random.normal());
  for (let row = 0; row < count; row++) inputs[2 * row] += shift;
  const targets = Float64Array.from({ length: count }, () =>
    loss === 'bce' ? random.integer(2) : random.normal(),
  );
  const objective = createObjective(
    { sizes, activation, loss, normalization: normalization ?? { kind: 'none', place: 'before' } },
    { count, inputs, targets },
  );
  const origin = initialize(objective.layout, 'xavier', random);
  const direction = () => {
    const raw = origin.map(() => random.normal());
    return raw.map((x) => x / Math.hypot(...raw));
  };
  const points = {
    ...{ origin, u: direction(), v: direction() },
    ...{ a: numbers(-1, 1, 7), b: numbers(-1, 1, 6) },
  };
  return { objective, points };
}

function losses(
  objective: NetworkObjective,
  points: PlanePoints,
  precision?: 'float64',
): Float64Array {
  const result = new Float64Array(points.a.length * points.b.length);
  expect(objective.evaluatePlane?.(points, result, precision)).toBe(true);
  return result;
}

describe.each(standard)('$sizes $activation $normalization', (network) => {
  test.each(['mse', 'bce'] as const)('%s: single precision within 5e-6', (loss) => {
    for (const count of [256, 253, 254, 255]) {
      const { objective, points } = createStandard(network, loss, count);
      const expected = reference(objective, points);
      expect(worst(losses(objective, points), expected)).toBeLessThan(5e-6);
      expect(worst(losses(objective, points, 'float64'), expected)).toBeLessThan(1e-12);
    }
  });
});

test.each(standard)('$sizes $activation $normalization: an input far from 0', (network) => {
  const { objective, points } = createStandard(network, 'mse', 256, 1e4);
  expect(worst(losses(objective, points), reference(objective, points))).toBeLessThan(5e-6);
});
