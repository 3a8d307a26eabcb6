// One function of a kernel while it is written: loops over the rows of the samples, and the values at hand in them.
import {
  beginLoop,
  endLoop,
  get,
  i32,
  integer,
  loadVector,
  newLocal,
  op,
  set,
  storeVector,
} from './encoder.ts';
import type { Body } from './encoder.ts';
import type { Dependence, Node, Term, Weight } from './graph-nodes.ts';
import { add, constant, createEmitter, keep, masked, releaseSince, temporary } from './lanes.ts';
import type { Emitter, Lanes } from './lanes.ts';
import type { MemoryMap } from './memory-map.ts';
import type { Passes } from './passes.ts';
import { pushWeight, readDouble, splat } from './scalars.ts';
import type { Place } from './scalars.ts';

/** What all functions of a kernel have in common. */
export interface Program {
  readonly lanes: Lanes;
  readonly map: MemoryMap;
  readonly passes: Passes;
  readonly dependences: readonly Dependence[];
  /** Rows of the samples. */
  readonly count: number;
  readonly eps: number;
  /** Whether batch norm measures its columns; else their statistics are given. */
  readonly isMeasured: boolean;
  readonly activation: (e: Emitter, z: number) => number;
  readonly loss: (e: Emitter, output: number, target: number) => number;
}

export interface Writer {
  readonly program: Program;
  readonly e: Emitter;
  readonly place: Place;
  /** The local with the address of the table's row, in functions that have one. */
  readonly table: number;
  /** Byte offset in a column, while in a loop; and the same from the table's row on. */
  readonly at: number;
  readonly tableAt: number;
  /** Values and weights at hand in the loop that is being written. */
  readonly values: Map<Node, number>;
  readonly weights: Map<string, number>;
}

export function createWriter(program: Program, body: Body, place: Place, table: number): Writer {
  return {
    program,
    e: createEmitter(body, program.lanes),
    place,
    table,
    at: newLocal(body, i32),
    tableAt: newLocal(body, i32),
    values: new Map(),
    weights: new Map(),
  };
}

/** Begins a loop over all rows; returns what `endRows` needs. */
export function beginRows({ e, at, tableAt, table, place }: Writer): number {
  const { body } = e;
  integer(body, 0);
  set(body, at);
  beginLoop(body);
  if ((place.dependence & 1) !== 0) {
    get(body, table);
    get(body, at);
    body.bytes.push(op.i32Add);
    set(body, tableAt);
  }
  return e.taken.length;
}

export function endRows(writer: Writer, taken: number): void {
  const { e, at, program, values } = writer;
  endLoop(e.body, at, 16, program.map.columnBytes);
  releaseSince(e, taken);
  values.clear();
}

/** The numbers of a column at the rows at hand. */
export function loadColumn({ e, at }: Writer, address: number): number {
  get(e.body, at);
  loadVector(e.body, address);
  return keep(e);
}

/** A node's value: what the loop has at hand, or its column. */
export function valueOf(writer: Writer, node: Node): number {
  const known = writer.values.get(node);
  if (known !== undefined) return known;
  const { e, program, at, tableAt, values } = writer;
  get(e.body, node.dependence === 1 ? tableAt : at);
  loadVector(e.body, homeOf(program, node));
  const value = keep(e);
  values.set(node, value);
  return value;
}

export function storeValue({ program, e, at, tableAt }: Writer, node: Node, value: number): void {
  get(e.body, node.dependence === 1 ? tableAt : at);
  get(e.body, value);
  storeVector(e.body, homeOf(program, node));
}

function homeOf({ passes }: Program, node: Node): number {
  const home = passes.homes.get(node);
  if (home === undefined) throw new Error(`a kernel reads a ${node.kind} that nobody has stored`);
  return home;
}

/** A weight in every lane; to be asked for before a loop begins. */
export function weightOf(writer: Writer, weight: Weight): number {
  const key = `${weight.index}${weight.part}`;
  const known = writer.weights.get(key);
  if (known !== undefined) return known;
  const { e, program, place } = writer;
  pushWeight(e, program.map, program.dependences, place, weight);
  const local = splat(e);
  writer.weights.set(key, local);
  return local;
}

/**
 * The sum of the terms that have no input, in every lane; null if there are none. To be asked for before a loop begins.
 */
export function constantOf(writer: Writer, terms: readonly Term[]): number | null {
  const own = terms.filter(({ input }) => !input);
  if (own.length === 0) return null;
  const key = own.map(({ weight, centre }) => `${weight.index}${weight.part}${centre}`).join();
  const known = writer.weights.get(key);
  if (known !== undefined) return known;
  const { e, program, place } = writer;
  own.forEach(({ weight, centre }, k) => {
    pushWeight(e, program.map, program.dependences, place, weight);
    if (centre !== undefined) {
      readDouble(e, program.map.centres + 8 * centre);
      e.body.bytes.push(op.f64Mul);
    }
    if (k > 0) e.body.bytes.push(op.f64Add);
  });
  const local = splat(e);
  writer.weights.set(key, local);
  return local;
}

/** A vector of zeros that a loop will add to. */
export function createSum(e: Emitter): number {
  const sum = temporary(e);
  get(e.body, constant(e, 0));
  set(e.body, sum);
  return sum;
}

/** Adds to a sum, the padding left out. */
export function addTo(writer: Writer, sum: number, value: number): void {
  const { e } = writer;
  const result = add(e, sum, withoutPadding(writer, value));
  get(e.body, result);
  set(e.body, sum);
}

export function withoutPadding(writer: Writer, value: number): number {
  const { lanes, count, map } = writer.program;
  if (count % lanes.count === 0) return value;
  return masked(writer.e, value, loadColumn(writer, map.mask));
}
