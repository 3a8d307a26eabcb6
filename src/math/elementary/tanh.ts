// The hyperbolic tangent, from + - * / and exact scaling by powers of two alone: the same bits in every engine.
import { leastExponent, log2e, powersOfTwo, toWhole } from './powers-of-two.ts';

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

/** With t = r^2, r coth(r) = 1 + t Q(t), where Q(t) = 2 P(4 t). */
const q0 = 2 * p0;
const q1 = 8 * p1;
const q2 = 32 * p2;
const q3 = 128 * p3;
const q4 = 512 * p4;

/** Q, lowest degree first. */
export const cothCoefficients: readonly number[] = [q0, q1, q2, q3, q4];
/** How many times log(2) / 2 goes into 1. */
export const halvesOfLog2 = 2 * log2e;
/** log(2) / 2, in one part: times a few it is wrong by less than the result, flat far from 0, can show. */
export const halfLog2 = Math.LN2 / 2;
/** What is added rounds to a whole number, and leaves the bits of 2 to that power at the end of the sum's fraction. */
export const toPower = toWhole + 1023;

/**
 * The hyperbolic tangent, within 3 ulp of the true value, also near 0; odd to the last bit, and -0 of -0.
 *
 * x = k log(2) / 2 + r. With R = r coth(r), which is even, and s = 2^k, the theorem of addition gives
 * tanh(x) = ((s + 1) r + (s - 1) R) / ((s + 1) R + (s - 1) r). In this order, with R as 1 + c; on two lanes the same, as
 * nothing branches:
 *
 *     y = max(-20, min(20, x))
 *     k = y * halvesOfLog2 + toPower - toPower
 *     r = y - k * halfLog2;  t = r * r;  u = t * t
 *     c = t * ((q0 + t * q1) + u * ((q2 + t * q3) + u * q4))
 *     s = 2^k;  a = s + 1;  b = 1 - s
 *     (a * r - b * c - b) / (a + (a * c - b * r))
 *
 * NaN stays NaN.
 */
export function tanh(x: number): number {
  const y = Math.max(-20, Math.min(20, x));
  const k = y * halvesOfLog2 + toPower - toPower;
  const r = y - k * halfLog2;
  const t = r * r;
  const u = t * t;
  const c = t * (q0 + t * q1 + u * (q2 + t * q3 + u * q4));
  const s = powersOfTwo[(k | 0) - leastExponent];
  const a = s + 1;
  // 1 - s, and taken away, rather than s - 1: so -0 is kept where s is 1.
  const b = 1 - s;
  return (a * r - b * c - b) / (a + (a * c - b * r));
}

/** Overwrites the first `count` numbers of `out` with the hyperbolic tangents of those of `values`. */
export function tanhOf(values: Float64Array, out: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) out[k] = tanh(values[k]);
}
