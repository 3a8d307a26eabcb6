// When single precision will do, and whether a kernel computes what the plain network does.
import type { PlanePoints } from '../../objective.ts';
import type { KernelSource } from './kernel-source.ts';
import type { Statistics } from '../stage.ts';

/** A bound of what single precision makes of an output of about 1. */
const outputError = 3e-7;
/** The relative error of a loss that nobody sees in a picture. */
export const visible = 1e-3;
/** A step of the grid should be no smaller a part of a weight. */
const leastStep = 1e-5;

/**
 * Whether neighbouring points of the grid are too near each other for the digits of their weights: along a direction,
 * the largest step of a weight is compared with the largest weight that moves.
 */
export function tooFineFor({ origin, u, v, a, b }: PlanePoints): boolean {
  return isFine(origin, u, a) || isFine(origin, v, b);
}

function isFine(origin: Float64Array, direction: Float64Array, at: Float64Array): boolean {
  if (at.length < 2) return false;
  const step = Math.abs(at[1] - at[0]);
  const ends = [at[0], at[at.length - 1]];
  let largestStep = 0;
  let largestWeight = 0;
  for (let k = 0; k < direction.length; k++) {
    if (direction[k] === 0) continue;
    largestStep = Math.max(largestStep, step * Math.abs(direction[k]));
    for (const end of ends) {
      largestWeight = Math.max(largestWeight, Math.abs(origin[k] + end * direction[k]));
    }
  }
  return largestStep < leastStep * largestWeight;
}

/**
 * Whether losses in single precision are not fit to be drawn: one is not finite, which it may be in double precision, or
 * so small that its error would show. An error e of an output changes a mean square by a part e sqrt(2 / loss) of it.
 */
export function needsDouble({ spec, samples }: KernelSource, losses: Float64Array): boolean {
  let square = 1;
  for (const target of samples.targets) square += (target * target) / samples.count;
  const share = outputError / visible;
  const least = spec.loss === 'mse' ? 2 * square * share * share : -Infinity;
  for (let k = 0; k < losses.length; k++) {
    if (!(losses[k] >= least && losses[k] < Infinity)) return true;
  }
  return false;
}

/** A column with a smaller variance than this is stretched so much that what single precision has rounded shows. */
const leastVariance = 1e-3;

/** Whether batch norm stretches some column too much, by the statistics that it is given. */
export const stretches = (statistics: Statistics | null): boolean =>
  statistics !== null && statistics.variance.some((variance) => !(variance >= leastVariance));

/** Compares some of the losses, by their places, with those of the plain network. */
export function agrees(
  { evaluate }: KernelSource,
  { origin, u, v, a, b }: PlanePoints,
  losses: Float64Array,
  places: readonly number[],
  tolerance: number,
): boolean {
  return places.every((k) => {
    const column = k % a.length;
    const row = (k - column) / a.length;
    const expected = evaluate(origin.map((x, p) => x + a[column] * u[p] + b[row] * v[p]));
    if (!Number.isFinite(expected)) return !Number.isFinite(losses[k]);
    return Math.abs(losses[k] - expected) <= tolerance * Math.abs(expected);
  });
}
