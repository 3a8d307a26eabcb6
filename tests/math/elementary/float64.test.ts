// The elementary functions in float64 against whole-number arithmetic, on 10^5 points of each range and at its edges.
import { describe, expect, it } from 'vitest';
import { erf } from '../../../src/math/elementary/error-function.ts';
import { exp, expOf } from '../../../src/math/elementary/exp.ts';
import { log, log1p } from '../../../src/math/elementary/log.ts';
import { sigmoid, sigmoidOf } from '../../../src/math/elementary/sigmoid.ts';
import { tanh, tanhOf } from '../../../src/math/elementary/tanh.ts';
import { asin, cos, sin } from '../../../src/math/elementary/trigonometry.ts';
import { createRandom } from '../../../src/math/random.ts';
import type { Random } from '../../../src/math/random.ts';
import { exactly, reference, roughly, ulpsBetween } from './reference.ts';

type Draw = (random: Random) => number;
const between =
  (low: number, high: number): Draw =>
  (random) =>
    low + (high - low) * random.uniform();
const sign = (random: Random) => (random.uniform() < 0.5 ? -1 : 1);
/** Of any size: 2 to a power that is uniform between two others. */
const sized =
  (low: number, high: number): Draw =>
  (random) =>
    2 ** (low + (high - low) * random.uniform());
const signed =
  (draw: Draw): Draw =>
  (random) =>
    sign(random) * draw(random);
/** Near a place, at every distance down to the last bit. */
const around =
  (place: number): Draw =>
  (random) =>
    place + sign(random) * 2 ** (-53 * random.uniform());

interface Case {
  readonly f: (x: number) => number;
  /** At least as many units of the last place as the comment of the function promises. */
  readonly limit: number;
  /** Drawn from in turn. */
  readonly draws: readonly Draw[];
  readonly special: readonly (readonly [x: number, value: number])[];
}

const tiny = signed(sized(-1074, -1));
const cases: Record<keyof typeof reference, Case> = {
  exp: {
    f: exp,
    limit: 1,
    draws: [between(-2, 2), between(-746, 709.7), signed(sized(-60, 9.4)), between(-745.2, -708)],
    special: [
      [0, 1], [-0, 1], [5e-324, 1], [Infinity, Infinity], [-Infinity, 0], [710, Infinity], [1e308, Infinity],
      [-746, 0], [-1e308, 0], [NaN, NaN],
    ], // prettier-ignore
  },
  log: {
    f: log,
    limit: 1,
    draws: [between(0, 3), sized(-1074, 1023.99), around(1), sized(-1074, -1022)],
    special: [
      [1, 0], [0, -Infinity], [-0, -Infinity], [Infinity, Infinity], [-1, NaN], [-5e-324, NaN],
      [-Infinity, NaN], [NaN, NaN],
    ], // prettier-ignore
  },
  log1p: {
    f: log1p,
    limit: 2,
    draws: [between(0, 1), between(-1, 3), sized(-1074, 1023.99), (r) => -sized(-1074, -0.001)(r)],
    special: [
      [0, 0], [-0, -0], [5e-324, 5e-324], [-5e-324, -5e-324], [-1, -Infinity], [-2, NaN], [Infinity, Infinity],
      [-Infinity, NaN], [NaN, NaN],
    ], // prettier-ignore
  },
  tanh: {
    f: tanh,
    limit: 3,
    draws: [between(-1, 1), between(-22, 22), tiny, between(-0.4, 0.4)],
    special: [
      [0, 0], [-0, -0], [5e-324, 5e-324], [-5e-324, -5e-324], [2.3e-308, 2.3e-308], [20, 1], [-20, -1],
      [1e308, 1], [Infinity, 1], [-Infinity, -1], [NaN, NaN],
    ], // prettier-ignore
  },
  sigmoid: {
    f: sigmoid,
    limit: 3,
    draws: [between(-2, 2), between(-40, 40), between(-746, 0), tiny],
    special: [
      [0, 0.5], [-0, 0.5], [5e-324, 0.5], [40, 1], [1e308, 1], [Infinity, 1], [-746, 0], [-1e308, 0],
      [-Infinity, 0], [NaN, NaN],
    ], // prettier-ignore
  },
  erf: {
    f: erf,
    limit: 3,
    draws: [between(-1.1, 1.1), between(-2, 2), tiny, between(-6.5, 6.5)],
    special: [
      [0, 0], [-0, -0], [6.5, 1], [-6.5, -1], [1e308, 1], [Infinity, 1], [-Infinity, -1], [NaN, NaN],
    ], // prettier-ignore
  },
  sin: {
    f: sin,
    limit: 4,
    draws: [between(-10, 10), between(-1000, 1000), tiny, around(Math.PI)],
    special: [[0, 0], [5e-324, 5e-324], [Infinity, NaN], [1e7, NaN], [NaN, NaN]], // prettier-ignore
  },
  cos: {
    f: cos,
    limit: 4,
    draws: [between(-10, 10), between(-1000, 1000), tiny, around(Math.PI / 2)],
    special: [[0, 1], [-0, 1], [5e-324, 1], [-Infinity, NaN], [1e7, NaN], [NaN, NaN]], // prettier-ignore
  },
  asin: {
    f: asin,
    limit: 4,
    draws: [between(-1, 1), between(0.45, 0.55), tiny, (r) => sign(r) * (1 - sized(-53, -1)(r))],
    special: [
      [0, 0], [-0, -0], [1, Math.PI / 2], [-1, -Math.PI / 2], [1.1, NaN], [-Infinity, NaN], [NaN, NaN],
    ], // prettier-ignore
  },
};

it('the reference knows what tables of 16 digits say', () => {
  // From Abramowitz and Stegun (1964), tables 4.2, 4.4, 4.6, 4.15 and 7.1, and by definition of log(2) and pi.
  const known: readonly (readonly [keyof typeof reference, number, number])[] = [
    ['exp', 1, 2.718281828459045], ['exp', -10, 4.539992976248485e-5], ['log', 2, 0.6931471805599453],
    ['log', 10, 2.302585092994046], ['log1p', -0.5, -0.6931471805599453], ['tanh', 1, 0.7615941559557649],
    ['tanh', -2, -0.964027580075817], ['sigmoid', 2, 0.880797077977882], ['sigmoid', -1, 0.268941421369995],
    ['erf', 0.5, 0.520499877813047], ['erf', 2, 0.995322265018953], ['sin', 1, 0.841470984807897],
    ['cos', 1, 0.54030230586814], ['cos', 4, -0.653643620863612], ['asin', 0.5, 0.523598775598299],
    ['asin', -1, -1.570796326794897], ['log1p', 1e-20, 1e-20], ['tanh', 1e-20, 1e-20], ['sin', 1e-300, 1e-300],
  ]; // prettier-ignore
  for (const [name, x, value] of known) {
    expect(Math.abs(roughly(reference[name](x)) / value - 1), `${name}(${x})`).toBeLessThan(2e-15);
  }
  // And the measure calls a neighbour one unit away, of every size.
  for (const x of [1, 1.75, -3, 1e300, -1e-300, 1e-320, 5e-324]) {
    const bits = new BigInt64Array(Float64Array.of(x).buffer);
    bits[0]++;
    expect(ulpsBetween(new Float64Array(bits.buffer)[0], exactly(x))).toBe(1);
    expect(ulpsBetween(x, exactly(x))).toBe(0);
  }
});

describe.each(Object.keys(cases) as (keyof typeof reference)[])('%s', (name) => {
  const { f, limit, draws, special } = cases[name];

  it(`is within ${limit} units of the last place, 10^5 times`, { timeout: 120_000 }, () => {
    const random = createRandom(1, 'data');
    let worst = 0;
    let place = 0;
    for (let k = 0; k < 100_000; k++) {
      const x = draws[k % draws.length](random);
      const distance = ulpsBetween(f(x), reference[name](x));
      if (distance > worst) [worst, place] = [distance, x];
    }
    expect(worst, `at ${place}`).toBeLessThanOrEqual(limit);
  });

  it('has its values at 0, at the ends of the range and beyond', () => {
    for (const [x, value] of special) expect(f(x), `${name}(${x})`).toBe(value);
  });
});

it.each([
  ['tanh', tanh, tanhOf],
  ['exp', exp, expOf],
  ['sigmoid', sigmoid, sigmoidOf],
] as const)('the loop of %s gives the same bits, and leaves the rest alone', (_, f, loop) => {
  const values = Float64Array.of(-3, 0.2, 1e-9, 700, NaN, 5, 6);
  const out = new Float64Array(7).fill(7);
  loop(values, out, 5);
  expect([...out]).toEqual([...[...values.subarray(0, 5)].map(f), 7, 7]);
});

it('odd functions are odd to the last bit', () => {
  const random = createRandom(2, 'data');
  for (let k = 0; k < 2000; k++) {
    const x = signed(sized(-20, 5))(random);
    expect(tanh(-x)).toBe(-tanh(x));
    expect(erf(-x)).toBe(-erf(x));
  }
});
