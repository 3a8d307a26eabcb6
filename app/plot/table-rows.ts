// The rows of a plot's table: few enough to read, with the first and the latest always among them.

/** Indices from 0 to `count - 1`, evenly spread, at most `limit` of them. */
export function spreadIndices(count: number, limit = 50): number[] {
  if (count <= limit) return Array.from({ length: Math.max(0, count) }, (_, k) => k);
  return Array.from({ length: limit }, (_, k) => Math.round((k * (count - 1)) / (limit - 1)));
}

/** The last index whose value is at most `wanted`, in ascending values; -1 if there is none. */
export function lastAtMost(values: ArrayLike<number>, count: number, wanted: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
