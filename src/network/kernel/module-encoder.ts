// A whole module: its functions in the sections that the binary format wants.
import { op, pushFloat32, pushFloat64, pushUnsigned, simdPrefix } from './encoder.ts';
import type { Body, ValueType } from './encoder.ts';

const v128Const = 12;

/** The number in every lane: two of 64 bits, or four of 32. */
export function pushConstant(bytes: number[], value: number, lanes: number): void {
  bytes.push(simdPrefix, v128Const);
  for (let lane = 0; lane < lanes; lane++) {
    if (lanes === 2) pushFloat64(bytes, value);
    else pushFloat32(bytes, value);
  }
}

export interface ModuleParts {
  readonly functions: readonly Body[];
  /** Names of functions, and their places in the list. */
  readonly exports: Readonly<Record<string, number>>;
  /** How many lanes a constant has. */
  readonly lanes: number;
}

/** A module that imports its memory as `kernel.memory`. */
export function encodeModule({ functions, exports, lanes }: ModuleParts): Uint8Array<ArrayBuffer> {
  const bytes = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  // A type for each function, although some are alike.
  pushSection(bytes, 1, functions.map(typeOf));
  pushSection(bytes, 2, [[...nameOf('kernel'), ...nameOf('memory'), 0x02, 0x00, 0x01]]);
  pushSection(
    bytes,
    3,
    functions.map((_, index) => unsignedOf(index)),
  );
  const names = Object.entries(exports);
  pushSection(
    bytes,
    7,
    names.map(([name, index]) => [...nameOf(name), 0x00, ...unsignedOf(index)]),
  );
  pushSection(
    bytes,
    10,
    functions.map((body) => codeOf(body, lanes)),
  );
  return Uint8Array.from(bytes);
}

function pushSection(bytes: number[], id: number, items: readonly number[][]): void {
  const content = unsignedOf(items.length);
  for (const item of items) for (const byte of item) content.push(byte);
  bytes.push(id);
  pushUnsigned(bytes, content.length);
  for (const byte of content) bytes.push(byte);
}

function unsignedOf(value: number): number[] {
  const bytes: number[] = [];
  pushUnsigned(bytes, value);
  return bytes;
}

/** ASCII. */
function nameOf(name: string): number[] {
  return [name.length, ...Array.from(name, (letter) => letter.charCodeAt(0))];
}

function typeOf({ parameters, result }: Body): number[] {
  return [0x60, parameters.length, ...parameters, ...(result === null ? [0] : [1, result])];
}

function codeOf({ bytes, locals, constants }: Body, lanes: number): number[] {
  const code: number[] = [];
  const runs: [count: number, type: ValueType][] = [];
  for (const type of locals) {
    const last = runs.at(-1);
    if (last && last[1] === type) last[0]++;
    else runs.push([1, type]);
  }
  pushUnsigned(code, runs.length);
  for (const [count, type] of runs) {
    pushUnsigned(code, count);
    code.push(type);
  }
  for (const [value, local] of constants) {
    pushConstant(code, value, lanes);
    code.push(op.localSet);
    pushUnsigned(code, local);
  }
  for (let k = 0; k < bytes.length; k++) code.push(bytes[k]);
  code.push(op.end);
  const result: number[] = unsignedOf(code.length);
  for (let k = 0; k < code.length; k++) result.push(code[k]);
  return result;
}
