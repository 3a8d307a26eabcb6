// The elementary functions in float32, for drawing: every operation rounds to float32, and nothing branches, so that four
// lanes at once give the same bits. Here they are spelled for one number, as the reference that lanes are held to.
import { leastExponent, powersOfTwo } from './powers-of-two.ts';

const round = Math.fround;

/** Beyond the limit the argument counts as the limit; coefficients lowest degree first, each of them a float32. */
export const tanh32Coefficients = {
  limit: 8,
  numerator: [
    0.9999998807907104, 0.12925668060779572, 0.0029510287567973137, 1.1428468496887945e-5,
  ],
  denominator: [
    1, 0.4625888466835022, 0.0238155759871006, 0.00023866981791798025, 2.4592236513854004e-7,
  ],
} as const;
const [tp0, tp1, tp2, tp3] = tanh32Coefficients.numerator;
const [, tq1, tq2, tq3, tq4] = tanh32Coefficients.denominator;

/**
 * The hyperbolic tangent, within 6e-7 of the true value, relative to it; odd, and never beyond 1.
 *
 *     y = max(-8, min(8, x));  z = y * y
 *     p = ((tp3 * z + tp2) * z + tp1) * z + tp0
 *     q = (((tq4 * z + tq3) * z + tq2) * z + tq1) * z + 1
 *     (y * p) / q
 */
export function tanh32(x: number): number {
  const y = Math.max(-8, Math.min(8, x));
  const z = mul(y, y);
  const p = add(mul(add(mul(add(mul(tp3, z), tp2), z), tp1), z), tp0);
  const q = add(mul(add(mul(add(mul(add(mul(tq4, z), tq3), z), tq2), z), tq1), z), 1);
  return round(mul(y, p) / q);
}

/** The logistic function, within 3e-7, absolute: 0.5 + 0.5 * tanh32(0.5 * x). */
export function sigmoid32(x: number): number {
  return add(0.5, mul(0.5, tanh32(mul(0.5, x))));
}

/** `powers` lowest degree first, of e^r = 1 + (r + r^2 powers(r)); the two parts of log(2), the first with 12 bits. */
export const exp32Coefficients = {
  limits: [-104, 89],
  log2e: 1.4426950216293335,
  /** 1.5 * 2^23: added and taken away again, it leaves a whole number, as the instruction `nearest` does. */
  toWhole: 12582912,
  ln2High: 0.693115234375,
  ln2Low: 3.194618329871446e-5,
  powers: [0.499992311000824, 0.16667114198207855, 0.04189015179872513, 0.008312496356666088],
} as const;
const [ep0, ep1, ep2, ep3] = exp32Coefficients.powers;

/**
 * e^x, within 3e-7, relative; where the result is subnormal, within its last bit.
 *
 *     y = max(-104, min(89, x))
 *     k = nearest(y * log2e)
 *     r = (y - k * ln2High) - k * ln2Low
 *     p = ((ep3 * r + ep2) * r + ep1) * r + ep0
 *     e = 1 + (r + (r * r) * p)
 *     n = floor(k / 2);  e * 2^n * 2^(k - n), from the left
 */
export function exp32(x: number): number {
  const { log2e, toWhole, ln2High, ln2Low } = exp32Coefficients;
  const y = Math.max(-104, Math.min(89, x));
  const k = round(add(mul(y, log2e), toWhole) - toWhole);
  const r = round(round(y - mul(k, ln2High)) - mul(k, ln2Low));
  const p = add(mul(add(mul(add(mul(ep3, r), ep2), r), ep1), r), ep0);
  const e = add(1, add(r, mul(mul(r, r), p)));
  const whole = k | 0;
  const half = whole >> 1;
  return mul(mul(e, powersOfTwo[half - leastExponent]), powersOfTwo[whole - half - leastExponent]);
}

/** log(1 + x) = s (2 + z L(z)), s = x / (2 + x), z = s^2, for x from 0 to 1; L lowest degree first. */
export const log1p32Coefficients = [
  0.66666412353515625, 0.4002169966697693, 0.2799914479255676, 0.28024446964263916,
] as const;
const [lp0, lp1, lp2, lp3] = log1p32Coefficients;

/**
 * log(1 + x) for x from 0 to 1, which is where e^-|o| lies; within 3e-7, relative.
 *
 *     s = x / (2 + x);  z = s * s
 *     s * (2 + z * (((lp3 * z + lp2) * z + lp1) * z + lp0))
 */
export function log1p32(x: number): number {
  const s = round(x / add(2, x));
  const z = mul(s, s);
  const l = add(mul(add(mul(add(mul(lp3, z), lp2), z), lp1), z), lp0);
  return mul(s, add(2, mul(z, l)));
}

/** erf(x) = x P(z) / Q(z), z = x^2. */
export const erf32Coefficients = {
  limit: 3.799999952316284,
  numerator: [
    1.1283788681030273, 0.3574884235858917, 0.07128027081489563, 0.009976253844797611,
    0.00025556448963470757, -1.4905788248142926e-6,
  ],
  denominator: [
    1, 0.6501398682594299, 0.17993181943893433, 0.027518123388290405, 0.0023559695109725,
  ],
} as const;
const [rp0, rp1, rp2, rp3, rp4, rp5] = erf32Coefficients.numerator;
const [, rq1, rq2, rq3, rq4] = erf32Coefficients.denominator;

/**
 * The error function, within 1e-6 of the true value, relative to it; odd, and never beyond 1.
 *
 *     y = max(-limit, min(limit, x));  z = y * y
 *     p = ((((rp5 * z + rp4) * z + rp3) * z + rp2) * z + rp1) * z + rp0
 *     q = (((rq4 * z + rq3) * z + rq2) * z + rq1) * z + 1
 *     max(-1, min(1, (y * p) / q))
 */
export function erf32(x: number): number {
  const { limit } = erf32Coefficients;
  const y = Math.max(-limit, Math.min(limit, x));
  const z = mul(y, y);
  const high = add(mul(add(mul(rp5, z), rp4), z), rp3);
  const p = add(mul(add(mul(add(mul(high, z), rp2), z), rp1), z), rp0);
  const q = add(mul(add(mul(add(mul(add(mul(rq4, z), rq3), z), rq2), z), rq1), z), 1);
  return Math.max(-1, Math.min(1, round(mul(y, p) / q)));
}

function add(a: number, b: number): number {
  return round(a + b);
}

function mul(a: number, b: number): number {
  return round(a * b);
}
