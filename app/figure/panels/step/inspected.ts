// Which parameters have a column of their own in the table of a step.
import type { SliceChoice } from '../../../../src/index.ts';

/** So many parameters have a column each, so that nothing is in a length that is not in the table. */
const fewest = 3;

/** The two weights of the slice, where it is one of weights; else the first two. A single neuron's bias follows them. */
export function inspected(slice: SliceChoice, names: readonly string[]): readonly string[] {
  const wanted = slice.kind === 'weights' ? slice.names : names.slice(0, 2);
  const first = wanted.filter((name) => names.includes(name));
  return names.length > fewest
    ? first
    : [...first, ...names.filter((name) => !first.includes(name))];
}
