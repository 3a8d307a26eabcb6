// What the 3D stage offers on the element that its slots lie in, to exports, scripts and tests.
import type { Tokens } from '../theme.ts';

/** What a lane's texture of heights holds, for tests and scripts. */
export interface StagedSurface {
  readonly laneId: string;
  readonly columns: number;
  readonly rows: number;
  readonly heights: Float32Array;
}

export type StagedHost = HTMLElement & {
  surfaces?: () => StagedSurface[];
  /**
   * A lane's surface as it is now, at two pixels for each of CSS; null where nothing is drawn yet, or no longer.
   *
   * @param width, height in CSS pixels
   */
  capture?: (
    laneId: string,
    width: number,
    height: number,
    tokens: Tokens,
  ) => HTMLCanvasElement | null;
};

/** @param figure the figure's element */
export function stagedHost(figure: Element): StagedHost | null {
  return figure.querySelector<StagedHost>('.lanes');
}
