// Grids of losses by the plain network, and how far others are from them.
import type { Objective, PlanePoints } from '../../../src/objective.ts';

/** `count` evenly spaced numbers. */
export const numbers = (low: number, high: number, count: number) =>
  Float64Array.from({ length: count }, (_, k) =>
    count === 1 ? low : low + ((high - low) * k) / (count - 1),
  );

export function reference(objective: Objective, { origin, u, v, a, b }: PlanePoints): Float64Array {
  return Float64Array.from({ length: a.length * b.length }, (_, k) => {
    const column = k % a.length;
    const row = (k - column) / a.length;
    return objective.evaluate(origin.map((x, p) => x + a[column] * u[p] + b[row] * v[p]));
  });
}

/** The largest relative error; infinite where only one of two numbers is finite. */
export function worst(actual: Float64Array, expected: Float64Array): number {
  return actual.reduce((most, x, k) => {
    const y = expected[k];
    if (!Number.isFinite(x) && !Number.isFinite(y)) return most;
    const error = x === y ? 0 : Math.abs(x - y) / Math.abs(y);
    return Number.isNaN(error) ? Infinity : Math.max(most, error);
  }, 0);
}
