// The elementary functions in whole numbers of some 260 binary digits: slow, and of another kind than what they judge.

/** The value `digits * 2^exponent`. */
export interface Exact {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Numbers below are whole multiples of 2^-260 ("fixed"), unless they are exact. */
const bits = 260n;
const places = Number(bits);
const one = 1n << bits;
const fixed = (digits: bigint): Exact => ({ digits, exponent: -places });
const product = (a: bigint, b: bigint) => (a * b) >> bits;
const quotient = (a: bigint, b: bigint) => (a << bits) / b;
const size = (n: bigint) => (n < 0n ? -n : n);
const lengthOf = (n: bigint) => size(n).toString(16).length * 4;

const word = new DataView(new ArrayBuffer(8));

/** A float64 as it is. */
export function exactly(x: number): Exact {
  word.setFloat64(0, x);
  const bitsOf = word.getBigUint64(0);
  const biased = Number((bitsOf >> 52n) & 0x7ffn);
  const fraction = bitsOf & 0xfffffffffffffn;
  const digits = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { digits: x < 0 ? -digits : digits, exponent: Math.max(biased, 1) - 1075 };
}

/** Cut to a multiple of 2^-260, towards minus infinity; exact for |x| from 2^-200 on. */
function toFixed({ digits, exponent }: Exact): bigint {
  const shift = exponent + places;
  return shift >= 0 ? digits << BigInt(shift) : digits >> BigInt(-shift);
}

/** 1/2 log((1 + x) / (1 - x)), or the arctangent for `sign` -1, by its power series. */
function inverseTangent(x: bigint, sign: 1n | -1n): bigint {
  const square = sign * product(x, x);
  let power = x;
  let sum = x;
  for (let k = 3n; size(power) > 1n; k += 2n) {
    power = product(power, square);
    sum += power / k;
  }
  return sum;
}

const part = (n: bigint) => one / n;
/** log(2) = 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749), and Machin's formula for pi. */
const log2 =
  18n * inverseTangent(part(26n), 1n) -
  2n * inverseTangent(part(4801n), 1n) +
  8n * inverseTangent(part(8749n), 1n);
const pi = 4n * (4n * inverseTangent(part(5n), -1n) - inverseTangent(part(239n), -1n));

/** By Newton's method from above. */
function squareRoot(n: bigint): bigint {
  let x = 1n << BigInt((lengthOf(n) + places) / 2 + 2);
  for (;;) {
    const next = (x + (n << bits) / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

const rootPi = squareRoot(pi);

/** x = whole * unit + rest, with the rest at most half a unit. */
function divide(x: bigint, unit: bigint): { whole: bigint; rest: bigint } {
  const doubled = 2n * x + unit;
  const whole = (doubled - (((doubled % (2n * unit)) + 2n * unit) % (2n * unit))) / (2n * unit);
  return { whole, rest: x - whole * unit };
}

/** The sum of x^k / k! over k = first, first + step, ..., with the signs in turn for `sign` -1. */
function factorialSeries(x: bigint, first: bigint, step: bigint, sign: 1n | -1n): bigint {
  const factor = step === 1n ? x : sign * product(x, x);
  let term = first === 0n ? one : x;
  let sum = term;
  for (let k = first; size(term) > 1n; k += step) {
    term = product(term, factor) / (step === 1n ? k + 1n : (k + 1n) * (k + 2n));
    sum += term;
  }
  return sum;
}

function expOf(x: bigint): Exact {
  const { whole, rest } = divide(x, log2);
  return { digits: factorialSeries(rest, 0n, 1n, 1n), exponent: Number(whole) - places };
}

/** Below this the first terms of a power series leave out less than 2^-160 of the result. */
const nearZero = 2 ** -40;

/** x times the sum of the given fractions times 1, x, x^2, ... */
function series(x: number, fractions: readonly (readonly [bigint, bigint])[]): Exact {
  const exact = exactly(x);
  const fixedX = toFixed(exact);
  let sum = 0n;
  let power = one;
  for (const [top, bottom] of fractions) {
    sum += (power * top) / bottom;
    power = product(power, fixedX);
  }
  return { digits: exact.digits * sum, exponent: exact.exponent - places };
}

const whole = (digits: bigint): Exact => ({ digits, exponent: 0 });

function logOf({ digits, exponent }: Exact): Exact {
  const length = digits.toString(2).length;
  // A factor between 3/4 and 3/2, and a power of two.
  const scaled = (digits << bits) >> BigInt(length);
  const isLow = 4n * scaled < 3n * one;
  const factor = isLow ? 2n * scaled : scaled;
  const power = BigInt(exponent + length - (isLow ? 1 : 0));
  const ratio = quotient(factor - one, factor + one);
  return fixed(power * log2 + 2n * inverseTangent(ratio, 1n));
}

/** Each function of a finite float64 in its domain, to some 2^-150 of its value. */
export const reference = {
  exp: (x: number): Exact => expOf(toFixed(exactly(x))),

  log: (x: number): Exact => logOf(exactly(x)),

  log1p(x: number): Exact {
    if (Math.abs(x) < nearZero) {
      return series(x, [[1n, 1n], [-1n, 2n], [1n, 3n], [-1n, 4n]]); // prettier-ignore
    }
    const { digits, exponent } = exactly(x);
    // 1 is no part of a number whose last digit is far above it.
    if (exponent > 200) return logOf({ digits, exponent });
    const shift = Math.max(0, -exponent);
    const left = Math.max(0, exponent);
    return logOf({ digits: (digits << BigInt(left)) + (1n << BigInt(shift)), exponent: -shift });
  },

  tanh(x: number): Exact {
    if (Math.abs(x) < nearZero) return series(x, [[1n, 1n], [0n, 1n], [-1n, 3n]]); // prettier-ignore
    if (Math.abs(x) > 60) return whole(x < 0 ? -1n : 1n);
    const power = toFixed(expOf(2n * toFixed(exactly(x))));
    return fixed(quotient(power - one, power + one));
  },

  sigmoid(x: number): Exact {
    const { digits, exponent } = expOf(-size(toFixed(exactly(x))));
    const small = toFixed({ digits, exponent });
    // 1 / (1 + e^-|x|), or the same times e^-|x|.
    if (x >= 0) return fixed(quotient(one, one + small));
    return { digits: quotient(digits, one + small), exponent };
  },

  /** 2 x / sqrt(pi) exp(-x^2) times the sum of (2 x^2)^n / (1 * 3 * ... * (2 n + 1)): all terms are positive. */
  erf(x: number): Exact {
    if (Math.abs(x) > 7) return whole(x < 0 ? -1n : 1n);
    const exact = exactly(x);
    const square = product(toFixed(exact), toFixed(exact));
    let term = one;
    let sum = one;
    for (let n = 1n; term > 1n; n++) {
      term = product(term, 2n * square) / (2n * n + 1n);
      sum += term;
    }
    const decay = toFixed(expOf(-square));
    const factor = quotient(2n * product(decay, sum), rootPi);
    return { digits: exact.digits * factor, exponent: exact.exponent - places };
  },

  sin(x: number): Exact {
    if (Math.abs(x) < nearZero) return series(x, [[1n, 1n], [0n, 1n], [-1n, 6n]]); // prettier-ignore
    return quarterTurns(x, 0n);
  },

  cos: (x: number): Exact => quarterTurns(x, 1n),

  asin(x: number): Exact {
    if (Math.abs(x) < nearZero) return series(x, [[1n, 1n], [0n, 1n], [1n, 6n]]); // prettier-ignore
    const value = toFixed(exactly(x));
    if (size(value) === one) return fixed(x < 0 ? -pi / 2n : pi / 2n);
    // The angle's tangent, and that of half and of a quarter of it, where the series is quick.
    let tangent = quotient(value, squareRoot(one - product(value, value)));
    for (let k = 0; k < 2; k++) {
      tangent = quotient(tangent, one + squareRoot(one + product(tangent, tangent)));
    }
    return fixed(4n * inverseTangent(tangent, -1n));
  },
} as const;

function quarterTurns(x: number, further: bigint): Exact {
  const { whole: turns, rest } = divide(toFixed(exactly(x)), pi / 2n);
  const quadrant = (((turns + further) % 4n) + 4n) % 4n;
  const value = factorialSeries(rest, quadrant % 2n === 0n ? 1n : 0n, 2n, -1n);
  return fixed(quadrant > 1n ? -value : value);
}

/** How far a float64 is from the exact value, in units of the last place that a float64 of the exact value has. */
export function ulpsBetween(x: number, exact: Exact): number {
  const length = size(exact.digits).toString(2).length;
  const unit = Math.max(exact.exponent + length - 53, -1074);
  const found = exactly(x);
  const lowest = Math.min(found.exponent, exact.exponent, unit - 40);
  const difference =
    (found.digits << BigInt(found.exponent - lowest)) -
    (exact.digits << BigInt(exact.exponent - lowest));
  return Number(size(difference) >> BigInt(unit - 20 - lowest)) / 2 ** 20;
}

/** Rounded to a float64 with an error of at most its last bit, or to 0 where it is below 2^-1000. */
export function roughly({ digits, exponent }: Exact): number {
  const spare = Math.max(0, lengthOf(digits) - 64);
  const power = exponent + spare;
  if (power < -1060) return 0;
  return (
    Number(digits >> BigInt(spare)) * 2 ** Math.max(power, -500) * 2 ** Math.min(power + 500, 0)
  );
}
