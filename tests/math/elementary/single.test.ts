// The elementary functions in float32 against whole-number arithmetic, and that they are float32 in every operation.
import { describe, expect, it } from 'vitest';
import * as single from '../../../src/math/elementary/single.ts';
import { createRandom } from '../../../src/math/random.ts';
import { reference, roughly } from './reference.ts';

const { erf32, exp32, log1p32, sigmoid32, tanh32 } = single;

/** The largest error on 2 * 10^4 float32 numbers: relative to the true value, or absolute. */
function worstError(
  f: (x: number) => number,
  name: keyof typeof reference,
  draw: (u: number, v: number) => number,
  isRelative = true,
): number {
  const random = createRandom(1, 'data');
  let worst = 0;
  for (let k = 0; k < 20_000; k++) {
    const x = Math.fround(draw(random.uniform(), random.uniform()));
    const exact = roughly(reference[name](x));
    const error = Math.abs(f(x) - exact) / (isRelative ? Math.abs(exact) : 1);
    if (error > worst) worst = error;
  }
  return worst;
}

/** Half of the numbers up to a bound either way, half of any size down to the smallest normal float32. */
const overall = (bound: number) => (u: number, v: number) =>
  u < 0.5 ? bound * (4 * u - 1) : (v < 0.5 ? -1 : 1) * 2 ** (-126 * (2 * u - 1));

describe('within 10^-6', () => {
  it('tanh, relative to it', () => {
    expect(worstError(tanh32, 'tanh', overall(3))).toBeLessThan(6e-7);
    expect(worstError(tanh32, 'tanh', overall(20))).toBeLessThan(6e-7);
  });
  it('the logistic function', () => {
    expect(worstError(sigmoid32, 'sigmoid', overall(10), false)).toBeLessThan(3e-7);
    expect(worstError(sigmoid32, 'sigmoid', overall(40), false)).toBeLessThan(3e-7);
  });
  it('exp, relative to it', () => {
    expect(worstError(exp32, 'exp', overall(3))).toBeLessThan(3e-7);
    expect(worstError(exp32, 'exp', overall(87))).toBeLessThan(3e-7);
  });
  it('log1p from 0 to 1, relative to it', () => {
    expect(worstError(log1p32, 'log1p', (u) => u)).toBeLessThan(3e-7);
    expect(worstError(log1p32, 'log1p', (u) => 2 ** (-126 * u))).toBeLessThan(3e-7);
  });
  it('erf, relative to it', () => {
    expect(worstError(erf32, 'erf', overall(3))).toBeLessThan(1e-6);
    expect(worstError(erf32, 'erf', overall(20))).toBeLessThan(1e-6);
  });
});

it('stays within the bounds of the functions, and lets NaN be seen', () => {
  for (let x = 0; x < 12; x += 2 ** -10) {
    expect(tanh32(x)).toBeLessThanOrEqual(1);
    expect(erf32(x)).toBeLessThanOrEqual(1);
    expect(sigmoid32(-x)).toBeGreaterThanOrEqual(0);
    expect(sigmoid32(x)).toBeLessThanOrEqual(1);
    expect(tanh32(-x)).toBe(-tanh32(x));
    expect(erf32(-x)).toBe(-erf32(x));
  }
  expect([exp32(0), exp32(-Infinity), exp32(Infinity), exp32(-104)]).toEqual([1, 0, Infinity, 0]);
  expect([tanh32(-0), erf32(-0), log1p32(0)]).toEqual([-0, -0, 0]);
  expect([tanh32(Infinity), tanh32(-Infinity)]).toEqual([tanh32(8), tanh32(-8)]);
  for (const f of [tanh32, sigmoid32, exp32, log1p32, erf32]) expect(f(NaN)).toBeNaN();
});

it('all coefficients and all results are float32 numbers', () => {
  const numbersIn = (value: unknown): number[] => {
    if (typeof value === 'number') return [value];
    return typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];
  };
  const coefficients = numbersIn({ ...single });
  expect(coefficients.length).toBeGreaterThan(30);
  for (const number of coefficients) expect(Math.fround(number)).toBe(number);
  for (const f of [tanh32, sigmoid32, exp32, log1p32, erf32]) {
    for (let x = 0; x < 1; x += 2 ** -8) expect(Math.fround(f(x))).toBe(f(x));
  }
});
