// Starting points that make lanes with different scalings compute the same function.
import type { LayerSlots } from '../network/slots.ts';
import type { FirstInput } from './first-layer.ts';

/**
 * Rewrites the first layer in place, so that its sums over this lane's inputs are the sums that its numbers would give
 * over the reference's inputs: with `s` and `r` the two affine maps of the raw inputs, `W' s(x) + b' = W r(x) + b`.
 *
 * All that follows the first layer then sees the same numbers, and lanes of the same network compute the same outputs
 * at step 0. That cannot hold between lanes whose networks differ, batch norm included, for it changes what follows.
 * Where the layer has no bias because a batch norm takes it away again, the sums agree but for a constant in each unit,
 * which that batch norm removes, and the outputs agree all the same. Batch norm on the inputs is part of the map, with
 * the statistics of the full batch.
 */
export function matchFirstLayer(
  theta: Float64Array,
  { units, weights, bias }: LayerSlots,
  lane: FirstInput,
  reference: FirstInput,
): void {
  const [a, b, c, d] = lane.matrix;
  const determinant = a * d - b * c;
  const inverse = [d / determinant, -b / determinant, -c / determinant, a / determinant];
  const m = reference.matrix;
  const change = [
    m[0] * inverse[0] + m[1] * inverse[2],
    m[0] * inverse[1] + m[1] * inverse[3],
    m[2] * inverse[0] + m[3] * inverse[2],
    m[2] * inverse[1] + m[3] * inverse[3],
  ];
  // The new bias is the old sum at the lane's zero: no large shifts are added up only to cancel.
  const atZero = reference.apply(...lane.root);
  for (let unit = 0; unit < units; unit++) {
    const at = weights + 2 * unit;
    const w1 = theta[at];
    const w2 = theta[at + 1];
    theta[at] = w1 * change[0] + w2 * change[2];
    theta[at + 1] = w1 * change[1] + w2 * change[3];
    if (bias !== null) theta[bias + unit] += w1 * atZero[0] + w2 * atZero[1];
  }
}
