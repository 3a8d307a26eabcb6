// Activations and losses as instructions: those that a kernel knows. An entry that is missing here is computed by the plain
// path.
import { exp, log1p, normalDistribution, sigmoid, tanh } from './elementary.ts';
import { abs, add, constant, max, mul, neg, sub } from './lanes.ts';
import type { Emitter } from './lanes.ts';

/** Writes a function of one number; see `src/network/activations.ts` for what each is. */
type EmitActivation = (e: Emitter, z: number) => number;
/** Writes the loss of one row, from its output and its target. */
type EmitLoss = (e: Emitter, output: number, target: number) => number;

export const activationEmitters: Readonly<Partial<Record<string, EmitActivation>>> = {
  tanh,
  sigmoid,
  relu: (e, z) => max(e, z, constant(e, 0)),
  'leaky-relu': (e, z) => max(e, z, mul(e, constant(e, 0.01), z)),
  gelu: (e, z) => mul(e, z, normalDistribution(e, z)),
  linear: (_e, z) => z,
};

export const lossEmitters: Readonly<Partial<Record<string, EmitLoss>>> = {
  mse(e, output, target) {
    const error = sub(e, output, target);
    return mul(e, error, error);
  },
  bce(e, output, target) {
    const linear = sub(e, max(e, output, constant(e, 0)), mul(e, output, target));
    return add(e, linear, log1p(e, exp(e, neg(e, abs(e, output)))));
  },
};
