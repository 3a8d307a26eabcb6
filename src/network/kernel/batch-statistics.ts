// Batch norm of columns: their means and variances, and the straight line that these make of each.
//
// With the mean m as a vector holds it, the result is (x - m) scale + shift, where scale = gamma s and
// shift = beta - (mean - m) scale: what rounding has taken off the mean is not lost. The variance takes a loop of its own,
// as mean((x - m)^2) - mean(x - m)^2, which is exact wherever m is near the mean.
import { double, get, op } from './encoder.ts';
import type { BatchNode, Node } from './graph-nodes.ts';
import { mul, sub } from './lanes.ts';
import {
  divideBy,
  keepDouble,
  pushTotal,
  pushWeight,
  readDouble,
  roundToLane,
  splat,
} from './scalars.ts';
import { addTo, beginRows, createSum, endRows, valueOf, withoutPadding } from './writer.ts';
import type { Writer } from './writer.ts';

/** Vectors: the result is (x - mean) scale + shift. */
export interface ColumnLine {
  readonly mean: number;
  readonly scale: number;
  readonly shift: number;
}

/** How many columns share a loop: each takes two sums. */
const together = 4;

/**
 * Writes what comes before the loop in which these nodes are computed.
 *
 * @param sums of columns that have been added up already while they were computed
 */
export function columnLines(
  writer: Writer,
  nodes: readonly BatchNode[],
  sums: ReadonlyMap<Node, number>,
): Map<Node, ColumnLine> {
  const lines = new Map<Node, ColumnLine>();
  if (!writer.program.isMeasured) {
    for (const node of nodes) lines.set(node, givenLine(writer, node));
    return lines;
  }
  for (let first = 0; first < nodes.length; first += together) {
    measure(writer, nodes.slice(first, first + together), sums, lines);
  }
  return lines;
}

function measure(
  writer: Writer,
  nodes: readonly BatchNode[],
  sums: ReadonlyMap<Node, number>,
  lines: Map<Node, ColumnLine>,
): void {
  const { e, program } = writer;
  const totals = columnSums(writer, nodes, sums);
  const means = totals.map((sum) => {
    pushTotal(e, sum);
    divideBy(e, program.count);
    return splat(e);
  });
  const rests = nodes.map(() => createSum(e));
  const squares = nodes.map(() => createSum(e));
  const taken = beginRows(writer);
  nodes.forEach(({ input }, k) => {
    const centred = withoutPadding(writer, sub(e, valueOf(writer, input), means[k]));
    addTo(writer, rests[k], centred);
    addTo(writer, squares[k], mul(e, centred, centred));
  });
  endRows(writer, taken);
  nodes.forEach((node, k) => {
    pushTotal(e, rests[k]);
    divideBy(e, program.count);
    const rest = keepDouble(e);
    pushTotal(e, squares[k]);
    divideBy(e, program.count);
    get(e.body, rest);
    get(e.body, rest);
    e.body.bytes.push(op.f64Mul, op.f64Sub);
    lines.set(node, lineOf(writer, node, means[k], keepDouble(e), rest));
  });
}

/** The sums of the columns: those that are there, or a loop for those that are not. */
function columnSums(
  writer: Writer,
  nodes: readonly BatchNode[],
  sums: ReadonlyMap<Node, number>,
): number[] {
  const missing = nodes.filter(({ input }) => !sums.has(input));
  const own = new Map(missing.map(({ input }) => [input as Node, createSum(writer.e)]));
  if (missing.length > 0) {
    const taken = beginRows(writer);
    for (const [input, sum] of own) addTo(writer, sum, valueOf(writer, input));
    endRows(writer, taken);
  }
  return nodes.map(({ input }) => (sums.get(input) ?? own.get(input)) as number);
}

/** The line of statistics that are given. */
function givenLine(writer: Writer, node: BatchNode): ColumnLine {
  const { e, program } = writer;
  const at = 8 * node.statistics;
  readDouble(e, program.map.means + at);
  if (node.input.kind === 'input') {
    readDouble(e, program.map.centres + 8 * node.input.index);
    e.body.bytes.push(op.f64Sub);
  }
  const exact = keepDouble(e);
  get(e.body, exact);
  const mean = splat(e);
  get(e.body, exact);
  get(e.body, exact);
  roundToLane(e);
  e.body.bytes.push(op.f64Sub);
  const rest = keepDouble(e);
  readDouble(e, program.map.variances + at);
  return lineOf(writer, node, mean, keepDouble(e), rest);
}

/**
 * @param variance a double
 * @param rest a double: the mean less what the vector holds
 */
function lineOf(
  writer: Writer,
  node: BatchNode,
  mean: number,
  variance: number,
  rest: number,
): ColumnLine {
  const { e, program, place } = writer;
  const { bytes } = e.body;
  const push = (weight: NonNullable<BatchNode['gamma']>) =>
    pushWeight(e, program.map, program.dependences, place, weight);
  if (node.gamma) push(node.gamma);
  else double(e.body, 1);
  get(e.body, variance);
  double(e.body, program.eps);
  bytes.push(op.f64Add, op.f64Sqrt, op.f64Div);
  const scaleDouble = keepDouble(e);
  get(e.body, scaleDouble);
  const scale = splat(e);
  if (node.beta) push(node.beta);
  else double(e.body, 0);
  get(e.body, rest);
  get(e.body, scaleDouble);
  bytes.push(op.f64Mul, op.f64Sub);
  const shift = splat(e);
  return { mean, scale, shift };
}
