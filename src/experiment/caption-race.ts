// Sentences about who reached the target loss, and when.
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

export function describeRace({ lanes }: RunFacts): string | null {
  const reached = lanes
    .flatMap((lane): Arrival[] =>
      lane.stepsToTarget === null ? [] : [{ lane, steps: lane.stepsToTarget }],
    )
    .sort((a, b) => a.steps - b.steps);
  const waiting = lanes.filter(
    (lane) => lane.stepsToTarget === null && lane.status !== 'diverged' && !isDiverging(lane),
  );
  const [first] = reached;
  const target = `the target loss ${digits(lanes[0]?.targetLoss ?? NaN)}`;
  if (first === undefined) return describeWaiting(lanes, waiting[0], target);
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
    const after = factor >= 2 ? `, after more than ${count(factor)} times as many` : '';
    return `${start}; ${nameOf(slow)} has not${after}.`;
  }
  const factor = first.steps > 0 ? `: ${ratio(last.steps / first.steps)} times as many` : '';
  return `${start}, ${nameOf(last.lane)} at ${stepWord(last.steps)}${factor}.`;
}

function describeWaiting(
  lanes: readonly CaptionLane[],
  waiting: CaptionLane | undefined,
  target: string,
): string | null {
  if (waiting === undefined || waiting.iteration === 0) return null;
  return lanes.length === 1
    ? `${nameOf(waiting)} has not reached ${target} yet.`
    : `No lane has reached ${target} yet.`;
}

/** Everyone who is still in the race, by name: `1. A at step 65, 2. B at 90; C and D not yet in 100 steps`. */
function describeRanking(reached: readonly Arrival[], waiting: readonly CaptionLane[]): string {
  const target = digits(reached[0].lane.targetLoss);
  const least = Math.min(...waiting.map(({ iteration }) => iteration));
  const arrived = reached[reached.length - 1].steps;
  // Rounded down, so that it does not flicker, but never below what others have needed.
  const steps = Math.max(roundDown(least), Math.min(least, arrived));
  return fitted((name) => {
    const places = reached.map(({ lane, steps: own }, k) => {
      const place = 1 + reached.findIndex((other) => other.steps === own);
      return `${place}. ${name(lane)} at ${k === 0 ? stepWord(own) : count(own)}`;
    });
    const rest =
      waiting.length > 0 ? `; ${listed(waiting.map(name))} not yet in ${count(steps)} steps` : '';
    return `To loss ${target}: ${places.join(', ')}${rest}.`;
  });
}
