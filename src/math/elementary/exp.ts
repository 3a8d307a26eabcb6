// The exponential function, from + - * / and exact scaling by powers of two alone: the same bits in every engine.
import { leastExponent, ln2High, ln2Low, log2e, powersOfTwo, toWhole } from './powers-of-two.ts';

/**
 * With t = r^2, r coth(r / 2) = 2 + t P(t): the best polynomial for |r| up to log(2) / 2, to 2^-62 of exp(r).
 * exp(r) = 1 + r + r c / (2 - c) with c = r - t P(t), because r coth(r / 2) = r (exp(r) + 1) / (exp(r) - 1).
 */
const p0 = 0.16666666666666555;
const p1 = -0.0027777777776699123;
const p2 = 6.613756250763771e-5;
const p3 = -1.6533837759788207e-6;
const p4 = 4.136067260671826e-8;

/** P, lowest degree first. */
export const expCoefficients: readonly number[] = [p0, p1, p2, p3, p4];
/** Beyond these the result is 0 or infinite. */
export const expLimits: readonly [number, number] = [-746, 710];

/**
 * e^x, within 1 ulp.
 *
 * In this order, every line one rounding an operation; on two lanes the same, as nothing branches:
 *
 *     y = max(-746, min(710, x))
 *     k = y * log2e + toWhole - toWhole
 *     h = y - k * ln2High;  l = k * ln2Low;  r = h - l;  t = r * r
 *     c = r - t * (p0 + t * (p1 + t * (p2 + t * (p3 + t * p4))))
 *     e = 1 - ((l - (r * c) / (2 - c)) - h)
 *     n = floor(k / 2);  e * 2^n * 2^(k - n), from the left
 *
 * The two factors round once where the result is subnormal, and overflow where it is infinite. NaN stays NaN.
 */
export function exp(x: number): number {
  const y = Math.max(-746, Math.min(710, x));
  const k = y * log2e + toWhole - toWhole;
  const h = y - k * ln2High;
  const l = k * ln2Low;
  const r = h - l;
  const t = r * r;
  const c = r - t * (p0 + t * (p1 + t * (p2 + t * (p3 + t * p4))));
  const e = 1 - (l - (r * c) / (2 - c) - h);
  // Of NaN, too, this makes a whole number, so that the table is not left.
  const whole = k | 0;
  const half = whole >> 1;
  return e * powersOfTwo[half - leastExponent] * powersOfTwo[whole - half - leastExponent];
}

/** Overwrites the first `count` numbers of `out` with e to the power of those of `values`. */
export function expOf(values: Float64Array, out: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) out[k] = exp(values[k]);
}
