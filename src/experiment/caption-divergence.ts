// Sentences about lanes that move away from every minimum, while they do it and afterwards, and why.
import type { Curvature } from '../landscape/curvature.ts';
import { headroom } from '../landscape/window.ts';
import { formatApart, formatNumber } from '../number-format.ts';
import { schedules } from '../optimizers/schedules.ts';
import { isQuadratic, type CaptionLane, type RunFacts } from './caption-lane.ts';
import { count, fitted, listed, stepWord } from './caption-words.ts';
import { isPlainDescent } from './unstable-since.ts';

/** Steps in a row that rose. */
const rising = 3;

/**
 * Whether the last three steps raised the loss, and either it has left its headroom above that of the start, or it is sure
 * to rise ever after: on a quadratic at one rate it is a sum of powers, so that with plain descent above the limit it
 * falls at most at first.
 */
export function isDiverging(lane: CaptionLane, bend: Curvature | null | undefined): boolean {
  if (!lane.trajectory) return false;
  const { losses, count: entries } = lane.trajectory;
  if (entries <= rising) return false;
  for (let entry = entries - rising; entry < entries; entry++) {
    if (!(losses[entry] > losses[entry - 1])) return false;
  }
  return (
    losses[entries - 1] > headroom * losses[0] ||
    (isQuadratic(lane) && lane.settings.schedule === 'constant' && excessOf(lane, bend) !== null)
  );
}

/** The learning rate now, and the limit that it is above. */
interface Excess {
  readonly rate: number;
  /** 2 / lambda max. */
  readonly limit: number;
}

/** Null where the rate is not above its limit, or not known to be. */
function excessOf(
  { divergedAt, iteration, settings }: CaptionLane,
  bend: Curvature | null | undefined,
): Excess | null {
  // 2 / lambda max is the limit of plain gradient descent on the full batch, and of nothing else.
  if (!isPlainDescent(settings)) return null;
  const { factor } = schedules.get(settings.schedule);
  const rate = settings.learningRate * factor(divergedAt ?? iteration + 1, settings.knobs);
  const limit = bend?.maximumStableRate ?? NaN;
  return rate > limit ? { rate, limit } : null;
}

interface Escape {
  readonly lane: CaptionLane;
  /** Null while it is still under way. */
  readonly step: number | null;
  readonly above: Excess | null;
  readonly since: number | null;
}

function escapes({ lanes, curvatures, unstableSince }: RunFacts): Escape[] {
  return lanes.flatMap((lane, k): Escape[] => {
    const step = lane.status === 'diverged' ? lane.divergedAt : null;
    if (step === null && !isDiverging(lane, curvatures[k])) return [];
    const since = isPlainDescent(lane.settings) ? (unstableSince[k] ?? null) : null;
    return [{ lane, step, above: excessOf(lane, curvatures[k]), since }];
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

/** A rate and its limit, with digits enough to tell which is larger. */
const apart = ({ rate, limit }: Excess) => formatApart([rate, limit], 3, 8);

function describeBeginning({ lane, above }: Escape, name: string): string {
  const start = `${name} is diverging: its`;
  if (above === null) return `${start} loss is over ${count(headroom)} times what it began with.`;
  // Where the curvature changes, so does the limit, from step to step.
  const [rate, now] = apart(above);
  const limit = isQuadratic(lane) ? ` ${now}` : '';
  return `${start} learning rate ${rate} is above its largest safe rate${limit}, so each step overshoots further.`;
}

function describeEnd({ above, since }: Escape, start: string): string {
  const end = 'so each step overshot further.';
  if (above !== null) {
    const [rate, limit] = apart(above);
    const [is, when] =
      since === null
        ? ['is', '']
        : since === 0
          ? ['was', ' from the start']
          : ['is', `, which it passed at ${stepWord(since)}`];
    return `${start} learning rate ${rate} ${is} above its largest safe rate ${limit}${when}, ${end}`;
  }
  if (since === null) return `${start} numbers grew beyond what can be computed.`;
  return since === 0
    ? `${start} learning rate was above its largest safe rate from the start, ${end}`
    : `${start} learning rate passed its largest safe rate at ${stepWord(since)}, ${end}`;
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
    ? `: learning rate ${formatNumber(rate)} is above their largest safe rates`
    : ': learning rates above their largest safe rates';
  const isSteady = found.every(({ lane }) => isQuadratic(lane));
  const limits = isSteady ? ` ${listed(known.map(({ limit }) => formatNumber(limit)))}` : '';
  return `${start}${limits}, so each step overshoots further`;
}

/** What a lower rate would do, where that is certain: on a quadratic plain descent below 2 / lambda max only falls. */
export function describeCure(facts: RunFacts): string | null {
  const found = escapes(facts);
  if (found.length === 0) return null;
  if (!found.every(({ lane, above }) => above !== null && isQuadratic(lane))) return null;
  return found.length === 1
    ? 'Below that rate every step would lead downhill.'
    : 'Below the smallest of these every step would lead downhill in all of them.';
}
