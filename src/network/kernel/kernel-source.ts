// The plain network that a kernel stands for.
import type { Precision } from '../../math/rounding.ts';
import type { Samples } from '../../samples.ts';
import type { Layout } from '../layout.ts';
import type { NetworkSpec } from '../spec.ts';
import type { Statistics } from '../stage.ts';

export interface KernelSource {
  readonly spec: NetworkSpec;
  readonly layout: Layout;
  readonly samples: Samples;
  /** The arithmetic of the plain network. Kernels exist for float64 alone. */
  readonly precision: Precision;
  /** What batch norm normalizes with, read anew every time; null where it measures the rows. */
  readonly statistics: Statistics | null;
  /** The output of each row, by the plain network; a copy. */
  outputs(theta: Float64Array): Float64Array;
  /** The mean loss by the plain network, which is always right. */
  evaluate(theta: Float64Array): number;
}
