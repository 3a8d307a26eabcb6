// What a surface does not show: the parameters outside its slice, by name or by number.

/**
 * `Bias` for one neuron, `Other 15 weights` for a larger network, `Other weights` where the lanes differ.
 *
 * @param layouts the parameters' names, lane by lane
 * @param shown the two of the slice
 */
export function surroundingsName(
  layouts: readonly (readonly string[])[],
  shown: readonly string[],
): string {
  const others = layouts.map((names) => names.filter((name) => !shown.includes(name)));
  const [first = []] = others;
  if (others.some((names) => names.length !== first.length)) return 'Other weights';
  if (first.length !== 1) return `Other ${first.length} weights`;
  return first[0]?.startsWith('b') ? 'Bias' : 'Other weight';
}

/** The parameters that every lane has, by name, in the first lane's order. */
export function commonParameters(layouts: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = layouts;
  return first.filter((name) => others.every((names) => names.includes(name)));
}
