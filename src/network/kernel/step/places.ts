// Where signals and parameters lie in the memory of a training step.
import type { Layout } from '../../layout.ts';
import type { LayerSlots } from '../../slots.ts';
import type { Signal } from '../../stage.ts';
import type { Arena } from './arena.ts';
import type { SignalPlace } from './dense-writer.ts';

/** What a module of a training step exports, by name; see `compiledStep`. */
export type StepSweeps = Readonly<Record<string, (...numbers: number[]) => number | undefined>>;

/** Copies the layer's own parameters from one vector of all to another. */
export function copier({ inputs, units, weights, bias }: LayerSlots) {
  return (from: Float64Array, to: Float64Array): void => {
    for (let k = weights; k < weights + units * inputs; k++) to[k] = from[k];
    if (bias === null) return;
    for (let k = bias; k < bias + units; k++) to[k] = from[k];
  };
}

export function takeSignal(
  arena: Arena,
  units: number,
  capacity: number,
  isInput: boolean,
): Signal {
  const length = units * capacity;
  const derivative = () => arena.take(isInput ? 0 : length);
  return {
    units,
    value: arena.take(length),
    adjoint: derivative(),
    tangent: derivative(),
    adjointTangent: derivative(),
    isInput,
  };
}

export const placeOf = ({
  value,
  adjoint,
  tangent,
  adjointTangent,
  isInput,
}: Signal): SignalPlace => ({
  value: value.byteOffset,
  adjoint: adjoint.byteOffset,
  tangent: tangent.byteOffset,
  adjointTangent: adjointTangent.byteOffset,
  isInput,
});

/** At most how many numbers a chain takes, and in how many arrays. */
export function sizesOf(layout: Layout, capacity: number): [numbers: number, arrays: number] {
  // A layer has its sum, what normalization makes of it and what the activation does; the inputs may be normalized.
  const units = layout.layers.reduce((sum, layer) => sum + 3 * layer.units, 4);
  return [4 * units * capacity + 3 * layout.size, 12 * (layout.layers.length + 2)];
}
