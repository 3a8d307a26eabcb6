// Looks for repairs of a diverged lane in turns, so that the page stays alive meanwhile.
import { findRepairs, type Experiment, type Lane, type Repair } from '../../../src/index.ts';

/** Milliseconds of a turn. */
const turn = 6;

/** @returns gives the search up */
export function searchRepairs(
  experiment: Experiment,
  index: number,
  lane: Lane,
  onFound: (repairs: readonly Repair[]) => void,
): () => void {
  const search = findRepairs(experiment, index, lane);
  let timer = setTimeout(go, 0);
  function go() {
    const end = performance.now() + turn;
    let state = search.next();
    while (!state.done && performance.now() < end) state = search.next();
    if (state.done) onFound(state.value);
    else timer = setTimeout(go, 0);
  }
  return () => clearTimeout(timer);
}
