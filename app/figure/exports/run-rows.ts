// The recorded steps of a run as rows of a table.
import type { LaneView } from '../../session/types.ts';
import type { Cell } from './table-text.ts';

/** Names of the parameters of all lanes, each once, in the order of the lanes. */
export function parameterNames(views: readonly LaneView[]): readonly string[] {
  return [...new Set(views.flatMap(({ lane }) => lane.objective.names))];
}

/** `lane, step, loss`, then the parameters by name; one that a lane has not is null. */
export function* runRows(views: readonly LaneView[]): Generator<readonly Cell[]> {
  const names = parameterNames(views);
  for (const { id, lane } of views) {
    const places = names.map((name) => lane.objective.names.indexOf(name));
    const { count, iterations, losses, thetas, size } = lane.trajectory;
    for (let k = 0; k < count; k++) {
      const values = places.map((place) => (place < 0 ? null : (thetas[k * size + place] ?? null)));
      yield [id, iterations[k] ?? null, losses[k] ?? null, ...values];
    }
  }
}
