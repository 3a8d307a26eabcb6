// An experiment: plain data that fixes everything. The same value is a link, a message, a fixture and a figure.
import type { Range } from '../data/dataset.ts';
import type { Precision } from '../math/rounding.ts';

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
  /** Id of the learning rate's schedule. */
  readonly schedule: string;
  /** Weight decay; `auto` for the optimizer's own default: 0, but 0.01 for AdamW, as in PyTorch. */
  readonly decay: 'auto' | number;
  /** The longest gradient that is let through; 0 for any. */
  readonly clip: number;
  /** The numbers that the network and its optimizer compute with. */
  readonly precision: Precision;
  /** Added to the variance by batch norm and layer norm. */
  readonly normEps: number;
  /** Weight of a new batch in batch norm's running values. */
  readonly normMomentum: number;
  /** Whether gamma and beta are learned, or stay at 1 and 0. */
  readonly affine: 'learned' | 'frozen';
  /** Keep the biases that batch norm takes away again. */
  readonly keepBias: boolean;
  /** Noise that training adds after batch norm; 0 for none. */
  readonly normNoise: number;
  /** Knobs of optimizer and schedule by id, as in `{ momentum: 0.5 }`; those left out are at their initial value. */
  readonly knobs: Readonly<Record<string, number>>;
}

/**
 * How the lanes' starting points are made comparable: all from the same drawn numbers, or all computing what the first
 * lane computes with its drawn numbers.
 */
export type StartRule = 'same-numbers' | 'same-function';

/**
 * Which learning rate a lane gets: the experiment's, a fraction of its own 2 / lambda max at its start, or its best of a
 * small sweep. A rate that a lane sets for itself stands above all of these.
 */
export type RateRule =
  | { readonly kind: 'same' }
  | { readonly kind: 'stable'; readonly fraction: number }
  | { readonly kind: 'best' };

/** One lane: the experiment with a patch. */
export interface LanePatch {
  /** Unique in the experiment, for example `raw`, `standard`, `raw+bn`. */
  readonly id: string;
  /** Id of the input scaling. */
  readonly scaling: string;
  /** Batch norm before or after the activation or on the inputs, layer norm before the activation, or none. */
  readonly normalization: 'none' | 'before' | 'after' | 'input' | 'layer';
  readonly overrides: Partial<Settings>;
}

/** The two parameters that a surface is drawn over, by name, as in `W1[0][0]`. */
export interface WeightSlice {
  readonly kind: 'weights';
  readonly names: readonly [string, string];
}

/**
 * The two directions that a surface is drawn over, by the ids of the slices: two parameters; filter-normalized random
 * directions from a seed of their own; principal components of each lane's own path or of all paths; eigenvectors of
 * the Hessian; or the plane through the start and the ends of the first two lanes.
 */
export type SliceChoice =
  | WeightSlice
  | { readonly kind: 'random'; readonly seed: number }
  | { readonly kind: 'pca' | 'pca-all' | 'hessian' | 'three' };

/** A window of slice coordinates: `[uMin, uMax, vMin, vMax]`. */
export type SliceWindow = readonly [number, number, number, number];

export interface Experiment {
  readonly version: 1;
  readonly data: {
    /** Id of the data set; `table` for the reader's own table. */
    readonly id: string;
    /** The text of the reader's own table, which travels with the experiment; null for a registered data set. */
    readonly table: string | null;
    readonly ranges: readonly [Range, Range];
    readonly count: number;
    readonly noise: number;
    /** The two input columns and the target column of a table; empty for the table's first. */
    readonly columns: readonly [string, string] | null;
    readonly target: string | null;
    /** The data set's own numbers, by the ids of its knobs; all of them. */
    readonly knobs: Readonly<Record<string, number>>;
    /** Share of the rows that is kept back for testing; 0 for none. Scalings are fitted to the others alone. */
    readonly split: number;
    /** Id of the target's scaling, the same for all lanes; the targets of classes stay as they are. */
    readonly targetScaling: string;
  };
  /** One seed for everything random: data, starting weights and mini-batches draw from separate streams of it. */
  readonly seed: number;
  readonly settings: Settings;
  /** One to four. */
  readonly lanes: readonly LanePatch[];
  readonly start: StartRule;
  readonly rate: RateRule;
  /** Coordinates in a slice along two weights where every lane starts instead of at its drawn weights; null for those. */
  readonly from: readonly [number, number] | null;
  /** Starting values by parameter name, in every lane that has the parameter; they stand above all other rules. */
  readonly set: Readonly<Record<string, number>>;
  readonly slice: SliceChoice;
  /** Where the plane goes through: the current weights (the surface moves), those at the start, or the latest ones. */
  readonly around: 'live' | 'start' | 'end';
  /**
   * Equal units on both axes, the same window in every lane; each lane's window fitted to its own valley; or the first
   * layer's weights as raw inputs meet them, with scaling and batch norm folded in, the same window in every lane.
   */
  readonly axes: 'equal' | 'fit' | 'raw';
  /**
   * What batch norm normalizes with in the surfaces: the mean and variance of all rows, as training does, or its running
   * values, as the finished network would.
   */
  readonly statistics: 'batch' | 'running';
  /** Windows that a reader has chosen: one for all lanes, or one a lane (null for its own); empty for none. */
  readonly windows: readonly (SliceWindow | null)[];
  /** Heights in proportion to loss, to its logarithm, or in proportion up to where high walls are cut. */
  readonly height: 'linear' | 'log' | 'clip';
  /** Colours, levels and heights for each lane's own losses, or one scale for all, where their losses can be compared. */
  readonly scale: 'own' | 'shared';
  /** Whether curvature and slope are drawn at the current point. */
  readonly marks: boolean;
  /** Which lane's surface lies below all paths in the common plot, counted from 1; 0 where the figure chooses. */
  readonly ground: number;
  /** Ids of the panels shown, in order. */
  readonly panels: readonly string[];
  /** Training steps per second. */
  readonly speed: number;
  readonly autoplay: boolean;
  /** The run pauses at this step; 0 for never. */
  readonly until: number;
  /** The run pauses as soon as every lane has reached its target, or has diverged. */
  readonly untilTarget: boolean;
  readonly theme: 'auto' | 'light' | 'dark';
  /** Azimuth and elevation in degrees, and distance in box sizes. */
  readonly camera: readonly [number, number, number];
}
