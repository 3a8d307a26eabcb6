// Sentences about how a run ends: who diverged and why, and who reached the target first.
import { schedules } from '../optimizers/schedules.ts';
import type { RunFacts } from './caption-lane.ts';
import { count, digits, nameOf, ratio, roundDown, stepWord } from './caption-words.ts';
import { isPlainDescent } from './unstable-since.ts';

export function describeDivergence({ lanes, curvatures, unstableSince }: RunFacts): string | null {
  const index = lanes.findIndex(({ status }) => status === 'diverged');
  const lane = lanes[index];
  if (lane === undefined || lane.divergedAt === null) return null;
  const start = `${nameOf(lane)} diverged at ${stepWord(lane.divergedAt)}: its`;
  // 2 / lambda max is the limit of plain gradient descent on the full batch, and of nothing else.
  if (!isPlainDescent(lane.settings)) return `${start} numbers are no longer finite.`;
  const { learningRate, schedule, knobs } = lane.settings;
  const rate = learningRate * schedules.get(schedule).factor(lane.divergedAt, knobs);
  const limit = curvatures[index]?.maximumStableRate ?? NaN;
  const since = unstableSince[index] ?? null;
  if (rate > limit) {
    const past = `${start} learning rate ${digits(rate)} is above 2/\u03bbmax = ${digits(limit)}`;
    if (since === null) return `${past}.`;
    return since === 0
      ? `${past}, as it was from the start.`
      : `${past}, which it passed at ${stepWord(since)}.`;
  }
  if (since === null) return `${start} numbers are no longer finite.`;
  return since === 0
    ? `${start} learning rate was above 2/\u03bbmax from the start.`
    : `${start} learning rate passed 2/\u03bbmax at ${stepWord(since)}.`;
}

export function describeRace({ lanes }: RunFacts): string | null {
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
