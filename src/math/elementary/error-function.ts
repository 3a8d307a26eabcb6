// The error function and its complement, from + - * / and exact scaling by powers of two alone.
import { exp } from './exp.ts';

/** erf(x) = x E(x^2): the best polynomial for |x| up to 1, to 2^-62; lowest degree first. */
export const erfCoefficients: readonly number[] = [
  1.1283791670955126, -0.3761263890318375, 0.11283791670954857, -0.026866170645072893,
  0.005223977624780859, -0.0008548326978741747, 0.00012055331036881943, -1.4925593506447363e-5,
  1.646097280971535e-6, -1.6350025143827995e-7, 1.4657879308045429e-8, -1.1365663897562766e-9,
  5.945258279306209e-11,
];
const [e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12] = erfCoefficients;

// With a spacing h the trapezoidal rule misses erfc by a relative exp(-pi^2 / h^2): 7e-18 for 1/2.
const spacing = 0.5;
/** Squares of the abscissae (k + 1/2) h, up to where a weight is below 1e-17, and the weights 2 h exp(-abscissa^2) / pi. */
export const erfcSquares = Float64Array.from({ length: 13 }, (_, k) => {
  const abscissa = (k + 0.5) * spacing;
  return abscissa * abscissa;
});
export const erfcWeights = erfcSquares.map((square) => (2 * spacing * exp(-square)) / Math.PI);

/**
 * The error function, within 3 ulp of the true value; odd to the last bit.
 *
 * Up to |x| = 1 it is x (e0 + z (e1 + z (... + z e12))) with z = x^2, and beyond, with the sign of x, 1 - erfc(|x|).
 */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size > 1) return x < 0 ? erfc(size) - 1 : 1 - erfc(size);
  const z = x * x;
  const high = e7 + z * (e8 + z * (e9 + z * (e10 + z * (e11 + z * e12))));
  return x * (e0 + z * (e1 + z * (e2 + z * (e3 + z * (e4 + z * (e5 + z * (e6 + z * high)))))));
}

/**
 * 1 - erf(x), with its relative accuracy kept where it is tiny, to 3 units of 2^-52: 2 / sqrt(pi) times the integral of
 * exp(-t^2) from x on.
 *
 * For x above 0 it is exp(-x^2) times the integral of (2 x / pi) exp(-t^2) / (t^2 + x^2) over t > 0, taken by the
 * trapezoidal rule, plus what the pole at t = i x adds to that rule while x < pi / h (Hunter and Regan 1972, "A note
 * on the evaluation of the complementary error function"). All terms are positive, so that nothing cancels.
 */
export function erfc(x: number): number {
  const size = Math.abs(x);
  let sum = 0;
  // From the smallest term to the largest, so that little is lost in adding.
  for (let k = erfcWeights.length - 1; k >= 0; k--) {
    sum += erfcWeights[k] / (erfcSquares[k] + size * size);
  }
  // exp(-x^2) in two factors, as the rounding of x^2 would be multiplied by its size: the first has an exact
  // exponent, and the second, whose exponent is below 1e-4, is its own power series.
  const near = Math.fround(size);
  const rest = (near - size) * (near + size);
  const decay = exp(-near * near) * (1 + rest * (1 + (rest / 2) * (1 + rest / 3)));
  // Past 28 it is below every float64, and infinity times 0 would be no number.
  const tail = size > 28 ? 0 : size * decay * sum;
  const pole = size < Math.PI / spacing ? 2 / (1 + exp((2 * Math.PI * size) / spacing)) : 0;
  return x < 0 ? 2 - tail - pole : tail + pole;
}
