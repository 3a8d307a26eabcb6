// What the code for a tile is written with: loops over its rows, numbers at fixed places, and sums that go on from tile to tile.
import {
  beginLoop,
  createBody,
  endLoop,
  get,
  i32,
  integer,
  loadSplat,
  loadVector,
  newLocal,
  op,
  set,
  storeVector,
} from '../encoder.ts';
import { add, createEmitter, keep, lanesOf, releaseSince, temporary } from '../lanes.ts';
import type { Emitter } from '../lanes.ts';

export interface TileWriter {
  readonly e: Emitter;
  /** The local with the byte offset in a column, while in a loop. */
  readonly at: number;
}

/** A function of some integers: byte offsets and numbers of bytes. */
export function createTileWriter(parameters: number): TileWriter {
  const body = createBody(Array.from({ length: parameters }, () => i32));
  return { e: createEmitter(body, lanesOf.float64), at: newLocal(body, i32) };
}

/** The loop over so many vectors of rows at a time; `limit` is the local with the number of bytes. */
export function overTile(
  { e, at }: TileWriter,
  limit: number,
  vectors: number,
  write: () => void,
): void {
  e.body.bytes.push(op.i32Const, 0);
  set(e.body, at);
  beginLoop(e.body);
  const taken = e.taken.length;
  write();
  releaseSince(e, taken);
  endLoop(e.body, at, 16 * vectors, { local: limit });
}

/** Two rows of a column, or two further on. */
export function load({ e, at }: TileWriter, column: number, vector = 0): number {
  get(e.body, at);
  loadVector(e.body, column + 16 * vector);
  return keep(e);
}

export function store({ e, at }: TileWriter, column: number, value: number, vector = 0): void {
  get(e.body, at);
  get(e.body, value);
  storeVector(e.body, column + 16 * vector);
}

/** The double at an address, in both lanes. */
export function parameter({ e }: TileWriter, address: number): number {
  integer(e.body, 0);
  loadSplat(e.body, address);
  return keep(e);
}

/** A sum as it was left, in a local of its own. */
export function resume({ e }: TileWriter, address: number): number {
  const sum = temporary(e);
  integer(e.body, 0);
  loadVector(e.body, address);
  set(e.body, sum);
  return sum;
}

export function leave({ e }: TileWriter, address: number, sum: number): void {
  integer(e.body, 0);
  get(e.body, sum);
  storeVector(e.body, address);
}

export function addTo({ e }: TileWriter, sum: number, value: number): void {
  const result = add(e, sum, value);
  get(e.body, result);
  set(e.body, sum);
}

/** 0 to count - 1 in blocks of so many. */
export function blocks(count: number, size: number): number[][] {
  return Array.from({ length: Math.ceil(count / size) }, (_, block) =>
    Array.from({ length: Math.min(size, count - block * size) }, (__, k) => block * size + k),
  );
}
