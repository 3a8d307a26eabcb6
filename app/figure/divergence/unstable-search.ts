// The step at which a run became unstable, where a network is small enough to look for it.
import { unstableSince, type Lane } from '../../../src/index.ts';

/** Above this many parameters it takes too long to look for the step at which a run became unstable. */
export const largestSearched = 12;

/** Searched for once, when a lane has diverged. */
export function createUnstableSearch() {
  const found = new WeakMap<Lane, { readonly step: number | null; readonly divergedAt: number }>();
  return (lane: Lane): number | null => {
    const { divergedAt } = lane;
    if (divergedAt === null || lane.objective.size > largestSearched) return null;
    const known = found.get(lane);
    if (known?.divergedAt === divergedAt) return known.step;
    const step = unstableSince(lane);
    found.set(lane, { step, divergedAt });
    return step;
  };
}
