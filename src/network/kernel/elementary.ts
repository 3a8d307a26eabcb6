// The elementary functions of src/math/elementary/ on all lanes at once: operation by operation the same, so that float64
// gives the same bits, and so does float32.
import { erfcSquares, erfcWeights } from '../../math/elementary/error-function.ts';
import { expCoefficients, expLimits } from '../../math/elementary/exp.ts';
import { logCoefficients } from '../../math/elementary/log.ts';
import { ln2High, ln2Low, log2e, toWhole } from '../../math/elementary/powers-of-two.ts';
import { sigmoidLimits } from '../../math/elementary/sigmoid.ts';
import {
  erf32Coefficients,
  exp32Coefficients,
  log1p32Coefficients,
  tanh32Coefficients,
} from '../../math/elementary/single.ts';
import {
  cothCoefficients,
  halfLog2,
  halvesOfLog2,
  tanhCoefficients,
  tanhLimit,
  toPower,
} from '../../math/elementary/tanh.ts';
import {
  abs,
  add,
  atLeast,
  binary,
  choose,
  clamp,
  constant,
  div,
  less,
  masked,
  mul,
  neg,
  polynomial,
  shifted,
  single,
  sub,
} from './lanes.ts';
import type { Emitter } from './lanes.ts';

const isSingle = (e: Emitter) => e.lanes.precision === 'float32';

export const tanh = (e: Emitter, x: number) => (isSingle(e) ? tanh32(e, x) : tanh64(e, x));
export const sigmoid = (e: Emitter, x: number) => (isSingle(e) ? sigmoid32(e, x) : sigmoid64(e, x));
export const exp = (e: Emitter, x: number) => (isSingle(e) ? exp32(e, x) : exp64(e, x));
/** Of a number from 0 to 1. */
export const log1p = (e: Emitter, x: number) => (isSingle(e) ? log1p32(e, x) : log1p64(e, x));

/** How likely a standard normal number is below x. */
export function normalDistribution(e: Emitter, x: number): number {
  const half = constant(e, 0.5);
  const root = constant(e, Math.SQRT1_2);
  if (isSingle(e)) return add(e, half, mul(e, half, erf32(e, mul(e, x, root))));
  return mul(e, erfc64(e, mul(e, neg(e, x), root)), half);
}

/** 2^k, for whole k that lie in the lowest bits of each lane. */
function powerOfTwo(e: Emitter, k: number): number {
  const { shiftLeft, addWhole } = e.lanes;
  // The bits of 1 are those of the exponent 0.
  return binary(e, addWhole, shifted(e, shiftLeft, k, isSingle(e) ? 23 : 52), constant(e, 1));
}

/** 2^n and 2^(k - n) with n = floor(k / 2), for `sum`, the whole number k plus `toWhole`. */
function halfPowers(e: Emitter, sum: number, whole: number): [number, number] {
  const { shiftRight, subWhole } = e.lanes;
  const k = binary(e, subWhole, sum, constant(e, whole));
  const n = shifted(e, shiftRight, k, 1);
  return [powerOfTwo(e, n), powerOfTwo(e, binary(e, subWhole, k, n))];
}

function tanh64(e: Emitter, x: number): number {
  const y = clamp(e, x, -tanhLimit, tanhLimit);
  const sum = add(e, mul(e, y, constant(e, halvesOfLog2)), constant(e, toPower));
  const k = sub(e, sum, constant(e, toPower));
  const r = sub(e, y, mul(e, k, constant(e, halfLog2)));
  const t = mul(e, r, r);
  const u = mul(e, t, t);
  const [q0, q1, q2, q3, q4] = cothCoefficients.map((q) => constant(e, q));
  const high = add(e, add(e, q2, mul(e, t, q3)), mul(e, u, q4));
  const c = mul(e, t, add(e, add(e, q0, mul(e, t, q1)), mul(e, u, high)));
  const s = shifted(e, e.lanes.shiftLeft, sum, 52);
  const a = add(e, s, constant(e, 1));
  const b = sub(e, constant(e, 1), s);
  const above = sub(e, sub(e, mul(e, a, r), mul(e, b, c)), b);
  return div(e, above, add(e, a, sub(e, mul(e, a, c), mul(e, b, r))));
}

/** y - k log(2) */
function reduced(e: Emitter, y: number, k: number): number {
  const high = sub(e, y, mul(e, k, constant(e, ln2High)));
  return sub(e, high, mul(e, k, constant(e, ln2Low)));
}

function sigmoid64(e: Emitter, x: number): number {
  const y = clamp(e, x, ...sigmoidLimits);
  const sum = add(e, mul(e, y, constant(e, log2e)), constant(e, toWhole));
  const r = reduced(e, y, sub(e, sum, constant(e, toWhole)));
  const t = mul(e, r, r);
  const R = add(e, constant(e, 2), mul(e, t, polynomial(e, t, tanhCoefficients)));
  const [s, u] = halfPowers(e, sum, toWhole);
  const a = mul(e, add(e, R, r), s);
  return mul(e, div(e, a, add(e, mul(e, a, u), sub(e, R, r))), u);
}

function exp64(e: Emitter, x: number): number {
  const y = clamp(e, x, ...expLimits);
  const sum = add(e, mul(e, y, constant(e, log2e)), constant(e, toWhole));
  const k = sub(e, sum, constant(e, toWhole));
  const h = sub(e, y, mul(e, k, constant(e, ln2High)));
  const l = mul(e, k, constant(e, ln2Low));
  const r = sub(e, h, l);
  const t = mul(e, r, r);
  const c = sub(e, r, mul(e, t, polynomial(e, t, expCoefficients)));
  const quotient = div(e, mul(e, r, c), sub(e, constant(e, 2), c));
  const result = sub(e, constant(e, 1), sub(e, sub(e, l, quotient), h));
  const [s, u] = halfPowers(e, sum, toWhole);
  return mul(e, mul(e, result, s), u);
}

/** The high word of sqrt(2), where mantissas start anew. */
const secondStart = 1.4142131805419922;

function log1p64(e: Emitter, x: number): number {
  const one = constant(e, 1);
  const u = add(e, one, x);
  const isFar = atLeast(e, u, constant(e, secondStart));
  const isOne = atLeast(e, x, one);
  const lost = choose(e, isOne, sub(e, one, sub(e, u, x)), sub(e, x, sub(e, u, one)));
  const k = masked(e, one, isFar);
  const f = choose(e, isFar, sub(e, mul(e, u, constant(e, 0.5)), one), x);
  const c = masked(e, div(e, lost, u), isFar);
  const s = div(e, f, add(e, constant(e, 2), f));
  const z = mul(e, s, s);
  const h = mul(e, mul(e, constant(e, 0.5), f), f);
  const L = mul(e, z, polynomial(e, z, logCoefficients));
  const low = add(e, mul(e, k, constant(e, ln2Low)), c);
  const inner = sub(e, h, add(e, mul(e, s, add(e, h, L)), low));
  return sub(e, mul(e, k, constant(e, ln2High)), sub(e, inner, f));
}

function erfc64(e: Emitter, x: number): number {
  const zero = constant(e, 0);
  const one = constant(e, 1);
  const two = constant(e, 2);
  const size = abs(e, x);
  const square = mul(e, size, size);
  let sum = zero;
  for (let k = erfcWeights.length - 1; k >= 0; k--) {
    const term = add(e, constant(e, erfcSquares[k]), square);
    sum = add(e, sum, div(e, constant(e, erfcWeights[k]), term));
  }
  const near = single(e, size);
  const rest = mul(e, sub(e, near, size), add(e, near, size));
  const third = add(e, one, div(e, rest, constant(e, 3)));
  const second = add(e, one, mul(e, div(e, rest, two), third));
  const series = add(e, one, mul(e, rest, second));
  const decay = mul(e, exp64(e, mul(e, neg(e, near), near)), series);
  const beyond = less(e, constant(e, 28), size);
  const tail = choose(e, beyond, zero, mul(e, mul(e, size, decay), sum));
  const exponent = div(e, mul(e, constant(e, 2 * Math.PI), size), constant(e, 0.5));
  const isNear = less(e, size, constant(e, Math.PI / 0.5));
  const pole = masked(e, div(e, two, add(e, one, exp64(e, exponent))), isNear);
  const below = sub(e, sub(e, two, tail), pole);
  return choose(e, less(e, x, zero), below, add(e, tail, pole));
}

function tanh32(e: Emitter, x: number): number {
  const { limit, numerator, denominator } = tanh32Coefficients;
  return oddRatio(e, clamp(e, x, -limit, limit), numerator, denominator);
}

function erf32(e: Emitter, x: number): number {
  const { limit, numerator, denominator } = erf32Coefficients;
  const ratio = oddRatio(e, clamp(e, x, -limit, limit), numerator, denominator);
  return clamp(e, ratio, -1, 1);
}

/** y P(y^2) / Q(y^2) */
function oddRatio(
  e: Emitter,
  y: number,
  numerator: readonly number[],
  denominator: readonly number[],
): number {
  const z = mul(e, y, y);
  const p = polynomial(e, z, numerator);
  return div(e, mul(e, y, p), polynomial(e, z, denominator));
}

function sigmoid32(e: Emitter, x: number): number {
  const half = constant(e, 0.5);
  return add(e, half, mul(e, half, tanh32(e, mul(e, half, x))));
}

function exp32(e: Emitter, x: number): number {
  const {
    limits,
    log2e: factor,
    toWhole: whole,
    ln2High: high,
    ln2Low: low,
    powers,
  } = exp32Coefficients;
  const y = clamp(e, x, limits[0], limits[1]);
  const sum = add(e, mul(e, y, constant(e, factor)), constant(e, whole));
  const k = sub(e, sum, constant(e, whole));
  const r = sub(e, sub(e, y, mul(e, k, constant(e, high))), mul(e, k, constant(e, low)));
  const square = mul(e, mul(e, r, r), polynomial(e, r, powers));
  const result = add(e, constant(e, 1), add(e, r, square));
  const [s, u] = halfPowers(e, sum, whole);
  return mul(e, mul(e, result, s), u);
}

function log1p32(e: Emitter, x: number): number {
  const two = constant(e, 2);
  const s = div(e, x, add(e, two, x));
  const z = mul(e, s, s);
  return mul(e, s, add(e, two, mul(e, z, polynomial(e, z, log1p32Coefficients))));
}
