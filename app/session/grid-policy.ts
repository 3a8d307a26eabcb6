// How fine a surface is computed: coarse first and while it moves, fine at rest, by what a point has cost so far.

/** Points a side; each grid holds the one before, so refining only adds points. */
export const grids = [33, 65, 129] as const;

/** A moving surface should take no longer than this, in milliseconds, so that it keeps up. */
const movingBudget = 45;
/** At rest a reader waits a little for detail. */
const restingBudget = 900;

/** @param costPerPoint measured milliseconds per grid point, or null before the first surface */
export function chooseGrid(moving: boolean, costPerPoint: number | null): number {
  const [coarsest] = grids;
  if (costPerPoint === null) return coarsest;
  const budget = moving ? movingBudget : restingBudget;
  const finest = moving ? 65 : 129;
  let chosen: number = coarsest;
  for (const grid of grids) {
    if (grid <= finest && grid * grid * costPerPoint <= budget) chosen = grid;
  }
  return chosen;
}
