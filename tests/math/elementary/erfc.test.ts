// The complementary error function against its power series, summed in whole numbers of 2600 binary digits.
import { expect, test } from 'vitest';
import { erfc } from '../../../src/math/elementary/error-function.ts';

// Numbers are whole multiples of 2^-2600: room for the terms of 26.5, whose largest is about 10^304.
const bits = 2600n;
const one = 1n << bits;

/** Of a number below 4, by Newton's method from above. */
function squareRoot(n: bigint): bigint {
  let x = one << 1n;
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

/** arctan(1 / n), by its power series. */
function arctangent(n: bigint): bigint {
  let power = one / n;
  let sum = power;
  for (let k = 3n; power !== 0n; k += 2n) {
    power /= -n * n;
    sum += power / k;
  }
  return sum;
}

/** Machin's formula (1706). */
const pi = 4n * (4n * arctangent(5n) - arctangent(239n));
const rootPi = squareRoot((pi + 1n) << bits);

/** 1 - 2 / sqrt(pi) * the sum of (-1)^n x^(2n+1) / (n! (2n+1)), rounded once. */
function reference(x: number): number {
  // x is a whole multiple of 2^-60 for all that is asked here.
  const exact = BigInt(x * 2 ** 60) << (bits - 60n);
  let power = exact;
  let sum = exact;
  for (let n = 1n; power !== 0n; n++) {
    power = (((power * exact) >> bits) * exact) >> bits;
    power /= -n;
    sum += power / (2n * n + 1n);
  }
  const value = one - (2n * sum * one) / rootPi;
  const spare = Math.max(0, value.toString(2).length - 64);
  return Number(value >> BigInt(spare)) * 2 ** (spare - Number(bits));
}

test('the reference knows erfc(1/2), erfc(1) and erfc(2)', () => {
  // From Abramowitz and Stegun (1964), table 7.1, erf to ten digits.
  expect(1 - reference(0.5)).toBeCloseTo(0.5204998778, 10);
  expect(1 - reference(1)).toBeCloseTo(0.8427007929, 10);
  expect(1 - reference(2)).toBeCloseTo(0.995322265, 9);
});

test('agrees to a few units of the last digit, also where it is tiny', () => {
  let worst = 0;
  for (let x = -6; x <= 26.25; x += 211 / 1024) {
    const exact = reference(x);
    worst = Math.max(worst, Math.abs(erfc(x) - exact) / exact);
  }
  expect(worst).toBeLessThan(3 * Number.EPSILON);
});

test('is continuous where its formula changes', () => {
  for (const x of [2 * Math.PI, -2 * Math.PI]) {
    const above = x * (1 + 2 ** -50);
    const exact = reference(Math.fround(x));
    expect(Math.abs(erfc(Math.fround(x)) - exact) / exact).toBeLessThan(3 * Number.EPSILON);
    // 2 x times the step is how much of it erfc loses on the way.
    expect(Math.abs(erfc(above) / erfc(x) - 1)).toBeLessThan(1e-12);
  }
});

test('has its limits, and lets NaN be seen', () => {
  expect([erfc(0), erfc(-0), erfc(1e-300)]).toEqual([1, 1, 1]);
  expect([erfc(28), erfc(Infinity), erfc(-28), erfc(-Infinity)]).toEqual([0, 0, 2, 2]);
  expect(erfc(27)).toBeGreaterThan(0);
  expect(erfc(NaN)).toBeNaN();
});
