// Sentences about lanes with batch norm whose loss has jumped up on its way.
import type { Trajectory } from '../trajectory.ts';
import type { RunFacts } from './caption-lane.ts';
import { digits, fitted, stepWord } from './caption-words.ts';
import { spikeCause, type Rise } from './caption-spike-cause.ts';

/** A loss that grows by less is no jump. */
const sharply = 2;

/** The unbroken rise by the greatest factor; null where the loss has never doubled in one. */
function sharpestRise({ losses, count }: Trajectory): Rise | null {
  let sharpest: Rise | null = null;
  let greatest = sharply;
  let from = 0;
  for (let entry = 1; entry < count; entry++) {
    if (!(losses[entry] > losses[entry - 1])) from = entry;
    const factor = losses[entry] / losses[from];
    if (factor < greatest) continue;
    greatest = factor;
    sharpest = { from, to: entry };
  }
  return sharpest;
}

/** Causes take a while to find, and stay what they are: by path, that of its sharpest rise. */
const known = new WeakMap<Trajectory, { readonly key: string; readonly cause: string }>();

/** The lane whose loss has jumped by the greatest factor, when, and why where that is known. */
export function describeSpike({ lanes }: RunFacts): string | null {
  const [found] = lanes
    .flatMap((lane) => {
      const { trajectory, status, settings, patch } = lane;
      const isBatch = patch !== undefined && ['before', 'after'].includes(patch.normalization);
      // With mini-batches a loss goes up and down of itself.
      if (!trajectory || !isBatch || status === 'diverged' || settings.batch > 0) return [];
      const rise = sharpestRise(trajectory);
      if (rise === null) return [];
      const [before, after] = [trajectory.losses[rise.from], trajectory.losses[rise.to]];
      return [{ lane, trajectory, rise, before, after, factor: after / before }];
    })
    .sort((a, b) => b.factor - a.factor);
  if (found === undefined) return null;
  const { lane, trajectory, rise, before, after } = found;
  const [start, end] = [rise.from, rise.to].map((entry) => trajectory.iterations[entry]);
  const key = `${start} ${end}`;
  let told = known.get(trajectory);
  if (told?.key !== key) known.set(trajectory, (told = { key, cause: spikeCause(lane, rise) }));
  const { cause } = told;
  return fitted(
    (name) =>
      `The loss of ${name(lane)} jumped from ${digits(before)} to ${digits(after)} at ${stepWord(end)}${cause}.`,
  );
}
