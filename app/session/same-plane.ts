// Whether a surface that was asked for is still the one that is wanted.
import type { Plane, Statistics } from '../../src/index.ts';
import { sameNumbers } from './same-numbers.ts';

interface Drawn {
  readonly plane: Plane;
  readonly statistics?: Statistics | null;
}

/** A plane through another of its own points differs in the last digits of its origin, and has the same losses. */
const rounding = 1e-13;

function sameOrigin(a: Float64Array, b: Float64Array): boolean {
  let largest = 1;
  for (const value of a) largest = Math.max(largest, Math.abs(value));
  return a.every((value, k) => Math.abs(value - (b[k] ?? NaN)) <= rounding * largest);
}

const sameStatistics = (a: Statistics | null, b: Statistics | null) =>
  a === b ||
  (a !== null && b !== null && sameNumbers(a.mean, b.mean) && sameNumbers(a.variance, b.variance));

/** A step within the plane moves the marker and leaves the surface as it is. */
export const samePlane = (a: Drawn, b: Drawn): boolean =>
  a.plane.u === b.plane.u &&
  a.plane.v === b.plane.v &&
  sameNumbers(a.plane.extent, b.plane.extent) &&
  sameOrigin(a.plane.origin, b.plane.origin) &&
  sameStatistics(a.statistics ?? null, b.statistics ?? null);
