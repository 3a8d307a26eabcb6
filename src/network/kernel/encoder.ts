// The bytes of WebAssembly: numbers, instructions, and functions while they are written.
// https://webassembly.github.io/spec/core/binary/ ; what is here is what the kernels need.

export const i32 = 0x7f;
export const f64 = 0x7c;
export const v128 = 0x7b;
export type ValueType = typeof i32 | typeof f64 | typeof v128;

/** Instructions of one byte. */
export const op = {
  loop: 0x03,
  if: 0x04,
  end: 0x0b,
  branchIf: 0x0d,
  call: 0x10,
  select: 0x1b,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  f64Load: 0x2b,
  f64Store: 0x39,
  i32Const: 0x41,
  f64Const: 0x44,
  i32LessUnsigned: 0x49,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32And: 0x71,
  f64Sqrt: 0x9f,
  f64Add: 0xa0,
  f64Sub: 0xa1,
  f64Mul: 0xa2,
  f64Div: 0xa3,
  demote: 0xb6,
  promote: 0xbb,
} as const;

const empty = 0x40;
export const simdPrefix = 0xfd;
const v128Load = 0;
const v128Load64Splat = 10;
const v128Store = 11;

/** One function while it is written. Locals count from its parameters on. */
export interface Body {
  readonly bytes: number[];
  readonly parameters: readonly ValueType[];
  readonly result: ValueType | null;
  readonly locals: ValueType[];
  /** Constants of all lanes and the local that holds each: set once, at the function's start. */
  readonly constants: Map<number, number>;
  /** Vector locals that hold nothing any more. */
  readonly free: number[];
}

export function createBody(
  parameters: readonly ValueType[],
  result: ValueType | null = null,
): Body {
  return { bytes: [], parameters, result, locals: [], constants: new Map(), free: [] };
}

export function newLocal(body: Body, type: ValueType): number {
  body.locals.push(type);
  return body.parameters.length + body.locals.length - 1;
}

/** LEB128, for numbers from 0 to 2^32 - 1. */
export function pushUnsigned(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}

/** Signed LEB128, for 32-bit integers. */
export function pushSigned(bytes: number[], value: number): void {
  let rest = value;
  while (rest < -0x40 || rest >= 0x40) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>= 7;
  }
  bytes.push(rest & 0x7f);
}

const scratch = new DataView(new ArrayBuffer(8));

function pushScratch(bytes: number[], length: number): void {
  for (let k = 0; k < length; k++) bytes.push(scratch.getUint8(k));
}

export function pushFloat64(bytes: number[], value: number): void {
  scratch.setFloat64(0, value, true);
  pushScratch(bytes, 8);
}

export function pushFloat32(bytes: number[], value: number): void {
  scratch.setFloat32(0, value, true);
  pushScratch(bytes, 4);
}

export function get(body: Body, local: number): void {
  body.bytes.push(op.localGet);
  pushUnsigned(body.bytes, local);
}

export function set(body: Body, local: number): void {
  body.bytes.push(op.localSet);
  pushUnsigned(body.bytes, local);
}

export function integer(body: Body, value: number): void {
  body.bytes.push(op.i32Const);
  pushSigned(body.bytes, value);
}

export function double(body: Body, value: number): void {
  body.bytes.push(op.f64Const);
  pushFloat64(body.bytes, value);
}

export function call(body: Body, index: number): void {
  body.bytes.push(op.call);
  pushUnsigned(body.bytes, index);
}

/** Begins a loop; `endLoop` goes round again while the local is below the limit. */
export function beginLoop(body: Body): void {
  body.bytes.push(op.loop, empty);
}

/** Adds `step` to the local, and goes round again while it is below the limit: an integer, or a local. */
export function endLoop(
  body: Body,
  counter: number,
  step: number,
  limit: number | { local: number },
): void {
  get(body, counter);
  integer(body, step);
  body.bytes.push(op.i32Add, op.localTee);
  pushUnsigned(body.bytes, counter);
  if (typeof limit === 'number') integer(body, limit);
  else get(body, limit.local);
  body.bytes.push(op.i32LessUnsigned, op.branchIf, 0, op.end);
}

/** Reads or writes a double at the address on the stack plus `offset`. */
export function memory(body: Body, code: number, offset: number): void {
  body.bytes.push(code, 3);
  pushUnsigned(body.bytes, offset);
}

export function simd(body: Body, code: number): void {
  body.bytes.push(simdPrefix);
  pushUnsigned(body.bytes, code);
}

export function loadVector(body: Body, offset: number): void {
  simd(body, v128Load);
  body.bytes.push(4);
  pushUnsigned(body.bytes, offset);
}

export function storeVector(body: Body, offset: number): void {
  simd(body, v128Store);
  body.bytes.push(4);
  pushUnsigned(body.bytes, offset);
}

/** Reads a double at the address on the stack plus `offset` into both lanes. */
export function loadSplat(body: Body, offset: number): void {
  simd(body, v128Load64Splat);
  body.bytes.push(3);
  pushUnsigned(body.bytes, offset);
}
