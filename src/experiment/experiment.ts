// An experiment: plain data that fixes everything. The same value is a link, a message, a fixture and a figure.
import type { Range } from '../data/dataset.ts';

/** What a lane may set for itself; whatever it leaves out is the experiment's. */
export interface Settings {
  /** Widths of the hidden layers; empty for one neuron. */
  readonly hidden: readonly number[];
  /** Id of the hidden layers' activation. */
  readonly activation: string;
  /** Id of the rule for the starting weights. */
  readonly initialization: string;
  /** `auto`: squared error for regression data, cross-entropy for classes. */
  readonly loss: 'auto' | 'mse' | 'bce';
  /** Id of the optimizer. */
  readonly optimizer: string;
  readonly learningRate: number;
  /** Rows of a mini-batch; 0 for the full batch. */
  readonly batch: number;
}

/** One lane: the experiment with a patch. */
export interface LanePatch {
  /** Unique in the experiment, for example `raw`, `standard`, `raw+bn`. */
  readonly id: string;
  /** Id of the input scaling. */
  readonly scaling: string;
  readonly normalization: 'none' | 'before' | 'after' | 'input';
  readonly overrides: Partial<Settings>;
}

/** The two parameters that a surface is drawn over, by name, as in `W1[0][0]`. */
export interface WeightSlice {
  readonly kind: 'weights';
  readonly names: readonly [string, string];
}

export interface Experiment {
  readonly version: 1;
  readonly data: {
    /** Id of the data set. */
    readonly id: string;
    readonly ranges: readonly [Range, Range];
    readonly count: number;
    readonly noise: number;
    /** The two input columns and the target column of a table; empty for the table's first. */
    readonly columns: readonly [string, string] | null;
    readonly target: string | null;
  };
  /** One seed for everything random: data, starting weights and mini-batches draw from separate streams of it. */
  readonly seed: number;
  readonly settings: Settings;
  /** One to four. */
  readonly lanes: readonly LanePatch[];
  /** Coordinates in the slice where every lane starts instead of at its drawn weights; null for those. */
  readonly from: readonly [number, number] | null;
  readonly slice: WeightSlice;
  /** The parameters outside the slice: as they are now (the surface moves), or as they were at the start. */
  readonly around: 'live' | 'start';
  /** Equal units on both axes, the same window in every lane; or each lane's window fitted to its own valley. */
  readonly axes: 'equal' | 'fit';
  readonly height: 'linear' | 'log';
  /** Ids of the panels shown, in order. */
  readonly panels: readonly string[];
  /** Training steps per second. */
  readonly speed: number;
  readonly autoplay: boolean;
  /** The run pauses at this step; 0 for never. */
  readonly until: number;
  readonly theme: 'auto' | 'light' | 'dark';
  /** Azimuth and elevation in degrees, and distance in box sizes. */
  readonly camera: readonly [number, number, number];
}
