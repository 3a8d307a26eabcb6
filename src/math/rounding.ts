// Rounding to the numbers of a narrower floating-point format, to the nearest and on a tie to the even one.

export type Precision = 'float64' | 'float32' | 'float16' | 'bfloat16';

/** Rounds one number. Signs of zero, infinities and NaN are kept; what is too large becomes infinite. */
export type Round = (x: number) => number;

const word = new DataView(new ArrayBuffer(8));

/** 2^e for the e with 2^e <= x < 2^(e+1); x is normal and above 0. */
function powerBelow(x: number): number {
  word.setFloat64(0, x);
  word.setUint32(0, word.getUint32(0) & 0x7ff00000);
  word.setUint32(4, 0);
  return word.getFloat64(0);
}

/**
 * @param fraction bits of the fraction, without the leading 1
 * @param exponent the largest exponent; the smallest of a normal number is 1 - exponent, as in IEEE 754
 */
function binaryFormat(fraction: number, exponent: number): Round {
  const smallestNormal = 2 ** (1 - exponent);
  const tooLarge = 2 ** (exponent + 1);
  // Added to x and taken away again, 1.5 * 2^52 units leave a whole number of units: float64 itself rounds, and rightly.
  const toWhole = 1.5 * 2 ** (52 - fraction);
  return (x) => {
    const size = Math.abs(x);
    if (!(size < tooLarge)) return x * Infinity;
    // Below the smallest normal number the spacing stays what it is there: those are the subnormals.
    const shift = (size < smallestNormal ? smallestNormal : powerBelow(size)) * toWhole;
    const rounded = size + shift - shift;
    if (rounded === tooLarge) return x * Infinity;
    // Of a rounded 0 the sign is kept.
    return x < 0 || Object.is(x, -0) ? -rounded : rounded;
  };
}

/** Half precision, IEEE 754 binary16: 11 significant bits, from 2^-24 to 65,504. */
export const roundToFloat16 = binaryFormat(10, 15);

/** Brain floating point: the exponents of float32 with 8 significant bits. */
export const roundToBfloat16 = binaryFormat(7, 127);

/** The rounding of each precision that the arithmetic may have. */
export const roundings: Readonly<Record<Precision, Round>> = {
  float64: (x) => x,
  float32: Math.fround,
  float16: roundToFloat16,
  bfloat16: roundToBfloat16,
};

/** From the most exact to the least. */
export const precisions = Object.keys(roundings) as readonly Precision[];
