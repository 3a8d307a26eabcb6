// Whether axes in the units of the raw inputs are still to be had.
import type { Experiment } from '../../../../src/index.ts';

/** Folding gives the first layer's weights new units, and no other direction through parameter space. */
export function isFoldable({ axes, slice }: Pick<Experiment, 'axes' | 'slice'>): boolean {
  if (axes === 'raw' || slice.kind !== 'weights') return false;
  return slice.names.every((name) => name.startsWith('W1['));
}
