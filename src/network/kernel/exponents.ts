// Whether sums are small enough for exponentials of their parts: in single precision these must not overflow, and an
// exponent holds fewer digits the larger it is.
import type { PlanePoints } from '../../objective.ts';
import type { Samples } from '../../samples.ts';
import type { Centres } from './centres.ts';
import type { Node, SumNode, Weight } from './graph-nodes.ts';

/** Of a sum; its exponential is then within a few units of the last place. */
const largest = 12;

/** Whether all sums stay below a bound at all points of the plane; where that is not known, they do not. */
export function areSmall(
  sums: readonly SumNode[],
  points: PlanePoints,
  samples: Samples,
  centres: Centres,
): boolean {
  const inputs = ([0, 1] as const).map((index) => {
    let size = 0;
    for (let row = 0; row < samples.count; row++) {
      size = Math.max(size, Math.abs(samples.inputs[2 * row + index] - centres[index]));
    }
    return size;
  });
  const a = [Math.min(...points.a), Math.max(...points.a)];
  const b = Math.max(...points.b.map(Math.abs));
  return sums.every(({ terms }) => {
    let size = 0;
    for (const { weight, input, centre } of terms) {
      const factor = input ? valueBound(input, inputs) : centre === undefined ? 1 : centres[centre];
      size += weightBound(points, weight, a, b) * Math.abs(factor);
    }
    return size <= largest;
  });
}

function weightBound(
  { origin, u, v }: PlanePoints,
  { index, part }: Weight,
  a: readonly number[],
  b: number,
): number {
  const across = b * Math.abs(v[index]);
  if (part === 'b') return across;
  const along = Math.max(...a.map((coordinate) => Math.abs(origin[index] + coordinate * u[index])));
  return part === 'a' ? along : along + across;
}

function valueBound(node: Node, inputs: readonly number[]): number {
  if (node.kind === 'input') return inputs[node.index];
  // Tables of exponentials are made for tanh and sigmoid alone.
  return node.kind === 'activation' || node.kind === 'joined' ? 1 : Infinity;
}
