// The logistic function, from + - * / and exact scaling by powers of two alone: the same bits in every engine.
import { leastExponent, ln2High, ln2Low, log2e, powersOfTwo, toWhole } from './powers-of-two.ts';
import { tanhCoefficients } from './tanh.ts';

const [p0, p1, p2, p3, p4] = tanhCoefficients;

/** Below the first the result is 0, above the second 1. */
export const sigmoidLimits: readonly [number, number] = [-746, 40];

/**
 * 1 / (1 + e^-x), within 3 ulp of the true value, also where it is tiny.
 *
 * x = k log(2) + r; with R = r coth(r / 2), e^x = 2^k (R + r) / (R - r), so that all terms are positive. In this order;
 * on two lanes the same, as nothing branches:
 *
 *     y = max(-746, min(40, x))
 *     k = y * log2e + toWhole - toWhole
 *     r = y - k * ln2High - k * ln2Low;  t = r * r
 *     R = 2 + t * (p0 + t * (p1 + t * (p2 + t * (p3 + t * p4))))      the coefficients are those of tanh
 *     n = floor(k / 2);  s = 2^n;  u = 2^(k - n)
 *     a = (R + r) * s
 *     (a / (a * u + (R - r))) * u
 *
 * NaN stays NaN.
 */
export function sigmoid(x: number): number {
  const y = Math.max(-746, Math.min(40, x));
  const k = y * log2e + toWhole - toWhole;
  const r = y - k * ln2High - k * ln2Low;
  const t = r * r;
  const R = 2 + t * (p0 + t * (p1 + t * (p2 + t * (p3 + t * p4))));
  const whole = k | 0;
  const half = whole >> 1;
  const u = powersOfTwo[whole - half - leastExponent];
  const a = (R + r) * powersOfTwo[half - leastExponent];
  return (a / (a * u + (R - r))) * u;
}

/** Overwrites the first `count` numbers of `out` with the logistic function of those of `values`. */
export function sigmoidOf(values: Float64Array, out: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) out[k] = sigmoid(values[k]);
}
