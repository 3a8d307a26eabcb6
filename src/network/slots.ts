// Slots: the indices at which one layer finds its numbers.

/** Where one normalized layer keeps its numbers. */
export interface NormalizationSlots {
  readonly units: number;
  /** First index of gamma and of beta in theta, `units` numbers each; null where they are frozen at 1 and 0. */
  readonly gamma: number | null;
  readonly beta: number | null;
  /** First index of this layer in the concatenated means and variances; only batch norm has those. */
  readonly statistics: number;
}

/** Where one layer `z = W h + b` keeps its parameters in theta. */
export interface LayerSlots {
  readonly inputs: number;
  readonly units: number;
  /** First index of W, `units` rows of `inputs` numbers. */
  readonly weights: number;
  /** First index of b, `units` numbers; null where the layer has no bias. */
  readonly bias: number | null;
  readonly normalization: NormalizationSlots | null;
}
