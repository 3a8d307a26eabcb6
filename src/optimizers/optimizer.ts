// What an optimizer is: a rule that moves parameters in place, given their gradient and its own memory.
import type { Knob } from '../knob.ts';
import type { Entry } from '../registry.ts';

/** The learning rate, and a value for each of the optimizer's own knobs (their `initial` where left out). */
export interface OptimizerSettings {
  readonly learningRate: number;
  readonly [knob: string]: number;
}

export interface Optimizer extends Entry {
  /** The update of one parameter in plain text: statements in order, which are also evaluated to explain a step. */
  readonly formula: string;
  /** What the letters of the formula stand for, but for `theta`, `g`, `rate` and `t`, which every optimizer has. */
  readonly symbols: {
    /** One for each slot of its memory, in their order. */
    readonly memory: readonly { readonly symbol: string; readonly meaning: string }[];
    /** Ids of its knobs by letter. */
    readonly knobs: Readonly<Record<string, string>>;
  };
  /** Its own numbers besides the learning rate, for example `momentum`. */
  readonly knobs: readonly Knob[];
  /** How many numbers it remembers for each parameter: `memory` is `slots` blocks of `theta.length`. */
  readonly slots: number;
  /** Whether it takes weight decay off the parameters itself; for the others it is added to the gradient they get. */
  readonly decoupledDecay?: boolean;
  /**
   * One update of `theta`, in place; allocates nothing.
   * @param memory slots x theta.length, all zero before the first step
   * @param iteration 1 for the first step
   */
  step(
    theta: Float64Array,
    gradient: Float64Array,
    memory: Float64Array,
    iteration: number,
    settings: OptimizerSettings,
  ): void;
}
