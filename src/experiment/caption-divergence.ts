// Sentences about lanes that move away from every minimum, while they do it and afterwards, and why.
import { schedules } from '../optimizers/schedules.ts';
import { isQuadratic, type CaptionLane, type RunFacts } from './caption-lane.ts';
import { count, digits, fitted, listed, stepWord } from './caption-words.ts';
import { isPlainDescent } from './unstable-since.ts';

/** A loss this many times that of the start is no excursion. */
const tooHigh = 1000;
/** Steps in a row that rose. */
const rising = 3;

/** Whether the loss is more than a thousand times what it was at the start, and the last three steps raised it. */
export function isDiverging({ trajectory }: Pick<CaptionLane, 'trajectory'>): boolean {
  if (!trajectory) return false;
  const { losses, count: entries } = trajectory;
  if (entries <= rising || !(losses[entries - 1] > tooHigh * losses[0])) return false;
  for (let entry = entries - rising; entry < entries; entry++) {
    if (!(losses[entry] > losses[entry - 1])) return false;
  }
  return true;
}

interface Escape {
  readonly lane: CaptionLane;
  /** Null while it is still under way. */
  readonly step: number | null;
  /** The learning rate now, if it is above `limit`, which is 2 / lambda max; null where it is not, or not known to be. */
  readonly above: { readonly rate: number; readonly limit: number } | null;
  readonly since: number | null;
}

function escapes({ lanes, curvatures, unstableSince }: RunFacts): Escape[] {
  return lanes.flatMap((lane, k): Escape[] => {
    const { status, divergedAt, iteration, settings } = lane;
    const step = status === 'diverged' ? divergedAt : null;
    if (step === null && !isDiverging(lane)) return [];
    // 2 / lambda max is the limit of plain gradient descent on the full batch, and of nothing else.
    if (!isPlainDescent(settings)) return [{ lane, step, above: null, since: null }];
    const { factor } = schedules.get(settings.schedule);
    const rate = settings.learningRate * factor(step ?? iteration + 1, settings.knobs);
    const limit = curvatures[k]?.maximumStableRate ?? NaN;
    const above = rate > limit ? { rate, limit } : null;
    return [{ lane, step, above, since: unstableSince[k] ?? null }];
  });
}

export function describeDivergence(facts: RunFacts): string | null {
  const found = escapes(facts);
  const [first] = found;
  if (first === undefined) return null;
  if (found.length > 1) return describeSeveral(found);
  return fitted((name) =>
    first.step === null
      ? describeBeginning(first, name(first.lane))
      : describeEnd(first, `${name(first.lane)} diverged at ${stepWord(first.step)}: its`),
  );
}

function describeBeginning({ lane, above }: Escape, name: string): string {
  const start = `${name} is diverging: `;
  if (above === null) return `${start}its loss is over ${count(tooHigh)} times what it began with.`;
  // Where the curvature changes, so does the limit, from step to step.
  const limit = isQuadratic(lane) ? ` = ${digits(above.limit)}` : '';
  const rate = digits(above.rate);
  return `${start}each step overshoots further; its learning rate ${rate} is above the safe rate 2/\u03bbmax${limit}.`;
}

function describeEnd({ above, since }: Escape, start: string): string {
  if (above !== null) {
    const past = `${start} learning rate ${digits(above.rate)} is above the safe rate 2/\u03bbmax = ${digits(above.limit)}`;
    if (since === null) return `${past}.`;
    return since === 0
      ? `${past}, as it was from the start.`
      : `${past}, which it passed at ${stepWord(since)}.`;
  }
  if (since === null) return `${start} numbers are no longer finite.`;
  return since === 0
    ? `${start} learning rate was above the safe rate 2/\u03bbmax from the start.`
    : `${start} learning rate passed the safe rate 2/\u03bbmax at ${stepWord(since)}.`;
}

/** All of them by name; the reason where all of them have it. */
function describeSeveral(found: readonly Escape[]): string {
  const reason = describeLimits(found);
  return fitted((name) => {
    const ended = found.flatMap(({ lane, step }) =>
      step === null ? [] : [{ name: name(lane), step }],
    );
    const past = ended.map((one, k) =>
      k === 0
        ? `${one.name} diverged at ${stepWord(one.step)}`
        : `${one.name} at ${count(one.step)}`,
    );
    const under = found.filter(({ step }) => step === null).map(({ lane }) => name(lane));
    const now =
      under.length > 0 ? `${listed(under)} ${under.length > 1 ? 'are' : 'is'} diverging` : '';
    return `${[past.join(', '), now].filter(Boolean).join('; ')}${reason}.`;
  });
}

function describeLimits(found: readonly Escape[]): string {
  const known = found.flatMap(({ above }) => above ?? []);
  if (known.length < found.length) return '';
  const [{ rate }] = known;
  const start = known.every((one) => one.rate === rate)
    ? `: learning rate ${digits(rate)} is above their safe rates 2/\u03bbmax`
    : ': learning rates above their safe rates 2/\u03bbmax';
  const isSteady = found.every(({ lane }) => isQuadratic(lane));
  return isSteady ? `${start} = ${listed(known.map(({ limit }) => digits(limit)))}` : start;
}
