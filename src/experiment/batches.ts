// Mini-batches: which rows each training step sees.
import { createRandom, type RandomState } from '../math/random.ts';

export interface Batches {
  /** The rows of the next step; valid until the next call. */
  next(): Int32Array;
  /** Back to the first batch. */
  reset(): void;
  /** Where in the sequence of batches this is, to go on from there later; left out, runs can only begin anew. */
  save?(): BatchesState;
  restore?(state: BatchesState): void;
}

export interface BatchesState {
  /** The rows in the order of the epoch under way. */
  readonly order: Int32Array;
  /** How many of them have been handed out. */
  readonly from: number;
  readonly random: RandomState;
}

/**
 * Without replacement: each epoch shuffles all rows (Fisher and Yates) and hands them out in turn, the last batch of
 * an epoch being what is left. A single row left over joins the batch before it, for batch norm cannot measure the
 * variance of one row; this holds without batch norm too, so that every lane sees the same rows.
 *
 * @param size rows of a batch; 0 for all of them
 * @returns null where one batch holds all rows
 */
export function createBatches(count: number, size: number, seed: number): Batches | null {
  const longest = size > 1 ? size + 1 : size;
  if (size <= 0 || longest >= count) return null;
  const order = new Int32Array(count);
  let random = createRandom(seed, 'batches');
  let from = count;

  const shuffle = () => {
    for (let i = count - 1; i > 0; i--) {
      const j = random.integer(i + 1);
      const row = order[i];
      order[i] = order[j];
      order[j] = row;
    }
    from = 0;
  };
  const reset = () => {
    random = createRandom(seed, 'batches');
    for (let i = 0; i < count; i++) order[i] = i;
    from = count;
  };
  reset();

  return {
    reset,
    save: () => ({ order: order.slice(), from, random: random.save() }),
    restore(state) {
      order.set(state.order);
      from = state.from;
      random.restore(state.random);
    },
    next() {
      if (from >= count) shuffle();
      const left = count - from;
      const taken = left === longest ? left : Math.min(size, left);
      from += taken;
      return order.subarray(from - taken, from);
    },
  };
}
