// What a surface does not show: the parameters outside its slice, by name or by number.

/**
 * `Bias` for one neuron, `Other weights` for a larger network: how many there are is said below the pictures, and a
 * number would make two lines of it.
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
  if (others.some((names) => names.length !== 1)) return 'Other weights';
  return first[0]?.startsWith('b') ? 'Bias' : 'Other weight';
}

/** The parameters that every lane has, by name, in the first lane's order. */
export function commonParameters(layouts: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = layouts;
  return first.filter((name) => others.every((names) => names.includes(name)));
}
