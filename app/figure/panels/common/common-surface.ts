// Which lanes have the same loss over the same weights, so that their paths may stand on one surface; and why others not.
import type { Experiment } from '../../../../src/index.ts';
import { sameNumbers } from '../../../session/same-numbers.ts';
import type { LaneView } from '../../../session/types.ts';

export interface CommonSurface {
  /** The lane whose surface it is. */
  readonly under: LaneView;
  /** The other lanes whose loss this is. */
  readonly companions: readonly LaneView[];
  /** The lanes whose loss is another one, each with a reason: what follows `since`. */
  readonly apart: readonly { readonly view: LaneView; readonly reason: string }[];
}

/**
 * With no lane chosen it is the surface that most lanes share, of the last of these: a lane that learns slowly would stand
 * in the valley of what it has not learned yet, and the first one usually is.
 *
 * @returns null while there is no lane
 */
export function commonSurface(
  views: readonly LaneView[],
  { ground, slice }: Pick<Experiment, 'ground' | 'slice'>,
): CommonSurface | null {
  const chosen = views[ground - 1];
  const candidates = chosen ? [chosen] : views.toReversed();
  const [first, ...rest] = candidates.map((under) => surfaceOf(under, views, slice));
  if (!first) return null;
  return rest.reduce(
    (most, next) => (next.companions.length > most.companions.length ? next : most),
    first,
  );
}

function surfaceOf(
  under: LaneView,
  views: readonly LaneView[],
  slice: Experiment['slice'],
): CommonSurface {
  const others = views
    .filter((view) => view !== under)
    .map((view) => ({ view, reason: reasonApart(under, view, slice) }));
  return {
    under,
    companions: others.filter(({ reason }) => reason === '').map(({ view }) => view),
    apart: others.filter(({ reason }) => reason !== ''),
  };
}

/** Whether any two lanes have the same loss over the same weights. */
export function anyShared(views: readonly LaneView[], slice: Experiment['slice']): boolean {
  return (commonSurface(views, { ground: 0, slice })?.companions.length ?? 0) > 0;
}

/** Nothing if the two have the same loss. */
function reasonApart(a: LaneView, b: LaneView, slice: Experiment['slice']): string {
  if (slice.kind !== 'weights') return 'only along two weights do coordinates mean the same in all';
  if (a.drawn.isFrozen || b.drawn.isFrozen) return 'each has running statistics of its own';
  if (a.drawn.isOwn && !sameNumbers(a.lane.samples.inputs, b.lane.samples.inputs)) {
    return 'its inputs are scaled in another way';
  }
  if (a.drawn.isOwn && a.lane.settings.precision !== b.lane.settings.precision) {
    return 'it computes in another precision';
  }
  const [one, other] = [a.drawn.objective.spec, b.drawn.objective.spec];
  // A network without normalization ignores all that is said of it.
  if (describe(one.normalization) !== describe(other.normalization)) {
    return 'it is normalized inside in another way';
  }
  const rest = ({ sizes, activation, loss }: typeof one) => [...sizes, activation, loss].join();
  return rest(one) === rest(other) ? '' : 'its network is another one';
}

function describe({ kind, place, eps, affine, keepBias }: Normalization): string {
  return kind === 'none' ? kind : [kind, place, eps, affine, keepBias].join();
}

type Normalization = LaneView['drawn']['objective']['spec']['normalization'];
