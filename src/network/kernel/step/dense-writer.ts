// What the sweeps of a dense layer are written with: loops over two rows at a time, parameters, and sums over the rows.
import {
  beginLoop,
  createBody,
  endLoop,
  get,
  i32,
  loadVector,
  memory,
  newLocal,
  op,
  set,
  simd,
  storeVector,
} from '../encoder.ts';
import { add, constant, createEmitter, keep, lanesOf, releaseSince, temporary } from '../lanes.ts';
import type { Emitter } from '../lanes.ts';
import { readDouble, splat } from '../scalars.ts';
import type { LayerSlots } from '../../slots.ts';

/** Addresses of the four arrays of a signal. */
export interface SignalPlace {
  readonly value: number;
  readonly adjoint: number;
  readonly tangent: number;
  readonly adjointTangent: number;
  readonly isInput: boolean;
}

/** Where a layer's numbers lie; `theta`, `v` and `out` have one number for each parameter of the network. */
export interface DensePlace {
  readonly slots: LayerSlots;
  readonly source: SignalPlace;
  readonly target: SignalPlace;
  readonly theta: number;
  readonly v: number;
  readonly out: number;
  /** Rows; an even number. */
  readonly count: number;
}

export interface Writer {
  readonly e: Emitter;
  /** The local with the byte offset in a column, while in a loop. */
  readonly at: number;
  readonly columnBytes: number;
}

const extract = (e: Emitter, lane: number) => {
  simd(e.body, e.lanes.extract);
  e.body.bytes.push(lane);
};

export function createWriter(count: number): Writer {
  const body = createBody([]);
  return {
    e: createEmitter(body, lanesOf.float64),
    at: newLocal(body, i32),
    columnBytes: 8 * count,
  };
}

/** The loop over the rows; `write` writes what happens to two of them. */
export function overRows({ e, at, columnBytes }: Writer, write: () => void): void {
  e.body.bytes.push(op.i32Const, 0);
  set(e.body, at);
  beginLoop(e.body);
  const taken = e.taken.length;
  write();
  releaseSince(e, taken);
  endLoop(e.body, at, 16, columnBytes);
}

export function load({ e, at }: Writer, address: number): number {
  get(e.body, at);
  loadVector(e.body, address);
  return keep(e);
}

export function store({ e, at }: Writer, address: number, value: number): void {
  get(e.body, at);
  get(e.body, value);
  storeVector(e.body, address);
}

/** The parameter at an index, in both lanes. */
export function parameter({ e }: Writer, address: number, index: number): number {
  readDouble(e, address + 8 * index);
  return splat(e);
}

export function zero({ e }: Writer): number {
  const sum = temporary(e);
  get(e.body, constant(e, 0));
  set(e.body, sum);
  return sum;
}

export function addTo({ e }: Writer, sum: number, value: number): void {
  const result = add(e, sum, value);
  get(e.body, result);
  set(e.body, sum);
}

/** Writes the sum of both lanes, the even rows first, to where the parameter's result lies. */
export function storeTotal({ e }: Writer, address: number, push: () => void): void {
  e.body.bytes.push(op.i32Const, 0);
  push();
  memory(e.body, op.f64Store, address);
}

export function pushTotal(e: Emitter, sum: number): void {
  for (const lane of [0, 1]) {
    get(e.body, sum);
    extract(e, lane);
  }
  e.body.bytes.push(op.f64Add);
}

export const range = (count: number) => Array.from({ length: count }, (_, k) => k);
