// Two perpendicular directions of length 1 out of whatever there is, and what to do where there is too little.
import { addScaled, norm, orthogonalize, scale } from '../curvature-vectors.ts';

/** What is left of a direction after the first is taken out must be more than this part of it, or it is rounding. */
const negligible = 1e-9;

/**
 * The first two independent directions of the candidates, made perpendicular and of length 1; parameters by themselves,
 * in their order, where the candidates do not suffice.
 *
 * @param size how many parameters there are, at least 2
 * @returns the directions, and how many of them came from the candidates
 */
export function spanning(
  candidates: readonly Float64Array[],
  size: number,
): { readonly u: Float64Array; readonly v: Float64Array; readonly found: number } {
  const basis: Float64Array[] = [];
  const add = (candidate: Float64Array) => {
    const direction = candidate.slice();
    const length = norm(direction);
    if (!(length > 0 && Number.isFinite(length))) return;
    scale(direction, 1 / length);
    orthogonalize(direction, basis);
    const left = norm(direction);
    if (left > negligible) basis.push(scale(direction, 1 / left));
  };
  for (const candidate of candidates) if (basis.length < 2) add(candidate);
  const found = basis.length;
  for (let i = 0; i < size && basis.length < 2; i++) {
    const axis = new Float64Array(size);
    axis[i] = 1;
    add(axis);
  }
  return { u: basis[0], v: basis[1], found };
}

/** b - a */
export function difference(a: Float64Array, b: Float64Array): Float64Array {
  const result = b.slice();
  addScaled(result, -1, a);
  return result;
}
