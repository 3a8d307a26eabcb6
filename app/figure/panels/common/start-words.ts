// Whether the paths of a common plot begin at one point, and why they may not.
import type { Experiment } from '../../../../src/index.ts';
import type { LaneView } from '../../../session/types.ts';

/** Starts that differ by less than this part of their size differ by rounding. */
const rounding = 1e-9;

/** A sentence with a space before it; nothing where the axes are no weights. */
export function startWords(
  views: readonly Pick<LaneView, 'lane' | 'drawn'>[],
  { slice, start }: Pick<Experiment, 'slice' | 'start'>,
): string {
  if (slice.kind !== 'weights') return '';
  const places = views.map(({ lane, drawn }) => {
    const theta = drawn.place(lane.start);
    return slice.names.map((name) => theta[drawn.objective.names.indexOf(name)] ?? NaN);
  });
  const [first = []] = places;
  const isOne = places.every((place) =>
    place.every((value, k) => {
      const other = first[k] ?? NaN;
      return Math.abs(value - other) <= rounding * Math.max(1, Math.abs(other));
    }),
  );
  if (isOne) return ' All paths start at one point.';
  const inRawUnits = views.some(({ drawn }) => !drawn.isOwn);
  return inRawUnits && start === 'same-numbers'
    ? ' All lanes start with the same numbers, each on inputs of its own; in raw units these are different weights, so the paths start apart.'
    : ' The paths start apart, since the lanes do.';
}
