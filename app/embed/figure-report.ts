// What there is to say of a figure, to a page around it or to a script of that page.
import type { Experiment, Lane } from '../../src/index.ts';

export interface LaneReport {
  readonly id: string;
  readonly loss: number;
  readonly status: Lane['status'];
}

export interface FigureReport {
  readonly experiment: Experiment;
  /** The experiment as a link has it. */
  readonly query: string;
  /** `idle`: not yet started. `done`: every lane has diverged, or the step to stop at is reached. */
  readonly status: 'idle' | 'running' | 'paused' | 'done';
  readonly step: number;
  readonly lanes: readonly LaneReport[];
}
