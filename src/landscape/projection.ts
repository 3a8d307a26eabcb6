// Between parameter space and a plane's coordinates.
import type { Plane } from './plane.ts';

/**
 * Coordinates of the point of the plane nearest to `theta`: least squares in the span of u and v, by the normal
 * equations. For a slice along two parameters these are the two parameters, exactly.
 *
 * @throws {RangeError} if u and v are parallel
 */
export function project(
  plane: Pick<Plane, 'origin' | 'u' | 'v'>,
  theta: Float64Array,
): [number, number] {
  const { origin, u, v } = plane;
  let uu = 0;
  let uv = 0;
  let vv = 0;
  let ud = 0;
  let vd = 0;
  for (let i = 0; i < theta.length; i++) {
    const difference = theta[i] - origin[i];
    uu += u[i] * u[i];
    uv += u[i] * v[i];
    vv += v[i] * v[i];
    // Where a direction is 0 the difference must not matter, not even an infinite one.
    if (u[i] !== 0) ud += u[i] * difference;
    if (v[i] !== 0) vd += v[i] * difference;
  }
  if (uv === 0 && uu > 0 && vv > 0) return [ud / uu, vd / vv];
  const determinant = uu * vv - uv * uv;
  if (!(determinant > 1e-14 * uu * vv)) {
    throw new RangeError('parallel directions: u and v (a plane needs two that differ)');
  }
  return [(vv * ud - uv * vd) / determinant, (uu * vd - uv * ud) / determinant];
}

/** Overwrites `out` with the parameters at coordinates (a, b), and returns it. */
export function unproject(plane: Plane, a: number, b: number, out: Float64Array): Float64Array {
  const { origin, u, v } = plane;
  for (let i = 0; i < out.length; i++) out[i] = origin[i] + a * u[i] + b * v[i];
  return out;
}

/** Euclidean distance between `theta` and its projection: what a picture of the plane leaves out. */
export function residual(plane: Plane, theta: Float64Array): number {
  const [a, b] = project(plane, theta);
  const { origin, u, v } = plane;
  let sum = 0;
  for (let i = 0; i < theta.length; i++) {
    const difference = theta[i] - (origin[i] + a * u[i] + b * v[i]);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}
