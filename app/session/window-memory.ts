// Windows that a reader chose for slices no longer shown: they are there again when the slice is.
import { sliceCodec, type Experiment } from '../../src/index.ts';

const keyOf = ({ slice, axes }: Experiment) => `${sliceCodec.write(slice)} ${axes}`;

/** @returns the windows for a choice about to be made: those it names, those of its slice before, or the present ones */
export function createWindowMemory(): (
  before: Experiment,
  choice: Partial<Experiment>,
) => Experiment['windows'] {
  const remembered = new Map<string, Experiment['windows']>();
  return (before, choice) => {
    const wanted = keyOf({ ...before, ...choice });
    const isOther = wanted !== keyOf(before);
    if (isOther) remembered.set(keyOf(before), before.windows);
    return choice.windows ?? (isOther ? (remembered.get(wanted) ?? []) : before.windows);
  };
}
