// The hyperbolic tangent, from + - * / and exact scaling by powers of two alone: the same bits in every engine.
import { leastExponent, ln2High, ln2Low, log2e, powersOfTwo, toWhole } from './powers-of-two.ts';

/** With t = r^2, r coth(r / 2) = 2 + t P(t): the best polynomial for |r| up to log(2) / 2, to 2^-60 of the sum. */
const p0 = 0.16666666666666602;
const p1 = -0.002777777777701585;
const p2 = 6.613756321571569e-5;
const p3 = -1.6533902379392155e-6;
const p4 = 4.138143734961782e-8;

/** P, lowest degree first; the logistic function has the same. */
export const tanhCoefficients: readonly number[] = [p0, p1, p2, p3, p4];
/** From here on the result is 1. */
export const tanhLimit = 20;

/**
 * The hyperbolic tangent, within 2 ulp of the true value, also near 0; odd to the last bit, and -0 of -0.
 *
 * 2 x = k log(2) + r. With R = r coth(r / 2), which is even, and s = 2^k, the theorem of addition gives
 * tanh(x) = (s - 1) / (s + 1) + 4 s r / ((s + 1) ((s + 1) R + (s - 1) r)). In this order; on two lanes the same, as
 * nothing branches:
 *
 *     y = max(-20, min(20, x));  y = y + y
 *     k = y * log2e + toWhole - toWhole
 *     r = y - k * ln2High - k * ln2Low  (from the left);  t = r * r
 *     R = 2 + t * (p0 + t * (p1 + t * (p2 + t * (p3 + t * p4))))
 *     s = 2^k;  a = s + 1;  b = 1 - s
 *     (4 * s * r) / (a * (a * R - b * r)) - b / a
 *
 * NaN stays NaN.
 */
export function tanh(x: number): number {
  const near = Math.max(-20, Math.min(20, x));
  const y = near + near;
  const k = y * log2e + toWhole - toWhole;
  const r = y - k * ln2High - k * ln2Low;
  const t = r * r;
  const R = 2 + t * (p0 + t * (p1 + t * (p2 + t * (p3 + t * p4))));
  const s = powersOfTwo[(k | 0) - leastExponent];
  const a = s + 1;
  // 1 - s, and b / a taken away, rather than s - 1: so -0 is kept where s is 1.
  const b = 1 - s;
  return (4 * s * r) / (a * (a * R - b * r)) - b / a;
}

/** Overwrites the first `count` numbers of `out` with the hyperbolic tangents of those of `values`. */
export function tanhOf(values: Float64Array, out: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) out[k] = tanh(values[k]);
}
