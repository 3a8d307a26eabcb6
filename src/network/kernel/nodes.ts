// The instructions of each kind of node, inside a loop over the rows.
import type { ColumnLine } from './batch-statistics.ts';
import { get, set } from './encoder.ts';
import { inputsOf } from './graph-nodes.ts';
import type { Node, SumNode, Weight } from './graph-nodes.ts';
import { add, constant, div, mul, releaseSince, sqrt, sub, temporary } from './lanes.ts';
import type { Emitter } from './lanes.ts';
import { exp } from './elementary.ts';
import { constantOf, valueOf, weightOf } from './writer.ts';
import type { Writer } from './writer.ts';

/** Writes, before a loop, the weights that a node reads in it. */
export function prepareNode(writer: Writer, node: Node): void {
  if (node.kind === 'sum') {
    for (const { weight, input } of node.terms) if (input) weightOf(writer, weight);
    constantOf(writer, node.terms);
  }
  if (node.kind !== 'affine' && node.kind !== 'standardized') return;
  if (node.gamma) weightOf(writer, node.gamma);
  if (node.beta) weightOf(writer, node.beta);
}

/** Computes a node from what the loop has, and leaves it at hand. */
export function computeNode(
  writer: Writer,
  node: Node,
  lines: ReadonlyMap<Node, ColumnLine>,
): number {
  const { e, values } = writer;
  // What it reads stays at hand for others; what comes up on the way does not.
  for (const input of inputsOf(node)) valueOf(writer, input);
  const result = temporary(e);
  const taken = e.taken.length;
  get(e.body, instructionsOf(writer, node, lines));
  set(e.body, result);
  releaseSince(e, taken);
  values.set(node, result);
  return result;
}

function instructionsOf(writer: Writer, node: Node, lines: ReadonlyMap<Node, ColumnLine>): number {
  const { e, program } = writer;
  switch (node.kind) {
    case 'sum':
      return sumOf(writer, node);
    case 'activation':
      return program.activation(e, valueOf(writer, node.input));
    case 'exponential':
      return exp(e, mul(e, constant(e, node.factor), valueOf(writer, node.input)));
    case 'joined': {
      const one = constant(e, 1);
      const sum = add(e, one, mul(e, valueOf(writer, node.x), valueOf(writer, node.y)));
      return node.isTanh ? sub(e, one, div(e, constant(e, 2), sum)) : div(e, one, sum);
    }
    case 'batch': {
      const { mean, scale, shift } = lines.get(node) as ColumnLine;
      return add(e, mul(e, sub(e, valueOf(writer, node.input), mean), scale), shift);
    }
    case 'affine':
      return affine(writer, valueOf(writer, node.input), node);
    case 'row-mean': {
      const [first, ...others] = node.units.map((unit) => valueOf(writer, unit));
      // Distances from the first unit: a large offset costs no digits, and a constant row is exactly 0.
      let sum = constant(e, 0);
      for (const other of others) sum = add(e, sum, sub(e, other, first));
      return add(e, first, mul(e, sum, constant(e, 1 / node.units.length)));
    }
    case 'row-scale': {
      const mean = valueOf(writer, node.mean);
      let sum = constant(e, 0);
      for (const unit of node.units) {
        const centred = sub(e, valueOf(writer, unit), mean);
        sum = add(e, sum, mul(e, centred, centred));
      }
      const variance = mul(e, sum, constant(e, 1 / node.units.length));
      return div(e, constant(e, 1), sqrt(e, add(e, variance, constant(e, program.eps))));
    }
    case 'standardized': {
      const centred = sub(e, valueOf(writer, node.input), valueOf(writer, node.mean));
      return affine(writer, mul(e, centred, valueOf(writer, node.scale)), node);
    }
    case 'input':
      return valueOf(writer, node);
  }
}

function sumOf(writer: Writer, { terms, added }: SumNode): number {
  const { e } = writer;
  let sum = constantOf(writer, terms);
  for (const node of added) sum = plus(e, sum, valueOf(writer, node));
  for (const { weight, input } of terms) {
    if (input) sum = plus(e, sum, mul(e, valueOf(writer, input), weightOf(writer, weight)));
  }
  return sum ?? constant(e, 0);
}

const plus = (e: Emitter, sum: number | null, value: number) =>
  sum === null ? value : add(e, sum, value);

function affine(
  writer: Writer,
  x: number,
  { gamma, beta }: { gamma: Weight | null; beta: Weight | null },
): number {
  const { e } = writer;
  const scaled = gamma ? mul(e, weightOf(writer, gamma), x) : x;
  return beta ? add(e, scaled, weightOf(writer, beta)) : scaled;
}
