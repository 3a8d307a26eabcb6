// What a slice is told of an experiment's lanes.
import type { SliceContext, SliceLane } from '../landscape/slices/slice.ts';
import type { Layout } from '../network/layout.ts';
import type { NetworkObjective } from '../network/network.ts';
import type { SliceChoice } from './experiment.ts';

/** The indices of each unit's incoming weights, layer by layer. */
export function filtersOf({ layers }: Layout): number[][] {
  return layers.flatMap(({ inputs, units, weights }) =>
    Array.from({ length: units }, (_, unit) =>
      Array.from({ length: inputs }, (_input, k) => weights + unit * inputs + k),
    ),
  );
}

/** The names of a slice that is not along two weights; every network has them. */
const usualNames = ['W1[0][0]', 'W1[0][1]'] as const;

/**
 * @param lanes all lanes of the experiment, in their order
 * @param index which of them is drawn
 * @param objective that lane's
 * @param centre where the plane goes through, in that lane's parameters
 */
export function sliceContext(
  slice: SliceChoice,
  lanes: readonly SliceLane[],
  index: number,
  objective: SliceContext['objective'] & Pick<NetworkObjective, 'layout'>,
  centre: Float64Array,
): SliceContext {
  return {
    ...{ objective, lanes, index, centre },
    filters: filtersOf(objective.layout),
    names: slice.kind === 'weights' ? slice.names : usualNames,
    seed: slice.kind === 'random' ? slice.seed : 0,
  };
}
