// Sentences about who reached the target loss and when, and how far the others are.
import { formatReading } from '../number-format.ts';
import { isDiverging } from './caption-divergence.ts';
import type { CaptionLane, RunFacts } from './caption-lane.ts';
import {
  count,
  digits,
  fitted,
  listed,
  nameOf,
  ratio,
  roundDown,
  stepWord,
} from './caption-words.ts';

interface Arrival {
  readonly lane: CaptionLane;
  readonly steps: number;
}

export function describeRace({ lanes, curvatures }: RunFacts): string | null {
  const reached = lanes
    .flatMap((lane): Arrival[] =>
      lane.stepsToTarget === null ? [] : [{ lane, steps: lane.stepsToTarget }],
    )
    .sort((a, b) => a.steps - b.steps);
  const waiting = lanes
    .filter(
      (lane, k) =>
        lane.stepsToTarget === null &&
        lane.status !== 'diverged' &&
        !isDiverging(lane, curvatures[k]),
    )
    .sort((a, b) => (a.loss ?? NaN) - (b.loss ?? NaN));
  const [first] = reached;
  const target = `the target loss ${digits(lanes[0]?.targetLoss ?? NaN)}`;
  if (first === undefined) return describeWaiting(lanes, waiting, target);
  const last = reached[reached.length - 1];
  if (waiting.length === 0 && last.steps === first.steps) {
    const isEvery = lanes.length > 1 && reached.length === lanes.length;
    const when = `reached ${target} at ${stepWord(first.steps)}.`;
    return isEvery
      ? `Every lane ${when}`
      : fitted((name) => `${listed(reached.map(({ lane }) => name(lane)))} ${when}`);
  }
  if (reached.length + waiting.length > 2) return describeRanking(reached, waiting);
  const start = `${nameOf(first.lane)} reached ${target} at ${stepWord(first.steps)}`;
  const [slow] = waiting;
  if (slow !== undefined) {
    const factor = roundDown(slow.iteration / first.steps);
    const after = factor >= 2 ? ` after over ${count(factor)} times as many steps` : '';
    const where = slow.loss === undefined ? 'has not' : `is at ${lossOf(slow)}`;
    return `${start}; ${nameOf(slow)} ${where}${after}.`;
  }
  const factor = first.steps > 0 ? `: ${ratio(last.steps / first.steps)} times as many steps` : '';
  return `${start}, ${nameOf(last.lane)} at ${stepWord(last.steps)}${factor}.`;
}

/** With its zeros, so that a sentence keeps its width while the loss falls. */
const lossOf = ({ loss }: CaptionLane) => formatReading(loss, 2);

/** Nobody has arrived: how far each of them is, the nearest first. */
function describeWaiting(
  lanes: readonly CaptionLane[],
  waiting: readonly CaptionLane[],
  target: string,
): string | null {
  const [first] = waiting;
  if (first === undefined || first.iteration === 0) return null;
  if (waiting.some(({ loss }) => loss === undefined)) {
    return lanes.length === 1
      ? `${nameOf(first)} has not reached ${target} yet.`
      : `No lane has reached ${target} yet.`;
  }
  return fitted((name) => {
    const places = waiting.map((lane, k) =>
      k === 0 ? `${name(lane)} is at loss ${lossOf(lane)}` : `${name(lane)} at ${lossOf(lane)}`,
    );
    return `${places.join(', ')}; the target is ${digits(first.targetLoss)}.`;
  });
}

/** Everyone who is still in the race, by name: `A reached loss 0.01 at step 65, B at 90; C is still at 0.17 and D at 0.2`. */
function describeRanking(reached: readonly Arrival[], waiting: readonly CaptionLane[]): string {
  const target = digits(reached[0].lane.targetLoss);
  return fitted((name) => {
    const places = reached.map(({ lane, steps }, k) =>
      k === 0
        ? `${name(lane)} reached loss ${target} at ${stepWord(steps)}`
        : `${name(lane)} at ${count(steps)}`,
    );
    const rest = waiting.length > 0 ? `; ${restOf(waiting, name)}` : '';
    return `${places.join(', ')}${rest}.`;
  });
}

function restOf(waiting: readonly CaptionLane[], name: (lane: CaptionLane) => string): string {
  if (waiting.some(({ loss }) => loss === undefined)) {
    return `${listed(waiting.map(name))} not yet`;
  }
  return listed(
    waiting.map((lane, k) => `${name(lane)} ${k === 0 ? 'is still ' : ''}at ${lossOf(lane)}`),
  );
}
