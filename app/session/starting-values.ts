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
