// How finely a network's output is computed, and how often, so that a large network does not slow down its training.

/** Points times parameters of one picture: a few milliseconds. */
const [movingBudget, restingBudget] = [60_000, 600_000];
const [coarsest, finest] = [12, 56];
/** The part of the time that pictures of a running lane may take. */
const share = 0.04;

/** Corners a side of the grid of outputs. */
export function gridSide(parameters: number, moving: boolean): number {
  const points = (moving ? movingBudget : restingBudget) / Math.max(1, parameters);
  return Math.min(finest, Math.max(coarsest, Math.floor(Math.sqrt(points))));
}

/** When the next picture may be made, where the last one began and ended; in milliseconds of the same clock. */
export function waitAfter(began: number, ended: number): number {
  return began + (ended - began) / share;
}
