// The module that computes a surface: specialized to the network, the rows of its samples, and the kind of slice.
//
// Its functions: `once`, `column`, `row` and `point` compute the nodes that depend on neither coordinate, on one, on both;
// `prepare` and `fill` are the loops over the grid around them, and all that is called from outside.
import { columnLines } from './batch-statistics.ts';
import type { ColumnLine } from './batch-statistics.ts';
import {
  beginLoop,
  call,
  createBody,
  endLoop,
  f64,
  get,
  i32,
  integer,
  memory,
  newLocal,
  op,
  set,
} from './encoder.ts';
import { encodeModule } from './module-encoder.ts';
import type { Body } from './encoder.ts';
import type { Graph } from './graph.ts';
import type { Node } from './graph-nodes.ts';
import { releaseSince } from './lanes.ts';
import { computeNode, prepareNode } from './nodes.ts';
import { divideBy, pushTotal } from './scalars.ts';
import {
  addTo,
  beginRows,
  createSum,
  createWriter,
  endRows,
  loadColumn,
  storeValue,
  valueOf,
} from './writer.ts';
import type { Program, Writer } from './writer.ts';

/** Where the module's functions stand in its list. */
const index = { once: 0, column: 1, row: 2, point: 3, prepare: 4, fill: 5 };

export function generateModule(
  program: Program,
  graph: Graph,
  parameters: number,
): Uint8Array<ArrayBuffer> {
  const functions = [
    onceFunction(program, graph),
    columnFunction(program, graph),
    rowFunction(program, graph, parameters),
    pointFunction(program, graph),
    prepareFunction(program),
    fillFunction(program),
  ];
  const exports = { prepare: index.prepare, fill: index.fill };
  return encodeModule({ functions, exports, lanes: program.lanes.count });
}

function onceFunction(program: Program, graph: Graph): Body {
  const body = createBody([]);
  writePasses(createWriter(program, body, { dependence: 0, coordinate: -1 }, -1), graph);
  return body;
}

/** (address of the table's row, coordinate along u) */
function columnFunction(program: Program, graph: Graph): Body {
  const body = createBody([i32, f64]);
  writePasses(createWriter(program, body, { dependence: 1, coordinate: 1 }, 0), graph);
  return body;
}

/** (coordinate along v) */
function rowFunction(program: Program, graph: Graph, parameters: number): Body {
  const body = createBody([f64]);
  const { map } = program;
  const at = newLocal(body, i32);
  if (parameters > 0) {
    beginLoop(body);
    get(body, at);
    get(body, at);
    memory(body, op.f64Load, map.origin);
    get(body, 0);
    get(body, at);
    memory(body, op.f64Load, map.v);
    body.bytes.push(op.f64Mul, op.f64Add);
    memory(body, op.f64Store, map.row);
    endLoop(body, at, 8, 8 * parameters);
  }
  writePasses(createWriter(program, body, { dependence: 2, coordinate: 0 }, -1), graph);
  return body;
}

/** (address of the table's row, coordinate along u) -> mean loss */
function pointFunction(program: Program, graph: Graph): Body {
  const body = createBody([i32, f64], f64);
  const writer = createWriter(program, body, { dependence: 3, coordinate: 1 }, 0);
  const loss = createSum(writer.e);
  writePasses(writer, graph, loss);
  pushTotal(writer.e, loss);
  divideBy(writer.e, program.count);
  return body;
}

/** @param loss where the losses of all rows are to be added, after the last pass */
function writePasses(writer: Writer, graph: Graph, loss?: number): void {
  const { program, place } = writer;
  const passes = program.passes.of[place.dependence];
  const sums = new Map<Node, number>();
  passes.forEach((nodes, k) => {
    writePass(writer, graph, nodes, sums, k === passes.length - 1 ? loss : undefined);
  });
}

function writePass(
  writer: Writer,
  graph: Graph,
  nodes: readonly Node[],
  sums: Map<Node, number>,
  loss: number | undefined,
): void {
  const { e, program, weights } = writer;
  const measured = program.isMeasured ? measuredOf(graph, nodes) : [];
  for (const node of measured) sums.set(node, createSum(e));
  const taken = e.taken.length;
  const batch = nodes.filter((node) => node.kind === 'batch');
  const lines: ReadonlyMap<Node, ColumnLine> = columnLines(writer, batch, sums);
  for (const node of nodes) prepareNode(writer, node);
  const inLoop = beginRows(writer);
  for (const node of nodes) {
    const value = computeNode(writer, node, lines);
    if (program.passes.homes.has(node)) storeValue(writer, node, value);
    const sum = sums.get(node);
    if (sum !== undefined) addTo(writer, sum, value);
  }
  if (loss !== undefined) {
    const targets = loadColumn(writer, program.map.targets);
    addTo(writer, loss, program.loss(e, valueOf(writer, graph.output), targets));
  }
  endRows(writer, inLoop);
  weights.clear();
  releaseSince(e, taken);
}

/** Those that batch norm measures: they are added up while they are computed. */
function measuredOf(graph: Graph, nodes: readonly Node[]): Node[] {
  return nodes.filter((node) =>
    graph.nodes.some((other) => other.kind === 'batch' && other.input === node),
  );
}

/** (address of the coordinates along u, how many bytes they take, address of the tables) */
function prepareFunction({ passes }: Program): Body {
  const body = createBody([i32, i32, i32]);
  const at = newLocal(body, i32);
  call(body, index.once);
  beginLoop(body);
  get(body, 2);
  get(body, 0);
  get(body, at);
  body.bytes.push(op.i32Add);
  memory(body, op.f64Load, 0);
  call(body, index.column);
  get(body, 2);
  integer(body, passes.tableBytes);
  body.bytes.push(op.i32Add);
  set(body, 2);
  endLoop(body, at, 8, { local: 1 });
  return body;
}

/** (addresses of the coordinates along u and v, how many bytes these take, of the losses, of the tables) */
function fillFunction({ passes }: Program): Body {
  const body = createBody([i32, i32, i32, i32, i32, i32]);
  const [a, aBytes, b, bBytes, losses, tables] = [0, 1, 2, 3, 4, 5];
  const column = newLocal(body, i32);
  const row = newLocal(body, i32);
  const table = newLocal(body, i32);
  beginLoop(body);
  get(body, b);
  get(body, row);
  body.bytes.push(op.i32Add);
  memory(body, op.f64Load, 0);
  call(body, index.row);
  get(body, tables);
  set(body, table);
  integer(body, 0);
  set(body, column);
  beginLoop(body);
  get(body, losses);
  get(body, table);
  get(body, a);
  get(body, column);
  body.bytes.push(op.i32Add);
  memory(body, op.f64Load, 0);
  call(body, index.point);
  memory(body, op.f64Store, 0);
  for (const [local, step] of [
    [losses, 8],
    [table, passes.tableBytes],
  ]) {
    get(body, local);
    integer(body, step);
    body.bytes.push(op.i32Add);
    set(body, local);
  }
  endLoop(body, column, 8, { local: aBytes });
  endLoop(body, row, 8, { local: bBytes });
  return body;
}
