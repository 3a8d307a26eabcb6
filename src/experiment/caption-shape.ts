// Sentences about why a run goes as it does: the shape of the surface, the path across it, and the rates it allows.
import { isQuadratic, type CaptionLane, type RunFacts } from './caption-lane.ts';
import { count, digits, fitted, nameOf, ratio, roundDown, times } from './caption-words.ts';
import { mostTurning } from './turns.ts';

/** Below this condition number a valley looks round. */
const nearlyRound = 1.5;

/**
 * The lanes with the most and the least unequal curvatures. Not said at a saddle, where the number tells nothing of a
 * valley, nor where the lane with the more unequal ones was faster, since then something else decided.
 */
export function describeConditions({ lanes, curvatures }: RunFacts): string | null {
  if (curvatures.some((curvature) => curvature !== null && curvature.negative > 0)) return null;
  const known = lanes
    .flatMap((lane, k) => {
      const curvature = curvatures[k];
      return curvature && !Number.isNaN(curvature.conditionNumber) ? [{ lane, ...curvature }] : [];
    })
    .sort((a, b) => b.conditionNumber - a.conditionNumber);
  const worst = known[0];
  const best = known[known.length - 1];
  if (worst === undefined || best === undefined) return null;
  if (best.conditionNumber < worst.conditionNumber && isFaster(worst.lane, best.lane)) return null;
  if (worst.flat > 0) {
    return `The loss of ${nameOf(worst.lane)} has flat directions: moving along them changes nothing.`;
  }
  const curves = (one: typeof worst) =>
    one.conditionNumber < nearlyRound
      ? 'hardly more one way than another'
      : `${times(one.conditionNumber, isQuadratic(one.lane))} as sharply one way as another`;
  const other = curves(best).replace(' as sharply one way as another', '');
  return fitted((name) => {
    const start = `The loss of ${name(worst.lane)} curves ${curves(worst)}`;
    return best.conditionNumber === worst.conditionNumber
      ? `${start}.`
      : `${start}; that of ${name(best.lane)}, ${other}.`;
  });
}

const isFaster = (one: CaptionLane, other: CaptionLane): boolean =>
  one.stepsToTarget !== null && one.stepsToTarget < (other.stepsToTarget ?? Infinity);

/** Parts of a path's last steps that turn back, and the words for them. */
const nearlyAll = 0.9;
const half = 0.5;

export function describeZigzag({ lanes }: RunFacts): string | null {
  for (const lane of lanes) {
    const turning = lane.trajectory ? mostTurning(lane.trajectory) : null;
    if (turning === null || turning.part < half) continue;
    const name = lane.objective?.names[turning.parameter] ?? 'one parameter';
    const often = turning.part >= nearlyAll ? 'nearly every one' : 'half or more';
    return `${nameOf(lane)} zigzags: ${name} turned back at ${often} of its last ${turning.steps} steps.`;
  }
  return null;
}

/** Whose learning rate is larger, by how much; where all are alike there is nothing to say. */
export function describeRates({ lanes }: RunFacts): string | null {
  const sorted = lanes
    .map((lane) => ({ name: nameOf(lane), rate: lane.settings.learningRate }))
    .sort((a, b) => a.rate - b.rate);
  const [small, large] = [sorted[0], sorted[sorted.length - 1]];
  if (small === undefined || large === undefined || large.rate === small.rate) return null;
  const factor = large.rate / small.rate;
  return (
    `${large.name} trains with learning rate ${digits(large.rate)}, ` +
    `${factor < 1e6 ? ratio(factor) : 'over a million'} times that of ${small.name}.`
  );
}

/** From this factor on it is worth saying that lanes allow different rates. */
const worthSaying = 2;

export function describeStableRates({ lanes, curvatures }: RunFacts): string | null {
  const sorted = lanes
    .flatMap((lane, k) => {
      const rate = curvatures[k]?.maximumStableRate ?? NaN;
      return Number.isFinite(rate) ? [{ name: nameOf(lane), rate }] : [];
    })
    .sort((a, b) => a.rate - b.rate);
  const [small, large] = [sorted[0], sorted[sorted.length - 1]];
  if (small === undefined || large === undefined) return null;
  const factor = large.rate / small.rate;
  if (!(factor >= worthSaying)) return null;
  const many = factor < 1e6 ? `at least ${count(roundDown(factor))}` : 'over a million';
  return `A stable learning rate of ${large.name} can be ${many} times that of ${small.name}.`;
}
