// The sweeps of an activation as instructions, two numbers at once: operation by operation what activations.ts and
// activate.ts do. Addresses come as arguments, so that all layers share them.
import {
  beginLoop,
  createBody,
  endLoop,
  get,
  i32,
  loadVector,
  newLocal,
  op,
  storeVector,
} from '../encoder.ts';
import type { Body } from '../encoder.ts';
import { exp, normalDistribution, sigmoid, tanh } from '../elementary.ts';
import {
  add,
  atLeast,
  choose,
  constant,
  createEmitter,
  div,
  keep,
  lanesOf,
  less,
  masked,
  mul,
  neg,
  releaseSince,
  sub,
} from '../lanes.ts';
import type { Emitter } from '../lanes.ts';

/** The function and its two derivatives; z is the argument and h the function there. */
export interface ActivationCode {
  /** Whether the first derivative needs the argument; else it gives the same bits where h is handed in for z. */
  readonly needsArgument?: boolean;
  evaluate(e: Emitter, z: number): number;
  derivative(e: Emitter, z: number, h: number): number;
  secondDerivative(e: Emitter, z: number, h: number): number;
}

const one = (e: Emitter) => constant(e, 1);
const zero = (e: Emitter) => constant(e, 0);
const isPositive = (e: Emitter, z: number) => less(e, zero(e), z);
const isAtMostZero = (e: Emitter, z: number) => atLeast(e, zero(e), z);
const leak = (e: Emitter) => constant(e, 0.01);
const density = (e: Emitter, z: number) =>
  div(e, exp(e, div(e, mul(e, neg(e, z), z), constant(e, 2))), constant(e, Math.sqrt(2 * Math.PI)));

export const activationCodes: Readonly<Partial<Record<string, ActivationCode>>> = {
  tanh: {
    evaluate: tanh,
    derivative: (e, _z, h) => sub(e, one(e), mul(e, h, h)),
    secondDerivative: (e, _z, h) =>
      mul(e, mul(e, constant(e, -2), h), sub(e, one(e), mul(e, h, h))),
  },
  relu: {
    evaluate: (e, z) => choose(e, isAtMostZero(e, z), zero(e), z),
    derivative: (e, z) => masked(e, one(e), isPositive(e, z)),
    secondDerivative: zero,
  },
  'leaky-relu': {
    evaluate: (e, z) => choose(e, isAtMostZero(e, z), mul(e, leak(e), z), z),
    derivative: (e, z) => choose(e, isPositive(e, z), one(e), leak(e)),
    secondDerivative: zero,
  },
  gelu: {
    needsArgument: true,
    evaluate: (e, z) => mul(e, z, normalDistribution(e, z)),
    derivative: (e, z) => add(e, normalDistribution(e, z), mul(e, z, density(e, z))),
    secondDerivative: (e, z) => mul(e, sub(e, constant(e, 2), mul(e, z, z)), density(e, z)),
  },
  sigmoid: {
    evaluate: sigmoid,
    derivative: (e, _z, h) => mul(e, h, sub(e, one(e), h)),
    secondDerivative: (e, _z, h) =>
      mul(e, mul(e, h, sub(e, one(e), h)), sub(e, one(e), mul(e, constant(e, 2), h))),
  },
  linear: { evaluate: (_e, z) => z, derivative: one, secondDerivative: zero },
};

/** A loop over whole buffers: reads two numbers of each source, and writes what comes of them to the last argument's buffer. */
function loop(sources: number, write: (e: Emitter, values: readonly number[]) => number): Body {
  // The buffers' addresses, that of the result, and how many bytes each has.
  const body = createBody(Array.from({ length: sources + 2 }, () => i32));
  const e = createEmitter(body, lanesOf.float64);
  const at = newLocal(body, i32);
  const address = (buffer: number) => {
    get(body, buffer);
    get(body, at);
    body.bytes.push(op.i32Add);
  };
  beginLoop(body);
  const taken = e.taken.length;
  const values = Array.from({ length: sources }, (_, buffer) => {
    address(buffer);
    loadVector(body, 0);
    return keep(e);
  });
  const result = write(e, values);
  address(sources);
  get(body, result);
  storeVector(body, 0);
  releaseSince(e, taken);
  endLoop(body, at, 16, { local: sources + 1 });
  return body;
}

/** In this order: (z; h), (z, h, h's adjoint; z's), (z, h, z.; h.), (z, h, z., h's adjoint, its tangent; z's). */
export function activateCode({ evaluate, derivative, secondDerivative }: ActivationCode): Body[] {
  return [
    loop(1, (e, [z]) => evaluate(e, z)),
    loop(3, (e, [z, h, adjoint]) => mul(e, adjoint, derivative(e, z, h))),
    loop(3, (e, [z, h, tangent]) => mul(e, tangent, derivative(e, z, h))),
    loop(5, (e, [z, h, tangent, adjoint, adjointTangent]) =>
      add(
        e,
        mul(e, adjointTangent, derivative(e, z, h)),
        mul(e, mul(e, adjoint, secondDerivative(e, z, h)), tangent),
      ),
    ),
  ];
}
