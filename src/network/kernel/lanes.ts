// Arithmetic on all lanes at once: four numbers of 32 bits, or two of 64. A value is the local that holds it.
import { get, newLocal, op, set, simd, v128 } from './encoder.ts';
import type { Body } from './encoder.ts';

export type KernelPrecision = 'float32' | 'float64';

/** How wide a vector is, and what its instructions are called. */
export interface Lanes {
  readonly precision: KernelPrecision;
  readonly count: number;
  /** Bytes of one number. */
  readonly width: number;
  readonly splat: number;
  readonly extract: number;
  readonly abs: number;
  readonly neg: number;
  readonly sqrt: number;
  readonly add: number;
  readonly sub: number;
  readonly mul: number;
  readonly div: number;
  /** `min(x, y)` is y < x ? y : x, and `max` x < y ? y : x: one instruction, and x where it is NaN. */
  readonly min: number;
  readonly max: number;
  readonly less: number;
  readonly atLeast: number;
  /** Of whole numbers as wide as a lane. */
  readonly shiftLeft: number;
  readonly shiftRight: number;
  readonly addWhole: number;
  readonly subWhole: number;
}

export const lanesOf: Readonly<Record<KernelPrecision, Lanes>> = {
  float32: {
    ...{ precision: 'float32', count: 4, width: 4, splat: 19, extract: 31 },
    ...{ abs: 224, neg: 225, sqrt: 227, add: 228, sub: 229, mul: 230, div: 231 },
    ...{ min: 234, max: 235, less: 67, atLeast: 70 },
    ...{ shiftLeft: 171, shiftRight: 172, addWhole: 174, subWhole: 177 },
  },
  float64: {
    ...{ precision: 'float64', count: 2, width: 8, splat: 20, extract: 33 },
    ...{ abs: 236, neg: 237, sqrt: 239, add: 240, sub: 241, mul: 242, div: 243 },
    ...{ min: 246, max: 247, less: 73, atLeast: 76 },
    ...{ shiftLeft: 203, shiftRight: 204, addWhole: 206, subWhole: 209 },
  },
};

const and = 78;
const select = 82;
const demoteToZero = 94;
const promoteLow = 95;

/** A function being written, and the lanes it computes with. */
export interface Emitter {
  readonly body: Body;
  readonly lanes: Lanes;
  /** Vector locals in use, in the order in which they were taken. */
  readonly taken: number[];
  /** Where instructions end that have left a value; null where nobody asks. */
  ends: number[] | null;
}

export const createEmitter = (body: Body, lanes: Lanes): Emitter => ({
  body,
  lanes,
  taken: [],
  ends: null,
});

/** A vector local that holds nothing: one that was released, or a new one. */
export function temporary({ body, taken }: Emitter): number {
  const local = body.free.pop() ?? newLocal(body, v128);
  taken.push(local);
  return local;
}

/** Releases what was taken since `taken` had this length, but for `result`. */
export function releaseSince({ body, taken }: Emitter, length: number, result?: number): void {
  while (taken.length > length) {
    const local = taken.pop();
    if (local !== undefined && local !== result) body.free.push(local);
  }
  if (result !== undefined) taken.push(result);
}

/** Moves what is on the stack to a local. */
export function keep(e: Emitter): number {
  const result = temporary(e);
  set(e.body, result);
  e.ends?.push(e.body.bytes.length);
  return result;
}

/**
 * Several pieces that know nothing of each other, instruction by instruction in turn. A processor looks some dozens of
 * instructions ahead for one that need not wait: within one long formula it finds few, in several at once always some.
 *
 * @param write the k-th piece; it must release nothing
 */
export function interleaved(e: Emitter, count: number, write: (k: number) => void): void {
  const { bytes } = e.body;
  const start = bytes.length;
  const pieces: number[][] = [];
  let longest = 0;
  for (let k = 0; k < count; k++) {
    const ends = [bytes.length];
    e.ends = ends;
    write(k);
    ends.push(bytes.length);
    pieces.push(ends);
    longest = Math.max(longest, ends.length);
  }
  e.ends = null;
  const written = bytes.splice(start);
  for (let part = 1; part < longest; part++) {
    for (const ends of pieces) {
      for (let at = ends[part - 1]; at < ends[part]; at++) bytes.push(written[at - start]);
    }
  }
}

/** The number in every lane. */
export function constant({ body }: Emitter, value: number): number {
  const known = body.constants.get(value);
  if (known !== undefined) return known;
  const local = newLocal(body, v128);
  body.constants.set(value, local);
  return local;
}

/** Puts x through an instruction of one operand. */
export function unary(e: Emitter, code: number, x: number): number {
  get(e.body, x);
  simd(e.body, code);
  return keep(e);
}

export function binary(e: Emitter, code: number, x: number, y: number): number {
  get(e.body, x);
  get(e.body, y);
  simd(e.body, code);
  return keep(e);
}

export const abs = (e: Emitter, x: number) => unary(e, e.lanes.abs, x);
export const neg = (e: Emitter, x: number) => unary(e, e.lanes.neg, x);
export const sqrt = (e: Emitter, x: number) => unary(e, e.lanes.sqrt, x);
export const add = (e: Emitter, x: number, y: number) => binary(e, e.lanes.add, x, y);
export const sub = (e: Emitter, x: number, y: number) => binary(e, e.lanes.sub, x, y);
export const mul = (e: Emitter, x: number, y: number) => binary(e, e.lanes.mul, x, y);
export const div = (e: Emitter, x: number, y: number) => binary(e, e.lanes.div, x, y);
export const min = (e: Emitter, x: number, y: number) => binary(e, e.lanes.min, x, y);
export const max = (e: Emitter, x: number, y: number) => binary(e, e.lanes.max, x, y);
export const less = (e: Emitter, x: number, y: number) => binary(e, e.lanes.less, x, y);
export const atLeast = (e: Emitter, x: number, y: number) => binary(e, e.lanes.atLeast, x, y);
/** x where the mask is set, 0 elsewhere; bit by bit, so that NaN becomes 0 as well. */
export const masked = (e: Emitter, x: number, mask: number) => binary(e, and, x, mask);

/** yes where the mask is set, no elsewhere. */
export function choose(e: Emitter, mask: number, yes: number, no: number): number {
  get(e.body, yes);
  get(e.body, no);
  get(e.body, mask);
  simd(e.body, select);
  return keep(e);
}

/** x between low and high; NaN stays NaN. */
export function clamp(e: Emitter, x: number, low: number, high: number): number {
  return max(e, min(e, x, constant(e, high)), constant(e, low));
}

/** c0 + x (c1 + x (c2 + ...)), from the inside. */
export function polynomial(e: Emitter, x: number, coefficients: readonly number[]): number {
  let sum = constant(e, coefficients[coefficients.length - 1]);
  for (let k = coefficients.length - 2; k >= 0; k--) {
    sum = add(e, mul(e, sum, x), constant(e, coefficients[k]));
  }
  return sum;
}

/** The nearest float32 of each float64. */
export function single(e: Emitter, x: number): number {
  return unary(e, promoteLow, unary(e, demoteToZero, x));
}

/** Shifts the bits of each lane by a constant. */
export function shifted(e: Emitter, code: number, x: number, bits: number): number {
  get(e.body, x);
  e.body.bytes.push(op.i32Const, bits);
  simd(e.body, code);
  return keep(e);
}
