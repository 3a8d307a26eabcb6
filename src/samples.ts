// Samples: what a network is trained on.

/** `count` rows of two inputs and one target. */
export interface Samples {
  readonly count: number;
  /** count x 2, row major. */
  readonly inputs: Float64Array;
  /** One number a row: a real value, or 0 and 1 for two classes. */
  readonly targets: Float64Array;
}
