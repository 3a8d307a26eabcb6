// What an input scaling is: fitted to the inputs once, then an affine map of every row.
import type { Entry } from '../registry.ts';

/** A fitted scaling: `scaled = matrix * raw + shift`, with its inverse. */
export interface InputMap {
  /** 2 x 2, row major; diagonal for every scaling that treats its columns apart. */
  readonly matrix: Float64Array;
  /** 2 numbers. */
  readonly shift: Float64Array;
  /** Whether each column held one value only, and so could not be scaled. */
  readonly constant: readonly [boolean, boolean];
  /** Scales rows of two inputs (row major) into a new array. */
  apply(inputs: Float64Array): Float64Array;
  /** Undoes `apply`, into a new array. */
  invert(inputs: Float64Array): Float64Array;
}

export interface Scaling extends Entry {
  /** The map of one column in plain text, for example `(x - mean) / std`. */
  readonly formula: string;
  /** @param inputs count x 2, row major; at least one row, all finite */
  fit(inputs: Float64Array): InputMap;
}
