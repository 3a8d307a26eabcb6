// Planes that move nothing but the output layer: there a mean square is a quadratic of the two coordinates, whatever the
// network, and each of its values costs a handful of operations.
import type { PlanePoints } from '../../objective.ts';
import type { KernelSource } from './kernel-source.ts';

/** A direction that another explains up to this part of its length adds nothing to it. */
const parallel = 1e-10;

/**
 * Overwrites `losses` in double precision; false, and nothing written, if the plane is not of that kind.
 *
 * With the errors e, and outputs p and q that the directions add, the loss is mean((e + a p + b q)^2). It is taken apart
 * along orthonormal columns (Gram-Schmidt), into squares that only add up: nothing cancels near the minimum.
 */
export function evaluateQuadratic(
  source: KernelSource,
  points: PlanePoints,
  losses: Float64Array,
): boolean {
  const { spec, layout, samples } = source;
  const first = layout.layers[layout.layers.length - 1].weights;
  if (spec.loss !== 'mse' || movesBefore(points, first)) return false;
  const { origin, u, v, a, b } = points;
  const rest = source.outputs(origin).map((output, row) => output - samples.targets[row]);
  const p = source.outputs(withOutputLayer(origin, u, first));
  const q = source.outputs(withOutputLayer(origin, v, first));
  const lengthOfP = Math.sqrt(product(p, p));
  const lengthOfQ = Math.sqrt(product(q, q));
  const along = unit(p, lengthOfP);
  // Twice, as the first time leaves what rounding has made of it.
  const qAlong = takeAway(q, along) + takeAway(q, along);
  const left = Math.sqrt(product(q, q));
  const qAcross = left > parallel * lengthOfQ ? left : 0;
  const across = unit(q, qAcross);
  const errorAlong = takeAway(rest, along) + takeAway(rest, along);
  const errorAcross = takeAway(rest, across) + takeAway(rest, across);
  const constant = product(rest, rest);
  const all = [constant, errorAlong, errorAcross, lengthOfP, qAlong, qAcross];
  if (!all.every(Number.isFinite)) return false;
  let k = 0;
  for (let j = 0; j < b.length; j++) {
    const y = errorAcross + qAcross * b[j];
    const base = constant + y * y;
    const start = errorAlong + qAlong * b[j];
    for (let i = 0; i < a.length; i++) {
      const x = start + lengthOfP * a[i];
      losses[k++] = (base + x * x) / samples.count;
    }
  }
  return true;
}

function movesBefore({ u, v }: PlanePoints, first: number): boolean {
  for (let k = 0; k < first; k++) if (u[k] !== 0 || v[k] !== 0) return true;
  return false;
}

/** The network of `origin` whose output layer is that of `direction`. */
function withOutputLayer(origin: Float64Array, direction: Float64Array, first: number) {
  const theta = origin.slice();
  theta.set(direction.subarray(first), first);
  return theta;
}

function product(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < x.length; k++) sum += x[k] * y[k];
  return sum;
}

/** The column at length 1; zeros if it has none. */
const unit = (x: Float64Array, length: number) =>
  x.map((value) => (length > 0 ? value / length : 0));

/** Takes away from x what lies along a column of length 1; returns how much that was. */
function takeAway(x: Float64Array, column: Float64Array): number {
  const amount = product(x, column);
  for (let k = 0; k < x.length; k++) x[k] -= amount * column[k];
  return amount;
}
