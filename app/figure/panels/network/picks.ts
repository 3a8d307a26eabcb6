// Which parameters have been picked in a figure's diagrams: the first of two axes, and the one whose start can be typed.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../../../../src/index.ts';
import type { FigureSession } from '../../../session/types.ts';

export interface Picks {
  /** The first of two parameters to slice along; null while none waits for its second. */
  readonly pending: string | null;
  /** The parameter whose start can be typed; null before any was picked. */
  readonly selected: string | null;
  /** Whether the latest pick makes no axis, since some lane has no such parameter. */
  readonly isMissing: boolean;
}

const stores = new WeakMap<FigureSession, StoreApi<Picks>>();

/** All lanes of a figure share what was picked: the second pick may be made in another lane's diagram. */
export function picksOf(session: FigureSession): StoreApi<Picks> {
  const known = stores.get(session);
  if (known) return known;
  const made = createStore<Picks>(() => ({ pending: null, selected: null, isMissing: false }));
  stores.set(session, made);
  return made;
}

/** Takes a parameter as an axis: the second one makes the slice, and the same one again takes the first back. */
export function pick(session: FigureSession, name: string): void {
  const picks = picksOf(session);
  const { pending } = picks.getState();
  const isEverywhere = session.views.every(({ lane }) => lane.objective.names.includes(name));
  if (!isEverywhere) {
    picks.setState({ selected: name, isMissing: true });
    return;
  }
  const isSecond = pending !== null && pending !== name;
  picks.setState({
    selected: name,
    pending: pending === null ? name : null,
    isMissing: false,
  });
  if (isSecond) session.update(sliceAlong(session.store.getState().experiment, [pending, name]));
}

/** The slice along these parameters. Where the run starts stays: what was chosen along the old axes is set by name. */
export function sliceAlong(
  { from, set, slice }: Pick<Experiment, 'from' | 'set' | 'slice'>,
  names: readonly [string, string],
): Partial<Experiment> {
  const chosen =
    from !== null && slice.kind === 'weights'
      ? { [slice.names[0]]: from[0], [slice.names[1]]: from[1] }
      : {};
  return { slice: { kind: 'weights', names }, from: null, set: { ...chosen, ...set } };
}

/**
 * What to do next, and what the surfaces are drawn over now.
 * @param nameOf what a lane calls a parameter
 */
export function pickWords(
  { pending, selected, isMissing }: Picks,
  slice: Experiment['slice'],
  nameOf: (parameter: string) => string,
): string {
  if (isMissing && selected !== null) {
    return `Not every lane has ${nameOf(selected)}, so it makes no axis; its start can still be set.`;
  }
  if (pending !== null)
    return `${nameOf(pending)} is picked: pick a second line to draw the loss over both.`;
  const now =
    slice.kind === 'weights'
      ? ` Now: ${nameOf(slice.names[0])} (→) and ${nameOf(slice.names[1])} (↑).`
      : '';
  return `Pick two lines to draw the loss over them.${now}`;
}
