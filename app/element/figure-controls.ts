// What an author's script may do with a figure, and what it hears of it.
import type { FigureReport, LaneReport } from '../embed/figure-report.ts';

/** A figure that waits to be seen is drawn at once when it is asked for something. */
export interface FigureControls {
  play(): void;
  pause(): void;
  /** Takes so many steps (one, if left out), and pauses. */
  step(count?: number): void;
  /** Goes to this step, back from the start if need be, and pauses. */
  seek(step: number): void;
  reset(): void;
  /** Another experiment, as a link's query. What is only the embed's stays, unless the query names it. */
  set(query: string): void;
  /**
   * A panel as a `data:` address.
   * @param format `png`, if left out, or `svg`
   * @throws {RangeError} where there is no such panel or format
   */
  snapshot(panel: string, format?: string): Promise<string>;
  getState(): FigureReport;
}

/** What a figure tells, by the names of the events. */
export interface FigureEvents {
  /** The figure is made. */
  readonly ready: Pick<FigureReport, 'experiment' | 'query'>;
  /** At most ten times a second, and after the last step. */
  readonly step: { readonly step: number; readonly lanes: readonly LaneReport[] };
  /** Every lane has diverged, or the step to stop at is reached. */
  readonly done: Readonly<Record<string, never>>;
  /** What was replaced in what it was told. Show it as text. */
  readonly notice: { readonly text: string };
}
