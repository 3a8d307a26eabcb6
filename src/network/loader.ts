// What a network looks at: the rows of its samples, some of them, or other inputs.
import type { Samples } from '../samples.ts';
import type { Signal } from './stage.ts';

export interface Loader {
  /** Loads all rows, if they are not there already, or the named ones; returns how many. */
  rows(rows?: Int32Array): number;
  /** Loads `count` rows of row-major inputs, from row `from` on. */
  inputs(inputs: Float64Array, from: number, count: number): void;
  /** The targets of the rows that were loaded last. */
  targets(rows?: Int32Array): Float64Array;
}

/** @param input one value for each unit and row, unit-major; nobody else writes it */
export function createLoader(samples: Samples, input: Signal): Loader {
  const { value } = input;
  const batchTargets = new Float64Array(samples.count);
  /** Whether all rows are there, so that a surface of thousands of points copies them once. */
  let holdsSamples = false;

  const load: Loader['inputs'] = (inputs, from, count) => {
    holdsSamples = false;
    for (let r = 0; r < count; r++) {
      value[r] = inputs[2 * (from + r)];
      value[count + r] = inputs[2 * (from + r) + 1];
    }
  };

  return {
    rows(rows) {
      if (!rows) {
        if (!holdsSamples) load(samples.inputs, 0, samples.count);
        holdsSamples = true;
        return samples.count;
      }
      const count = rows.length;
      if (count < 1 || count > samples.count) {
        throw new RangeError(`wrong batch size: ${count} (1 to ${samples.count} rows)`);
      }
      holdsSamples = false;
      for (let r = 0; r < count; r++) {
        value[r] = samples.inputs[2 * rows[r]];
        value[count + r] = samples.inputs[2 * rows[r] + 1];
        batchTargets[r] = samples.targets[rows[r]];
      }
      return count;
    },
    inputs: load,
    targets: (rows) => (rows ? batchTargets : samples.targets),
  };
}
