// Runs a long search in turns, so that the page stays alive meanwhile.

/** Milliseconds of a turn, and of the pause before the next. */
const turn = 6;
const pause = 10;

/** @returns gives the search up */
export function inTurns<Found>(
  search: Generator<void, Found>,
  onFound: (found: Found) => void,
): () => void {
  let timer = setTimeout(go, 0);
  function go() {
    const end = performance.now() + turn;
    let state = search.next();
    while (!state.done && performance.now() < end) state = search.next();
    if (state.done) onFound(state.value);
    else timer = setTimeout(go, pause);
  }
  return () => clearTimeout(timer);
}
