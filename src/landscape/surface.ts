// A loss surface: heights on a regular grid over a plane's window.
import type { Plane } from './plane.ts';

export interface Surface {
  readonly columns: number;
  readonly rows: number;
  /** `heights[row * columns + column]`: row along v, column along u, both ascending, window edges included. */
  readonly heights: Float32Array;
  /** Least and greatest finite height. */
  readonly min: number;
  readonly max: number;
  readonly plane: Plane;
  /** Grows with every surface that is made, so that a view knows a new one. */
  readonly version: number;
}
