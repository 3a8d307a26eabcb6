// The slice along two random directions, as long in every unit as that unit's own weights.
import { createRandom } from '../../math/random.ts';
import type { Slice } from './slice.ts';

/**
 * Two directions of normal numbers, filter-normalized (Li, Xu, Taylor, Studer and Goldstein 2018, section 4): what
 * enters a unit is scaled to the length of that unit's own weights, since a unit that is fed large weights is moved no
 * further by a small step. As there, biases and the gamma and beta of batch norm do not take part. Where a unit's
 * weights are all 0 its part of the directions is 0 too.
 *
 * Lanes whose layers have the same sizes draw the same numbers.
 *
 * @param filters the indices of each unit's incoming weights
 * @param theta whose lengths the directions take
 */
export function filterNormalized(
  filters: readonly (readonly number[])[],
  theta: Float64Array,
  seed: number,
): { readonly u: Float64Array; readonly v: Float64Array } {
  const random = createRandom(seed, 'slice');
  const direction = () => {
    const result = new Float64Array(theta.length);
    for (const filter of filters) {
      let wanted = 0;
      let drawn = 0;
      for (const i of filter) {
        result[i] = random.normal();
        drawn += result[i] * result[i];
        wanted += theta[i] * theta[i];
      }
      const factor = drawn > 0 ? Math.sqrt(wanted / drawn) : 0;
      for (const i of filter) result[i] *= factor;
    }
    return result;
  };
  return { u: direction(), v: direction() };
}

export const random: Slice = {
  id: 'random',
  label: 'Two random directions',
  blurb:
    'Along two random directions through all weights, each unit moved in proportion to its own weights: an impression of the whole landscape.',
  follows: null,
  frame({ filters, centre, lanes, index, seed }) {
    return {
      anchor: lanes[index].start,
      ...filterNormalized(filters, centre, seed),
      labels: ['random direction 1', 'random direction 2'],
      ...{ explained: null, problem: null },
    };
  },
};
