// A point of parameter space as starting values by name, short enough for a link.
import { unproject, type Experiment, type Lane } from '../../src/index.ts';
import type { GrowingLaneView } from './lane-view.ts';

/** Digits that tell any two points of a picture apart. */
const digits = 6;

function startingValues(
  { objective }: Pick<Lane, 'objective'>,
  theta: Float64Array,
): Experiment['set'] {
  return Object.fromEntries(
    objective.names.map((name, i) => [name, Number((theta[i] ?? 0).toPrecision(digits))]),
  );
}

/** Of starting values only those that are not what the lane has now: the others start as they always do. */
function moved(values: Experiment['set'], lane: Lane): Experiment['set'] {
  const now = startingValues(lane, lane.theta);
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== now[name]));
}

/** Starting values without those of these names. */
function without(values: Experiment['set'], names: readonly string[]): Experiment['set'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/**
 * What to choose for all lanes to start at these slice coordinates of a lane. Where they are not weights themselves, all
 * weights of that point of the plane become starting values.
 */
export function startAt(
  view: GrowingLaneView,
  [u, v]: readonly [number, number],
  { slice, axes, set }: Experiment,
): Partial<Experiment> {
  // Set by name they would stand above the point.
  if (slice.kind === 'weights' && axes !== 'raw')
    return { from: [u, v], set: without(set, slice.names) };
  const { lane, drawn } = view;
  const { plane } = view.planeNow();
  const point = unproject(plane, u, v, new Float64Array(drawn.objective.size));
  const values = startingValues(lane, drawn.unplace(point, lane.theta));
  return { from: null, set: drawn.isOwn ? values : moved(values, lane) };
}
