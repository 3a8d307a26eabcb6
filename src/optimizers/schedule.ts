// What a learning-rate schedule is: a factor for the learning rate of every step.
import type { Knob } from '../knob.ts';
import type { Entry } from '../registry.ts';

/** Values of a schedule's knobs, by id; those left out are at their `initial`. */
export type ScheduleSettings = Readonly<Record<string, number>>;

export interface Schedule extends Entry {
  /** The factor at step t, counted from 0 for the first, in plain text. */
  readonly formula: string;
  /** Its own numbers; their ids differ from those of every other schedule and optimizer. */
  readonly knobs: readonly Knob[];
  /**
   * What the learning rate is multiplied by.
   * @param iteration 1 for the first step, as an optimizer counts
   * @returns 0 to 1
   */
  factor(iteration: number, settings: ScheduleSettings): number;
}
