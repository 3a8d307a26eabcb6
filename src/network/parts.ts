// What a chain is built of, apart from its normalizations: plain code, or instructions that do the same to the last bit.
import type { Activation } from './activations.ts';
import { createActivate } from './activate.ts';
import { createDense } from './dense.ts';
import type { LayerSlots } from './slots.ts';
import { createSignal } from './stage.ts';
import type { Signal, Stage } from './stage.ts';

export interface Parts {
  /** @param isInput whether its derivatives are left out */
  signal(units: number, isInput?: boolean): Signal;
  dense(slots: LayerSlots, source: Signal, target: Signal): Stage;
  activate(activation: Activation, source: Signal, target: Signal): Stage;
}

/** @param capacity the most rows that will ever be asked for */
export const plainParts = (capacity: number): Parts => ({
  signal: (units, isInput) => createSignal(units, capacity, isInput),
  dense: createDense,
  activate: (activation, source, target) => createActivate(activation, capacity, source, target),
});
