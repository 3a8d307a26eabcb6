// Captions: what can be said of a run, computed from the run.
import type { Curvature } from '../landscape/curvature.ts';
import type { Lane } from './lane.ts';

/** What a caption needs to know of a lane. */
export type CaptionLane = Pick<
  Lane,
  'label' | 'iteration' | 'status' | 'stepsToTarget' | 'divergedAt' | 'targetLoss' | 'settings'
>;

/** Sentences shown at once. */
const most = 2;
const longestName = 33;

/**
 * One or two plain sentences about the run as it stands: a lane that diverged and why, who reached the target first,
 * and how unequal the curvatures are. No number in them changes from step to step without a cause in the run.
 *
 * @param curvatures one a lane, of a recent step; null where it is not known
 */
export function describeRun(
  lanes: readonly CaptionLane[],
  curvatures: readonly (Curvature | null)[],
): string[] {
  return [
    describeDivergence(lanes, curvatures),
    describeRace(lanes),
    describeConditions(lanes, curvatures),
  ]
    .filter((sentence) => sentence !== null)
    .slice(0, most);
}

function describeDivergence(
  lanes: readonly CaptionLane[],
  curvatures: readonly (Curvature | null)[],
): string | null {
  const index = lanes.findIndex(({ status }) => status === 'diverged');
  const lane = lanes[index];
  if (lane === undefined || lane.divergedAt === null) return null;
  const { learningRate, optimizer, batch } = lane.settings;
  const limit = curvatures[index]?.maximumStableRate ?? NaN;
  const start = `${nameOf(lane)} diverged at ${stepWord(lane.divergedAt)}`;
  // 2 / lambda max is the limit of plain gradient descent on the full batch, and of nothing else.
  return optimizer === 'sgd' && batch === 0 && learningRate > limit
    ? `${start}: its learning rate ${digits(learningRate)} is above 2/\u03bbmax = ${digits(limit)}.`
    : `${start}: its numbers are no longer finite.`;
}

function describeRace(lanes: readonly CaptionLane[]): string | null {
  const reached = lanes
    .flatMap((lane) =>
      lane.stepsToTarget === null ? [] : [{ name: nameOf(lane), steps: lane.stepsToTarget }],
    )
    .sort((a, b) => a.steps - b.steps);
  const first = reached[0];
  const last = reached[reached.length - 1];
  const waiting = lanes.find((lane) => lane.stepsToTarget === null && lane.status !== 'diverged');
  const target = `the target loss ${digits(lanes[0]?.targetLoss ?? NaN)}`;
  if (first === undefined || last === undefined) {
    if (waiting === undefined || waiting.iteration === 0) return null;
    return lanes.length === 1
      ? `${nameOf(waiting)} has not reached ${target} yet.`
      : `No lane has reached ${target} yet.`;
  }
  const start = `${first.name} reached ${target} at ${stepWord(first.steps)}`;
  if (waiting !== undefined) {
    const factor = roundDown(waiting.iteration / first.steps);
    const after = factor >= 2 ? `, after more than ${count(factor)} times as many` : '';
    return `${start}; ${nameOf(waiting)} has not${after}.`;
  }
  if (last === first) return `${start}.`;
  if (last.steps === first.steps) {
    return reached.length === lanes.length
      ? `Every lane reached ${target} at ${stepWord(first.steps)}.`
      : `${start}.`;
  }
  const factor = first.steps > 0 ? `: ${ratio(last.steps / first.steps)} times as many` : '';
  const place = lanes.length > 2 ? 'last, ' : '';
  return `${start}, ${last.name} ${place}at ${stepWord(last.steps)}${factor}.`;
}

function describeConditions(
  lanes: readonly CaptionLane[],
  curvatures: readonly (Curvature | null)[],
): string | null {
  const known = lanes
    .flatMap((lane, k) => {
      const curvature = curvatures[k];
      return curvature && !Number.isNaN(curvature.conditionNumber)
        ? [{ name: nameOf(lane), ...curvature }]
        : [];
    })
    .sort((a, b) => b.conditionNumber - a.conditionNumber);
  const worst = known[0];
  const best = known[known.length - 1];
  if (worst === undefined || best === undefined) return null;
  if (worst.flat > 0) {
    return `The loss of ${worst.name} has flat directions: moving along them changes nothing.`;
  }
  const start = `The loss of ${worst.name} curves ${times(worst.conditionNumber)} as sharply one way as another`;
  return best.conditionNumber === worst.conditionNumber
    ? `${start}.`
    : `${start}; that of ${best.name}, ${times(best.conditionNumber)}.`;
}

/** A lane's label, cut where settings of its own have made it long. */
const nameOf = ({ label }: CaptionLane) =>
  label.length > longestName ? `${label.slice(0, longestName - 1)}\u2026` : label;

const count = (value: number) => value.toLocaleString('en');
const stepWord = (step: number) => `step ${count(step)}`;

/** Two significant digits: 0.01 and 0.0067. */
const digits = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 2 });

/** At least one decimal below ten: 1.0, 4.2, 37. */
const ratio = (value: number) =>
  value < 10 ? value.toFixed(1) : value.toLocaleString('en', { maximumSignificantDigits: 2 });

/** Large ratios drift while a network trains, so only their order of magnitude is said. */
function times(value: number): string {
  if (value < 100) return `${ratio(value)} times`;
  return value < 1e6 ? `over ${count(roundDown(value))} times` : 'over a million times';
}

/** The largest of 1, 2, 5, 10, 20, ... that is not above the value, so that a growing number is seldom rewritten. */
function roundDown(value: number): number {
  if (!(value >= 1) || !Number.isFinite(value)) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const leading = value / power;
  return power * (leading >= 5 ? 5 : leading >= 2 ? 2 : 1);
}
