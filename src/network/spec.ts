// The plain description of a network: what is needed to build one, and nothing else.

export interface Normalization {
  /** `batch` measures each unit over the rows of the batch, `layer` each row over the units of its layer. */
  readonly kind: 'none' | 'batch' | 'layer';
  /** Before the activation, after it, or (`batch` only) on the inputs of the first layer and nowhere else. */
  readonly place: 'before' | 'after' | 'input';
  /** Added to the variance inside the root; 1e-5 unless given, as in PyTorch. */
  readonly eps?: number;
  /** Frozen: gamma stays 1 and beta 0, and neither is a parameter; `learned` unless given. */
  readonly affine?: 'learned' | 'frozen';
  /**
   * Amount of the noise that each training step adds after batch norm, so that what a layer gets shifts all the time
   * (Santurkar et al. 2018, section 2.2, whose amount is 0.5); 0 unless given. `batch` only.
   */
  readonly noise?: number;
  /** Weight of the new batch in the running values; 0.1 unless given, as in PyTorch. */
  readonly momentum?: number;
  /** Keep the bias of a layer that feeds batch norm, although its gradient is 0; left out unless given. */
  readonly keepBias?: boolean;
}

export interface NetworkSpec {
  /** Units of each layer, inputs and output included: `[2, 4, 1]`. */
  readonly sizes: readonly number[];
  /** Activation of the hidden layers; the last layer is linear. */
  readonly activation: string;
  readonly loss: 'mse' | 'bce';
  readonly normalization: Normalization;
}
