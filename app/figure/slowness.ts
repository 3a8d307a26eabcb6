// Why a lane whose learning rate is safe may still not arrive: a number far below what it could be, or a narrow valley.
import { formatFactor, formatNumber, isPlainDescent } from '../../src/index.ts';
import type { LaneView } from '../session/types.ts';

/** A rate this many times below the largest safe one takes needlessly small steps. */
const tooSmall = 10;
/** Steps that take less than this part of the way off the flattest direction are slow. */
const slowPart = 0.01;

/** One neuron's squared error: it curves alike everywhere, so that a safe rate leads to its least loss, soon or late. */
export function isBowl({ lane }: Pick<LaneView, 'lane'>): boolean {
  const { sizes, loss, normalization } = lane.objective.spec;
  return sizes.length === 2 && loss === 'mse' && normalization.kind === 'none';
}

/**
 * A sentence, or nothing: where the lane has arrived, or nothing slows it that is known. Of the valley it is said of one
 * neuron's squared error alone, where each step of plain descent takes the same part off the way left along a direction.
 *
 * @param limit the largest safe rate
 */
export function slowness(view: LaneView, limit: number): string {
  const { lane, curvature } = view;
  if (lane.stepsToTarget !== null || lane.status !== 'running' || !curvature) return '';
  const below = limit / lane.currentRate;
  if (below >= tooSmall) {
    return `Safe, but slow: the rate is ${formatNumber(below, 2)} times smaller than it could be.`;
  }
  if (!isBowl(view) || !isPlainDescent(lane.settings)) return '';
  const [flattest = NaN] = curvature.eigenvalues;
  const part = lane.currentRate * flattest;
  if (!(part > 0 && part < slowPart)) return '';
  return `Safe, but slow, since κ is ${formatFactor(curvature.conditionNumber)}: along the flattest direction each step takes one part in ${formatNumber(1 / part, 2)} off the way left, and a rate that would hurry it is not safe along the steepest.`;
}
