// Powers with a whole exponent, from products alone: the same bits in every engine, which the operator ** does not promise.

/**
 * base^exponent by repeated squaring, within 2 exponent ulp of the true value.
 * @param exponent a whole number, at least 0
 */
export function wholePower(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
