// Where batch norm makes the length of weights meaningless.
import type { Layout } from './layout.ts';
import type { NetworkSpec } from './spec.ts';

/**
 * Whether the loss depends on the direction of these two parameters alone, and not on their length: they are all that
 * enters one unit, and batch norm divides the unit's sum by its spread (Ioffe and Szegedy 2015, section 3.3). Then the
 * loss is the same along every ray from (0, 0), up to the eps inside the root. This holds with the statistics of the
 * batch; running ones do not shrink along with the weights.
 *
 * @param names of two parameters, as in `W1[0][0]`
 */
export function isScaleInvariant(
  { spec, layout }: { readonly spec: NetworkSpec; readonly layout: Layout },
  names: readonly [string, string],
): boolean {
  const { kind, place } = spec.normalization;
  // A linear activation hands the sum on as it is.
  const seesSums = place === 'before' || (place === 'after' && spec.activation === 'linear');
  if (kind !== 'batch' || !seesSums) return false;
  const [first, second] = names.map((name) => layout.names.indexOf(name));
  return layout.layers.some(({ inputs, units, weights, normalization }) => {
    if (!normalization || inputs !== 2) return false;
    const low = Math.min(first, second) - weights;
    return low >= 0 && low % 2 === 0 && low < 2 * units && Math.abs(first - second) === 1;
  });
}
