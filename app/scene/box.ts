// The box that a surface stands in: slice coordinates and losses become x, y in [-1, 1] and z from 0 up. Pure.
import type { LossScale } from '../../src/index.ts';

export type Window = readonly [number, number, number, number];

/** The height in the box of the window's greatest loss. */
export const boxHeight = 0.9;
/** Heights stop here, in units of the window's greatest loss: what lies above is cut off. */
export const highestHeight = 1.1;
export const boxTop = boxHeight * highestHeight;

/** A slice coordinate in the box: `low` becomes -1, `high` becomes 1; not clamped. */
export function boxCoordinate(value: number, low: number, high: number): number {
  return (2 * (value - low)) / (high - low) - 1;
}

/** A loss as a height in the box; at least 0, not clamped above. */
export function boxElevation(loss: number, scale: LossScale): number {
  return boxHeight * Math.max(0, scale.height(loss));
}
