// Powers of two, by which a number is scaled exactly, and the rounding to whole numbers that goes with them.

/** The exponent of the smallest number above 0. */
export const leastExponent = -1074;

/** 2^k at index k - leastExponent, for every k from -1074 to 1023. */
export const powersOfTwo = new Float64Array(1024 - leastExponent);
powersOfTwo[-leastExponent] = 1;
for (let k = 1; k < 1024; k++)
  powersOfTwo[k - leastExponent] = 2 * powersOfTwo[k - 1 - leastExponent];
for (let k = -1; k >= leastExponent; k--) {
  powersOfTwo[k - leastExponent] = powersOfTwo[k + 1 - leastExponent] / 2;
}

/**
 * 1.5 * 2^52: `x + toWhole - toWhole` is x rounded to a whole number, on a tie to the even one, for |x| below 2^51.
 * It is -0 for nothing. On two lanes the same sum holds the whole number in the low bits of its fraction.
 */
export const toWhole = 6755399441055744;

/**
 * log(2) in two parts. The first has 32 bits, so that its product with a whole number below 2^21 is exact, and so is
 * the difference of x and that product where the product is the nearest one to x. The second is above 0, so that -0 is
 * kept where a multiple of 0 is taken away.
 */
export const ln2High = 0.6931471803691238;
export const ln2Low = 1.9082149292705877e-10;
/** 1 / log(2). */
export const log2e = 1.4426950408889634;
