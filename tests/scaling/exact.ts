// Scalings in exact arithmetic: float64 inputs as fixed-point whole numbers, rounded once at the end.

const fractionBits = 1100n;
const one = 1n << fractionBits;

/** A float64 times 2^1100: exact for every number there is. */
function fixed(value: number): bigint {
  if (value === 0) return 0n;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = exponent === 0n ? fraction : fraction | (1n << 52n);
  const power = (exponent === 0n ? 1n : exponent) - 1075n + fractionBits;
  const size = power >= 0n ? mantissa << power : mantissa >> -power;
  return value < 0 ? -size : size;
}

function root(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** The quotient, to 17 digits and more whatever its size. */
function ratio(numerator: bigint, denominator: bigint): number {
  if (numerator < 0n) return -ratio(-numerator, denominator);
  const extra = BigInt(denominator.toString(2).length - numerator.toString(2).length + 80);
  const shift = extra > 0n ? extra : 0n;
  let quotient = (numerator << shift) / denominator;
  let exponent = -Number(shift);
  const surplus = quotient.toString(2).length - 64;
  if (surplus > 0) {
    quotient >>= BigInt(surplus);
    exponent += surplus;
  }
  // In two steps, because the power alone may be too small for a float64.
  const half = Math.trunc(exponent / 2);
  return Number(quotient) * 2 ** half * 2 ** (exponent - half);
}

type Transform = (value: number) => number;

/** One column's transform for each scaling, fitted on `column`, in the definitions of scikit-learn. */
export function exactTransforms(column: readonly number[]): Record<string, Transform> {
  const values = column.map(fixed);
  const count = BigInt(column.length);
  const sum = values.reduce((total, value) => total + value, 0n);
  const minimum = values.reduce((a, b) => (b < a ? b : a));
  const maximum = values.reduce((a, b) => (b > a ? b : a));
  const constant = minimum === maximum;
  const range = constant ? one : maximum - minimum;
  const squares = values.reduce((total, value) => total + (count * value - sum) ** 2n, 0n);
  // Standard deviation times count, with 200 bits more than the inputs have.
  const guard = 200n;
  const spread = constant ? (count * one) << guard : root((squares << (2n * guard)) / count);
  const size = maximum > -minimum ? maximum : -minimum;
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  /** Four times the quantile at so many quarters, interpolated between ranks. */
  const quartile = (quarters: number) => {
    const position = (sorted.length - 1) * quarters;
    const below = sorted[position >> 2];
    const above = sorted[Math.min((position >> 2) + 1, sorted.length - 1)];
    return 4n * below + BigInt(position & 3) * (above - below);
  };
  const width = quartile(3) - quartile(1);
  return {
    standard: (x) => ratio((count * fixed(x) - sum) << guard, spread),
    centre: (x) => ratio(count * fixed(x) - sum, count * one),
    scale: (x) => ratio((count * fixed(x)) << guard, spread),
    minmax: (x) => ratio(fixed(x) - minimum, range),
    'minmax-symmetric': (x) => ratio(2n * (fixed(x) - minimum) - range, range),
    maxabs: (x) => ratio(fixed(x), size === 0n ? one : size),
    robust: (x) => ratio(4n * fixed(x) - quartile(2), width === 0n ? 4n * one : width),
    constant: (x) => ratio(fixed(x), 255n * one),
  };
}
