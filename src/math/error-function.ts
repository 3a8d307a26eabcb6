// The complementary error function, to full float64 accuracy.

// With a spacing h the trapezoidal rule misses erfc by a relative exp(-pi^2 / h^2): 7e-18 for 1/2.
const spacing = 0.5;
/** Squares of the abscissae (k + 1/2) h, up to where a weight is below 1e-17, and the weights exp(-abscissa^2). */
const squares = Float64Array.from({ length: 13 }, (_, k) => ((k + 0.5) * spacing) ** 2);
const weights = squares.map((square) => (2 * spacing * Math.exp(-square)) / Math.PI);

/**
 * 1 - erf(x), with its relative accuracy kept where it is tiny: 2 / sqrt(pi) times the integral of exp(-t^2) from x on.
 *
 * For x above 0 it is exp(-x^2) times the integral of (2 x / pi) exp(-t^2) / (t^2 + x^2) over t > 0, taken by the
 * trapezoidal rule, plus what the pole at t = i x adds to that rule while x < pi / h (Hunter and Regan 1972, "A note
 * on the evaluation of the complementary error function"). All terms are positive, so that nothing cancels.
 */
export function erfc(x: number): number {
  const size = Math.abs(x);
  let sum = 0;
  // From the smallest term to the largest, so that little is lost in adding.
  for (let k = weights.length - 1; k >= 0; k--) sum += weights[k] / (squares[k] + size * size);
  // exp(-x^2) in two factors, as the rounding of x^2 would be multiplied by its size: the first has an exact
  // exponent, and the second, whose exponent is below 1e-4, is its own power series.
  const near = Math.fround(size);
  const rest = (near - size) * (near + size);
  const decay = Math.exp(-near * near) * (1 + rest * (1 + (rest / 2) * (1 + rest / 3)));
  // Past 28 it is below every float64, and infinity times 0 would be no number.
  const tail = size > 28 ? 0 : size * decay * sum;
  const pole = size < Math.PI / spacing ? 2 / (1 + Math.exp((2 * Math.PI * size) / spacing)) : 0;
  return x < 0 ? 2 - tail - pole : tail + pole;
}
