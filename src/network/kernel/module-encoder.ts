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

/** Bytes in pieces, which are put together once. */
type Pieces = readonly (readonly number[])[];

/** A module that imports its memory as `kernel.memory`. */
export function encodeModule({ functions, exports, lanes }: ModuleParts): Uint8Array<ArrayBuffer> {
  const names = Object.entries(exports);
  return joined([
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    // A type for each function, although some are alike.
    ...section(1, functions.length, functions.map(typeOf)),
    ...section(2, 1, [nameOf('kernel'), nameOf('memory'), [0x02, 0x00, 0x01]]),
    ...section(
      3,
      functions.length,
      functions.map((_, index) => unsignedOf(index)),
    ),
    ...section(
      7,
      names.length,
      names.map(([name, index]) => [...nameOf(name), 0x00, ...unsignedOf(index)]),
    ),
    ...section(
      10,
      functions.length,
      functions.flatMap((body) => codeOf(body, lanes)),
    ),
  ]);
}

const lengthOf = (pieces: Pieces) => pieces.reduce((sum, { length }) => sum + length, 0);

function joined(pieces: Pieces): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(lengthOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function section(id: number, count: number, items: Pieces): Pieces {
  const start = unsignedOf(count);
  return [[id, ...unsignedOf(start.length + lengthOf(items))], start, ...items];
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

function codeOf({ bytes, locals, constants }: Body, lanes: number): Pieces {
  const start: number[] = [];
  const runs: [count: number, type: ValueType][] = [];
  for (const type of locals) {
    const last = runs.at(-1);
    if (last && last[1] === type) last[0]++;
    else runs.push([1, type]);
  }
  pushUnsigned(start, runs.length);
  for (const [count, type] of runs) {
    pushUnsigned(start, count);
    start.push(type);
  }
  for (const [value, local] of constants) {
    pushConstant(start, value, lanes);
    start.push(op.localSet);
    pushUnsigned(start, local);
  }
  return [unsignedOf(start.length + bytes.length + 1), start, bytes, [op.end]];
}
