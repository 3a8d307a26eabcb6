// What a picture of a panel is: drawn anew for an export, by the functions that draw it on the screen.
import type { FigureSession, LaneView } from '../../../session/types.ts';
import type { PlotTokens } from '../../../plot/plot-tokens.ts';
import type { Pen } from '../pen.ts';

export interface Scenery {
  readonly session: FigureSession;
  readonly figure: HTMLElement;
  readonly tokens: PlotTokens;
  /** The lanes of the whole picture. */
  readonly views: readonly LaneView[];
}

interface Common {
  /** The panel's. */
  readonly id: string;
  /** In CSS pixels, for a width. */
  height(width: number, scenery: Scenery): number;
  /** Whether there is anything to draw. */
  isThere(scenery: Scenery): boolean;
}

export type Picture = Common &
  (
    | {
        readonly scope: 'lane';
        draw(pen: Pen, width: number, height: number, scenery: Scenery, view: LaneView): void;
      }
    | {
        readonly scope: 'figure';
        draw(pen: Pen, width: number, height: number, scenery: Scenery): void;
      }
  );
