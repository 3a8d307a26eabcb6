// What a data set is: a seeded recipe for samples, with the words and the goal that belong to it.
import type { Knob } from '../knob.ts';
import type { Entry } from '../registry.ts';
import type { Samples } from '../samples.ts';

/** Lower and upper end of a feature, in the feature's own unit. */
export type Range = readonly [number, number];

export interface SampleOptions {
  /** Rows; a table ignores it and gives all of its rows. */
  readonly count?: number;
  /**
   * Standard deviation of the noise: on the target of a regression set; on where each point meets the border between two
   * classes, where 1 is half a range. Tables and `two-scales-classes` ignore it.
   */
  readonly noise?: number;
  /** Any integer; the same seed gives the same samples, in every engine. */
  readonly seed?: number;
  /** Where each input lies; sets without `ranges` ignore it. */
  readonly ranges?: readonly [Range, Range];
  /** The set's own numbers, by the ids of its `knobs`; what is left out is at its initial value. */
  readonly knobs?: Readonly<Record<string, number>>;
  /** The two input columns; only tables have a choice. */
  readonly columns?: readonly [string, string];
  /** The target column; only tables have a choice. */
  readonly target?: string;
}

export interface Dataset extends Entry {
  readonly task: 'regression' | 'classification';
  /** What the inputs are called on axes, for the default columns. */
  readonly features: readonly [string, string];
  /** The default range of each input, where a reader may pose another. */
  readonly ranges?: readonly [Range, Range];
  /** The numbers that a reader may set beside count, noise and seed; none for a table. */
  readonly knobs?: readonly Knob[];
  /** A real table: columns a reader may choose as inputs and as target, the default pair first. */
  readonly table?: {
    readonly inputs: readonly string[];
    readonly targets: readonly string[];
    /** Unit of a column, or an empty string. */
    unit(column: string): string;
  };
  /** Whom to credit for real data, shown wherever it is. */
  readonly credit?: string;
  sample(options?: SampleOptions): Samples;
  /** The loss that counts as having learned it, the same for every lane, whatever its scaling. */
  targetLoss(samples: Samples, loss: 'mse' | 'bce'): number;
}
