// The random numbers: frozen, because links promise the same run for ever; and even, independent and normal enough.
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/math/random.ts';
import type { Random, Stream } from '../../src/math/random.ts';

const streams: Stream[] = ['data', 'weights', 'batches'];
const draw = (count: number, next: () => number) => Array.from({ length: count }, next);
const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

it('xoshiro128** and splitmix32 written once more, in whole numbers of any size, give the same bits', () => {
  const mask = 0xffffffffn;
  const rotated = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
  let mixer = [...'data:1'].reduce(
    (h, letter) => ((h ^ BigInt(letter.codePointAt(0) ?? 0)) * 0x01000193n) & mask,
    0x811c9dc5n,
  );
  const state = [0, 1, 2, 3].map(() => {
    mixer = (mixer + 0x9e3779b9n) & mask;
    let z = mixer;
    z = ((z ^ (z >> 16n)) * 0x21f0aaadn) & mask;
    z = ((z ^ (z >> 15n)) * 0x735a2d97n) & mask;
    return z ^ (z >> 15n);
  });
  const next = () => {
    const result = (rotated((state[1] * 5n) & mask, 7n) * 9n) & mask;
    const t = (state[1] << 9n) & mask;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= t;
    state[3] = rotated(state[3], 11n);
    return Number(result) / 2 ** 32;
  };
  const random = createRandom(1, 'data');
  expect(draw(10_000, random.uniform)).toEqual(draw(10_000, next));
});

it('gives the numbers it has always given', () => {
  const frozen = (random: Random) => [
    ...draw(3, () => random.uniform() * 2 ** 32),
    ...draw(3, random.normal),
    ...draw(3, () => random.integer(1000)),
  ];
  expect(frozen(createRandom(1, 'data'))).toEqual([
    1783211505, 1247515051, 3214417406, 0.5528147250114508, -0.678543232011792, 0.6898060795166967,
    778, 133, 509,
  ]);
  expect(frozen(createRandom(1, 'weights'))).toEqual([
    522741325, 3000178710, 3230011303, 0.3592377804134987, 1.3197503473048227, -0.8049796251042367,
    352, 390, 113,
  ]);
  expect(frozen(createRandom(123456789, 'batches'))).toEqual([
    1194635476, 2940428356, 3463578772, 0.7600713027364621, 0.08182322740360859,
    -1.7812841683880667, 304, 378, 534,
  ]);
});

describe.each(streams)('the stream %s', (stream) => {
  it('gives the same numbers for the same seed, and others for another', () => {
    const first = (seed: number) => draw(50, createRandom(seed, stream).uniform);
    expect(first(1)).toEqual(first(1));
    const seen = new Set<number>();
    for (const seed of [0, 1, 2, 3, 10, 11, -1, 1.5, 2 ** 40]) {
      for (const x of first(seed)) {
        expect(seen.has(x)).toBe(false);
        seen.add(x);
      }
    }
  });

  it('is uniform: every sixteenth of the range gets its share, also among first draws of neighbouring seeds', () => {
    const random = createRandom(7, stream);
    const run = draw(32_000, random.uniform);
    const firsts = Array.from({ length: 32_000 }, (_, seed) =>
      createRandom(seed, stream).uniform(),
    );
    for (const values of [run, firsts]) {
      expect(values.every((x) => x >= 0 && x < 1)).toBe(true);
      const counts = Array.from({ length: 16 }, () => 0);
      for (const x of values) counts[Math.floor(16 * x)]++;
      const chiSquare = counts.reduce((sum, n) => sum + (n - 2000) ** 2 / 2000, 0);
      // 15 degrees of freedom: beyond 37.7 lies one in a thousand, below 3.5 likewise.
      expect(chiSquare).toBeLessThan(37.7);
      expect(chiSquare).toBeGreaterThan(3.48);
    }
    // Neighbouring draws do not know of each other: four standard errors of a correlation.
    const products = run.slice(1).map((x, k) => 12 * (x - 0.5) * (run[k] - 0.5));
    expect(Math.abs(mean(products))).toBeLessThan(4 / Math.sqrt(products.length));
  });

  it('is normal: moments, and shares beyond one, two and three deviations', () => {
    const count = 100_000;
    const values = draw(count, createRandom(3, stream).normal);
    const moment = (power: number) => mean(values.map((x) => x ** power));
    // Each within four standard errors; the variances of x, x^2, x^3, x^4 are 1, 2, 15, 96.
    for (const [power, expected, variance] of [
      [1, 0, 1],
      [2, 1, 2],
      [3, 0, 15],
      [4, 3, 96],
    ]) {
      expect(Math.abs(moment(power) - expected)).toBeLessThan(4 * Math.sqrt(variance / count));
    }
    for (const [bound, share] of [
      [1, 0.3173105],
      [2, 0.0455003],
      [3, 0.0026998],
    ]) {
      const observed = values.filter((x) => Math.abs(x) > bound).length / count;
      expect(Math.abs(observed - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / count));
    }
    const products = values.slice(1).map((x, k) => x * values[k]);
    expect(Math.abs(mean(products))).toBeLessThan(4 / Math.sqrt(count));
  });

  it('gives every whole number below a bound its share', () => {
    const counts = Array.from({ length: 7 }, () => 0);
    const random = createRandom(5, stream);
    for (let k = 0; k < 14_000; k++) counts[random.integer(7)]++;
    // 6 degrees of freedom: beyond 22.5 lies one in a thousand.
    expect(counts.reduce((sum, n) => sum + (n - 2000) ** 2 / 2000, 0)).toBeLessThan(22.5);
    expect(draw(100, () => random.integer(1))).toEqual(Array.from({ length: 100 }, () => 0));
  });
});

it('streams of one seed are strangers: no shared number, no correlation', () => {
  for (const seed of [1, 2, 3]) {
    const values = streams.map((stream) => draw(10_000, createRandom(seed, stream).uniform));
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      const products = values[a].map((x, k) => 12 * (x - 0.5) * (values[b][k] - 0.5));
      expect(Math.abs(mean(products))).toBeLessThan(4 / Math.sqrt(products.length));
      expect(values[a].slice(0, 100).some((x) => values[b].includes(x))).toBe(false);
    }
  }
});

it('two generators of one seed and stream do not disturb each other', () => {
  const alone = draw(20, createRandom(1, 'data').normal);
  const a = createRandom(1, 'data');
  const b = createRandom(1, 'data');
  const together = draw(20, () => {
    b.uniform();
    return a.normal();
  });
  expect(together).toEqual(alone);
});
