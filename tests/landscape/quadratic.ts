// A quadratic of two parameters with known curvatures, for tests.
import type { Objective } from '../../src/index.ts';

/**
 * Half the sum of `curvatures[k]` times the square of the k-th coordinate, in axes turned by `angle` about `centre`.
 */
export function quadratic(
  curvatures: readonly [number, number],
  angle: number,
  centre: readonly [number, number] = [0, 0],
): Objective {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [first, second] = curvatures;
  const xx = first * c * c + second * s * s;
  const yy = first * s * s + second * c * c;
  const xy = (first - second) * c * s;
  return {
    size: 2,
    names: ['x', 'y'],
    evaluate(theta, gradient) {
      const x = theta[0] - centre[0];
      const y = theta[1] - centre[1];
      if (gradient) {
        gradient[0] = xx * x + xy * y;
        gradient[1] = xy * x + yy * y;
      }
      return (xx * x * x + 2 * xy * x * y + yy * y * y) / 2;
    },
    hessianVector(_theta, v, out) {
      out[0] = xx * v[0] + xy * v[1];
      out[1] = xy * v[0] + yy * v[1];
    },
  };
}
