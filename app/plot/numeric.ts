// Reading a typed array where the index is known to lie inside.

/** The value at an index; not a number outside the array, which every caller draws as nothing. */
export function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? Number.NaN;
}
