// The plain description of a network: what is needed to build one, and nothing else.

export interface Normalization {
  readonly kind: 'none' | 'batch';
  /** Before the activation, after it, or on the inputs of the first layer (and nowhere else). */
  readonly place: 'before' | 'after' | 'input';
  /** Added to the variance inside the root; 1e-5 unless given, as in PyTorch. */
  readonly eps?: number;
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
