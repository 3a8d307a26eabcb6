// Rounding to 16-bit formats, for every bit pattern there is, every halfway point and both of its neighbours.
import { describe, expect, it, test } from 'vitest';
import { precisions, roundings, roundToBfloat16, roundToFloat16 } from '../../src/math/rounding.ts';

/** The number that a pattern of 1 sign, `exponentBits` and `fractionBits` stands for, by the definition of IEEE 754. */
function decode(pattern: number, exponentBits: number, fractionBits: number): number {
  const sign = pattern >>> 15 === 1 ? -1 : 1;
  const exponent = (pattern >>> fractionBits) & (2 ** exponentBits - 1);
  const fraction = pattern & (2 ** fractionBits - 1);
  const bias = 2 ** (exponentBits - 1) - 1;
  if (exponent === 2 ** exponentBits - 1) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0
    ? sign * fraction * 2 ** (1 - bias - fractionBits)
    : sign * (2 ** fractionBits + fraction) * 2 ** (exponent - bias - fractionBits);
}

const bits = new DataView(new ArrayBuffer(8));

/** The next float64 away from 0. */
function further(x: number): number {
  bits.setFloat64(0, x);
  bits.setBigUint64(0, bits.getBigUint64(0) + 1n);
  return bits.getFloat64(0);
}

/** The next float64 towards 0. */
function nearer(x: number): number {
  bits.setFloat64(0, x);
  bits.setBigUint64(0, bits.getBigUint64(0) - 1n);
  return bits.getFloat64(0);
}

describe.each([
  { name: 'float16', round: roundToFloat16, exponentBits: 5, fractionBits: 10 },
  { name: 'bfloat16', round: roundToBfloat16, exponentBits: 8, fractionBits: 7 },
])('$name', ({ round, exponentBits, fractionBits }) => {
  const value = (pattern: number) => decode(pattern, exponentBits, fractionBits);
  /** Counts instead of one assertion for each of so many numbers; `Object.is` tells 0 from -0 and knows NaN. */
  const misses = (pairs: Iterable<readonly [number, number]>) => {
    const wrong: string[] = [];
    for (const [x, expected] of pairs) {
      if (!Object.is(round(x), expected)) wrong.push(`${x}: ${round(x)} for ${expected}`);
    }
    return wrong.slice(0, 5);
  };
  const infinity = (2 ** exponentBits - 1) << fractionBits;

  it('keeps all of its 65,536 numbers', () => {
    const all = Array.from({ length: 65536 }, (_, pattern) => value(pattern));
    expect(new Set(all.filter((x) => !Number.isNaN(x))).size).toBe(2 * infinity + 1);
    expect(misses(all.map((x) => [x, x] as const))).toEqual([]);
  });

  it('rounds halfway points to the even neighbour, and what is beside them to the nearer one', () => {
    const pairs: [number, number][] = [];
    for (const sign of [0, 0x8000]) {
      for (let pattern = 0; pattern < infinity; pattern++) {
        const low = value(pattern | sign);
        const high = value((pattern + 1) | sign);
        // Infinity counts as the number that would follow: that is where overflow begins.
        const ceiling = Number.isFinite(high)
          ? high
          : Math.sign(low) * 2 ** (2 ** (exponentBits - 1));
        const half = low / 2 + ceiling / 2;
        pairs.push([half, pattern % 2 === 0 ? low : high]);
        pairs.push([nearer(half), low], [further(half), high]);
      }
    }
    expect(pairs).toHaveLength(6 * infinity);
    expect(misses(pairs)).toEqual([]);
  });

  it('sends what is far too small to 0 and what is far too large to infinity', () => {
    expect(
      misses([
        [Number.MIN_VALUE, 0],
        [-Number.MIN_VALUE, -0],
        [Number.MAX_VALUE, Infinity],
        [-Number.MAX_VALUE, -Infinity],
        [1e-320, 0],
      ]),
    ).toEqual([]);
  });
});

test('float16 reaches from 2^-24 to 65504', () => {
  expect(roundToFloat16(65519.99)).toBe(65504);
  expect(roundToFloat16(65520)).toBe(Infinity);
  expect(roundToFloat16(2 ** -25)).toBe(0);
  expect(roundToFloat16(1.0001 * 2 ** -25)).toBe(2 ** -24);
  expect(roundToFloat16(0.1)).toBe(0.0999755859375);
  expect(roundToBfloat16(0.1)).toBe(0.10009765625);
});

test('every precision rounds, and rounding twice is rounding once', () => {
  expect(precisions).toEqual(['float64', 'float32', 'float16', 'bfloat16']);
  const numbers = [Math.PI, -1 / 3, 1e-6, 1234.56789];
  const digits = { float64: 0, float32: 2 ** -24, float16: 2 ** -11, bfloat16: 2 ** -8 };
  for (const precision of precisions) {
    const round = roundings[precision];
    for (const x of numbers) {
      const error = Math.abs(round(x) / x - 1);
      const isSubnormal = precision === 'float16' && Math.abs(x) < 2 ** -14;
      if (!isSubnormal) expect(error).toBeLessThanOrEqual(digits[precision]);
      expect(error > 0).toBe(precision !== 'float64');
      expect(round(round(x))).toBe(round(x));
    }
  }
});
