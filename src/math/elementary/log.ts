// The natural logarithm, and that of 1 + x, from + - * / and the bits of the exponent: the same bits in every engine.
import { leastExponent, ln2High, ln2Low, powersOfTwo } from './powers-of-two.ts';

/** With s = f / (2 + f) and z = s^2, log(1 + f) = 2 s + s z L(z): the best polynomial for f from sqrt(1/2) - 1 to sqrt(2) - 1. */
const l0 = 0.6666666666666734;
const l1 = 0.3999999999941467;
const l2 = 0.285714287423893;
const l3 = 0.2222219857299481;
const l4 = 0.1818356433677214;
const l5 = 0.15314050261197792;
const l6 = 0.14795952782294547;

/** L, lowest degree first. */
export const logCoefficients: readonly number[] = [l0, l1, l2, l3, l4, l5, l6];

/** The high word of 1, and that of a number just below sqrt(1/2), where mantissas start. */
const one = 0x3ff00000;
const start = 0x3fe6a09e;
const least = 2.2250738585072014e-308;
const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
double[0] = 1;
/** Where the word with the exponent lies. */
const high = words[0] === 0 ? 1 : 0;

/**
 * The k with which a normal x is 2^k times a number between sqrt(1/2) and sqrt(2); of what is not above 0 and finite, some k
 * that the table of powers has.
 */
function exponentOf(x: number): number {
  double[0] = x;
  return (((words[high] & 0x7fffffff) + (one - start)) >>> 20) - 0x3ff;
}

/**
 * k log(2) + log(1 + f) + c, for |c| below an ulp of 1 + f. In this order:
 *
 *     s = f / (2 + f);  z = s * s;  h = 0.5 * f * f  (from the left)
 *     L = z * (l0 + z * (l1 + z * (l2 + z * (l3 + z * (l4 + z * (l5 + z * l6))))))
 *     k * ln2High - ((h - (s * (h + L) + (k * ln2Low + c))) - f)
 */
function assemble(k: number, f: number, c: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const h = 0.5 * f * f;
  const L = z * (l0 + z * (l1 + z * (l2 + z * (l3 + z * (l4 + z * (l5 + z * l6))))));
  return k * ln2High - (h - (s * (h + L) + (k * ln2Low + c)) - f);
}

/**
 * The natural logarithm, within 1 ulp.
 *
 * x = 2^k (1 + f) with 1 + f from sqrt(1/2) to sqrt(2), k read off the bits: a subnormal x is multiplied by 2^54 first;
 * then k = (((bits & ~sign) + ((0x3ff00000 - 0x3fe6a09e) << 32)) >>> 52) - 0x3ff, and f = x * 2^-k - 1. The rest is `assemble` with c = 0, and choices without a branch: infinity and
 * NaN as they are, -infinity at 0, NaN below.
 */
export function log(x: number): number {
  const isSubnormal = x < least;
  const normal = isSubnormal ? x * 18014398509481984 : x;
  const k = exponentOf(normal);
  const f = normal * powersOfTwo[-k - leastExponent] - 1;
  const result = assemble(isSubnormal ? k - 54 : k, f, 0);
  return x > 0 ? (x < Infinity ? result : x) : x === 0 ? -Infinity : NaN;
}

/**
 * log(1 + x), within 2 ulp of the true value, also where x is tiny; -0 of -0.
 *
 * u = 1 + x = 2^k (1 + f) as in `log`. Where k is 0, f = x and c = 0; elsewhere c = (what u lost in rounding) / u, with
 * 1 - (u - x) lost from x = 1 on, and x - (u - 1) below. The rest is `assemble`, and choices without a branch: 0 and infinity as they
 * are, -infinity at -1, NaN below.
 */
export function log1p(x: number): number {
  const u = 1 + x;
  const k = exponentOf(u);
  const isNear = k === 0;
  const lost = x < 1 ? x - (u - 1) : 1 - (u - x);
  const result = assemble(
    k,
    isNear ? x : u * powersOfTwo[-k - leastExponent] - 1,
    isNear ? 0 : lost / u,
  );
  if (x === 0) return x;
  return x > -1 ? (x < Infinity ? result : x) : x === -1 ? -Infinity : NaN;
}
