// A lane's network as units and parameters, each with its place in the layers and in theta.
import type { Lane, NormalizationSlots } from '../../../../src/index.ts';

export interface Parameter {
  /** As in the objective's names. */
  readonly name: string;
  /** In theta. */
  readonly index: number;
  readonly kind: 'weight' | 'bias' | 'gamma' | 'beta';
  /** 0 for the inputs. */
  readonly layer: number;
  readonly unit: number;
  /** Of a weight: the unit of the layer before. */
  readonly input: number;
}

/** What normalizes a unit; an index is null where there is none. */
export interface UnitNormalization {
  /** In the objective's statistics: only batch norm has those. */
  readonly statistics: number | null;
  readonly gamma: Parameter | null;
  readonly beta: Parameter | null;
}

export interface Unit {
  readonly id: string;
  readonly layer: number;
  readonly unit: number;
  readonly bias: Parameter | null;
  readonly normalization: UnitNormalization | null;
}

export interface NetworkGraph {
  /** Units of each layer, the inputs first. */
  readonly sizes: readonly number[];
  readonly weights: readonly Parameter[];
  readonly units: readonly Unit[];
  /** All of them by name. */
  readonly parameters: ReadonlyMap<string, Parameter>;
}

export function networkGraph({ objective }: Pick<Lane, 'objective'>): NetworkGraph {
  const { layout, spec, names } = objective;
  const parameters = new Map<string, Parameter>();
  const register = (
    kind: Parameter['kind'],
    index: number,
    layer: number,
    unit: number,
    input = 0,
  ) => {
    const parameter = { kind, index, layer, unit, input, name: names[index] ?? '' };
    parameters.set(parameter.name, parameter);
    return parameter;
  };
  const normalized = (slots: NormalizationSlots | null, layer: number, unit: number) =>
    slots && {
      statistics: spec.normalization.kind === 'batch' ? slots.statistics + unit : null,
      gamma: slots.gamma === null ? null : register('gamma', slots.gamma + unit, layer, unit),
      beta: slots.beta === null ? null : register('beta', slots.beta + unit, layer, unit),
    };
  const units: Unit[] = [];
  const addUnit = (
    layer: number,
    unit: number,
    bias: Parameter | null,
    slots: NormalizationSlots | null,
  ) => {
    const normalization = normalized(slots, layer, unit);
    units.push({ id: `unit ${layer}.${unit}`, layer, unit, bias, normalization });
  };
  for (let input = 0; input < (spec.sizes[0] ?? 0); input++) {
    addUnit(0, input, null, layout.inputNormalization);
  }
  const weights: Parameter[] = [];
  layout.layers.forEach((slots, k) => {
    const layer = k + 1;
    for (let unit = 0; unit < slots.units; unit++) {
      for (let input = 0; input < slots.inputs; input++) {
        const index = slots.weights + unit * slots.inputs + input;
        weights.push(register('weight', index, layer, unit, input));
      }
      const bias = slots.bias === null ? null : register('bias', slots.bias + unit, layer, unit);
      addUnit(layer, unit, bias, slots.normalization);
    }
  });
  return { sizes: spec.sizes, weights, units, parameters };
}
