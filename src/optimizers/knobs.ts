// Knobs that more than one optimizer has: how long it remembers, and what keeps it from dividing by 0.
import type { Knob } from '../knob.ts';

export const momentumKnob: Knob = {
  id: 'momentum',
  label: 'Momentum',
  min: 0,
  max: 0.99,
  initial: 0.9,
  scale: 'linear',
};

/** Added to a root before dividing by it. The default differs: PyTorch's is 1e-10 in Adagrad and 1e-8 elsewhere. */
export function epsilonKnob(initial: number): Knob {
  return { id: 'epsilon', label: 'Epsilon', min: 1e-12, max: 1e-2, initial, scale: 'log' };
}
