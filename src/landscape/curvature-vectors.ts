// Arithmetic of vectors, for those who search parameter space for directions.

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

export const norm = (a: Float64Array): number => Math.sqrt(dot(a, a));

/** a += factor * b */
export function addScaled(a: Float64Array, factor: number, b: Float64Array): void {
  for (let i = 0; i < a.length; i++) a[i] += factor * b[i];
}

/** Multiplies in place, and returns `a`. */
export function scale(a: Float64Array, factor: number): Float64Array {
  for (let i = 0; i < a.length; i++) a[i] *= factor;
  return a;
}

/**
 * Takes from `a` what lies along the orthonormal `basis`, in place; done twice, after which nothing is left but the
 * rounding of what remains ("twice is enough": Parlett 1980, section 6.9).
 */
export function orthogonalize(a: Float64Array, basis: readonly Float64Array[]): void {
  for (let pass = 0; pass < 2; pass++) {
    for (const direction of basis) addScaled(a, -dot(direction, a), direction);
  }
}

/** Turns `a` round in place, if need be, so that its largest entry is positive: of a line, always the same end. */
export function orient(a: Float64Array): Float64Array {
  let largest = 0;
  for (const entry of a) if (Math.abs(entry) > Math.abs(largest)) largest = entry;
  return largest < 0 ? scale(a, -1) : a;
}
