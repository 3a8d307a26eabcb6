// How fine a surface is computed: coarse while it moves, finer and finer at rest, by what a point has cost so far.

/** Points a side; each grid holds the one before, so refining only adds points. */
export const grids = [33, 65, 129, 257] as const;
const [coarsest] = grids;

/** The finest grid worth drawing at rest: all that costs allow, or what a picture without a graphics processor can bear. */
export const finestDrawn = (isPlain: boolean): number => (isPlain ? 129 : 257);

/** A moving surface should take no longer than this, in milliseconds, so that it keeps up; */
const movingBudget = 45;
/** and all lanes together no longer than this. */
const movingBudgetOfAll = 90;
/** Finer than this, a moving surface shows nothing more. */
const finestMoving = 65;
/** At rest a reader waits a little for detail, lane by lane. */
const restingBudget = 600;
/** The grid in use is kept as long as costs have not changed by more than this, or the mesh would flicker. */
const tolerance = 1.4;

export interface GridQuestion {
  /** Measured milliseconds per grid point, or null before the first surface. */
  readonly cost: number | null;
  readonly lanes: number;
  readonly workers: number;
  /** The finest grid that is worth drawing here. */
  readonly finest: number;
}

/** @param current the grid of the moving surface before; null for none */
export function movingGrid(
  { cost, lanes, workers, finest }: GridQuestion,
  current: number | null,
): number {
  if (cost === null) return coarsest;
  const budget = Math.min(movingBudget, movingBudgetOfAll / lanes) * Math.max(1, workers);
  let chosen: number = coarsest;
  for (const grid of grids) {
    const allowed = grid === current ? budget * tolerance : budget;
    if (grid <= Math.min(finestMoving, finest) && grid * grid * cost <= allowed) chosen = grid;
  }
  return chosen;
}

/** The next finer grid for a surface that stands still; null if it is fine enough. */
export function nextGrid({ cost, workers, finest }: GridQuestion, current: number): number | null {
  const next = grids.find((grid) => grid > current);
  if (next === undefined || next > finest || cost === null) return null;
  return next * next * cost <= restingBudget * Math.max(1, workers) ? next : null;
}
