// A point of parameter space as starting values by name, short enough for a link.
import type { Experiment, Lane } from '../../src/index.ts';

/** Digits that tell any two points of a picture apart. */
const digits = 6;

export function startingValues(
  { objective }: Pick<Lane, 'objective'>,
  theta: Float64Array,
): Experiment['set'] {
  return Object.fromEntries(
    objective.names.map((name, i) => [name, Number((theta[i] ?? 0).toPrecision(digits))]),
  );
}

/** Of starting values only those that are not what the lane has now: the others start as they always do. */
export function moved(values: Experiment['set'], lane: Lane): Experiment['set'] {
  const now = startingValues(lane, lane.theta);
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== now[name]));
}

/** Starting values without those of these names. */
export function without(values: Experiment['set'], names: readonly string[]): Experiment['set'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
