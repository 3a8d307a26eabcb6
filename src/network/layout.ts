// The layout: where each parameter of a network lives in its flat vector theta, and what it is called.
import { normalizations } from './normalization/index.ts';
import type { LayerSlots, NormalizationSlots } from './slots.ts';
import type { NetworkSpec } from './spec.ts';
import { validateSpec } from './validate.ts';

export interface Layout {
  /** How many parameters there are. */
  readonly size: number;
  /** The name of each parameter, for example `W1[0][1]`: layer 1, unit 0, input 1. */
  readonly names: readonly string[];
  /** Layers 1 to L, the output layer last. */
  readonly layers: readonly LayerSlots[];
  /** The normalization of the inputs, called layer 0. */
  readonly inputNormalization: NormalizationSlots | null;
  /** How many units of the whole network batch norm measures: the length of its means and variances. */
  readonly normalizedUnits: number;
}

/**
 * The order is PyTorch's: gamma0 and beta0 if the inputs are normalized; then for each layer W row by row, b, gamma
 * and beta, as far as it has them. The last layer is never normalized.
 * A bias that feeds batch norm (not layer norm, which sees the differences between units) is left out, for its gradient is 0 and adaptive optimizers would divide noise by
 * noise (Ioffe and Szegedy 2015, section 3.2); `keepBias` keeps it.
 *
 * @throws {RangeError} on a spec that cannot be built
 */
export function createLayout(spec: NetworkSpec): Layout {
  validateSpec(spec);
  const { kind, place, affine, keepBias } = spec.normalization;
  const { overRows } = normalizations.get(kind);
  const names: string[] = [];
  let normalizedUnits = 0;

  const vector = (name: string, units: number) => {
    const first = names.length;
    for (let unit = 0; unit < units; unit++) names.push(`${name}[${unit}]`);
    return first;
  };
  const normalization = (layer: number, units: number): NormalizationSlots => {
    const isLearned = affine !== 'frozen';
    const gamma = isLearned ? vector(`gamma${layer}`, units) : null;
    const beta = isLearned ? vector(`beta${layer}`, units) : null;
    const statistics = normalizedUnits;
    if (overRows) normalizedUnits += units;
    return { units, gamma, beta, statistics };
  };

  const inputNormalization =
    kind !== 'none' && place === 'input' ? normalization(0, spec.sizes[0]) : null;
  const layers: LayerSlots[] = [];
  for (let layer = 1; layer < spec.sizes.length; layer++) {
    const inputs = spec.sizes[layer - 1];
    const units = spec.sizes[layer];
    const isHidden = layer < spec.sizes.length - 1;
    const isNormalized = kind !== 'none' && place !== 'input' && isHidden;
    // A linear activation hands the bias on unchanged to the batch norm that follows it.
    const biasIsLost =
      isNormalized && overRows && (place === 'before' || spec.activation === 'linear');
    const weights = names.length;
    for (let unit = 0; unit < units; unit++) vector(`W${layer}[${unit}]`, inputs);
    const bias = biasIsLost && !keepBias ? null : vector(`b${layer}`, units);
    layers.push({
      inputs,
      units,
      weights,
      bias,
      normalization: isNormalized ? normalization(layer, units) : null,
    });
  }
  return { size: names.length, names, layers, inputNormalization, normalizedUnits };
}
