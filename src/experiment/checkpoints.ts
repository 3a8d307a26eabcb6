// Remembered states of a run, so that any of its steps can be gone to without beginning at the start.

/** How many are held: a seek replays at most about a fiftieth of the run. */
const most = 64;
/** Steps between two of them in a short run. */
const firstStride = 8;
/** Halvings of the longest way back that is gone in small steps. */
const mostNear = 24;

export interface Checkpoints<State> {
  /** Whether the state after this many steps is wanted. */
  wants(iteration: number): boolean;
  /** Keeps a state; at full capacity every other one is dropped, so that memory stays bounded in runs of any length. */
  keep(iteration: number, state: State): void;
  /** Keeps a state for further steps back from somewhere near: the latest few. */
  keepNear(iteration: number, state: State): void;
  /** Drops those at or past a step that is now left behind. */
  forgetNear(from: number): void;
  /** The latest kept state at or before this step; null where there is none. */
  before(iteration: number): { readonly iteration: number; readonly state: State } | null;
  clear(): void;
}

/** Evenly spread over the run so far, at distances that are powers of two; the same steps in every run. */
export function createCheckpoints<State>(): Checkpoints<State> {
  const kept = new Map<number, State>();
  const near = new Map<number, State>();
  let stride = firstStride;
  return {
    wants: (iteration) => iteration % stride === 0 && !kept.has(iteration),
    keep(iteration, state) {
      kept.set(iteration, state);
      while (kept.size > most) {
        stride *= 2;
        for (const step of kept.keys()) if (step % stride !== 0) kept.delete(step);
      }
    },
    keepNear(iteration, state) {
      near.set(iteration, state);
      const [oldest] = near.keys();
      if (near.size > mostNear) near.delete(oldest);
    },
    forgetNear(from) {
      for (const step of near.keys()) if (step >= from) near.delete(step);
    },
    before(iteration) {
      let best = -1;
      for (const step of kept.keys()) if (step <= iteration && step > best) best = step;
      for (const step of near.keys()) if (step <= iteration && step > best) best = step;
      const state = near.get(best) ?? kept.get(best);
      return state === undefined ? null : { iteration: best, state };
    },
    clear() {
      kept.clear();
      near.clear();
      stride = firstStride;
    },
  };
}
