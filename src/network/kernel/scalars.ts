// Single numbers in float64 around the loops: parameters at the point at hand, means, and what becomes of accumulated sums.
import { double, get, integer, memory, newLocal, op, set, simd, f64 } from './encoder.ts';
import type { Dependence, Weight } from './graph-nodes.ts';
import { keep } from './lanes.ts';
import type { Emitter } from './lanes.ts';
import type { MemoryMap } from './memory-map.ts';

/** Where a function stands: what its nodes depend on, and which of its parameters is that coordinate. */
export interface Place {
  readonly dependence: Dependence;
  readonly coordinate: number;
}

/** Reads a double at a fixed address onto the stack. */
export function readDouble(e: Emitter, address: number): void {
  integer(e.body, 0);
  memory(e.body, op.f64Load, address);
}

/** Puts the parameter, or its part, onto the stack. */
export function pushWeight(
  e: Emitter,
  map: MemoryMap,
  dependences: readonly Dependence[],
  { dependence, coordinate }: Place,
  { index, part }: Weight,
): void {
  const { bytes } = e.body;
  const at = 8 * index;
  const own = dependences[index];
  if (part === 'b') {
    get(e.body, coordinate);
    readDouble(e, map.v + at);
    bytes.push(op.f64Mul);
    return;
  }
  // The row's sum is there once a row has begun; the terms of `a` alone must not hold it.
  const isInRow = dependence === 2 || (dependence === 3 && part === 'all');
  readDouble(e, (isInRow && own !== 0 ? map.row : map.origin) + at);
  if ((own & 1) === 0 || (dependence & 1) === 0) return;
  get(e.body, coordinate);
  readDouble(e, map.u + at);
  bytes.push(op.f64Mul, op.f64Add);
}

/** The double on the stack in every lane of a new vector. */
export function splat(e: Emitter): number {
  if (e.lanes.precision === 'float32') e.body.bytes.push(op.demote);
  simd(e.body, e.lanes.splat);
  return keep(e);
}

/** The double on the stack as a vector has it. */
export function roundToLane(e: Emitter): void {
  if (e.lanes.precision === 'float32') e.body.bytes.push(op.demote, op.promote);
}

/** The sum over all lanes, onto the stack as a double. */
export function pushTotal(e: Emitter, vector: number): void {
  const { body, lanes } = e;
  for (let lane = 0; lane < lanes.count; lane++) {
    get(body, vector);
    simd(body, lanes.extract);
    body.bytes.push(lane);
    if (lanes.precision === 'float32') body.bytes.push(op.promote);
    if (lane > 0) body.bytes.push(op.f64Add);
  }
}

/** Divides the double on the stack. */
export function divideBy(e: Emitter, value: number): void {
  double(e.body, value);
  e.body.bytes.push(op.f64Div);
}

/** Moves the double on the stack to a new local. */
export function keepDouble(e: Emitter): number {
  const local = newLocal(e.body, f64);
  set(e.body, local);
  return local;
}
