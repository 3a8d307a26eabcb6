// Keeps the lower canvas of a contour plot true to one lane: its bands, and the axes around them.
import type { FigureSession, LaneView } from '../session/types.ts';
import { createChangeDetector } from './change-detector.ts';
import { contourMargins, drawContourAxes, verticalLabelWidth } from './draw-axes.ts';
import { drawBands } from './draw-bands.ts';
import { createMovingBands } from './draw-moving-bands.ts';
import { drawRays } from './draw-rays.ts';
import { isTurnOf } from './painting-turns.ts';
import { fitFrame } from './plot-frame.ts';
import type { Frame } from './plot-frame.ts';
import type { PlotTokens } from './plot-tokens.ts';
import { publishFrame } from './publish-frame.ts';
import { clearCanvas, type Sheet } from './sheet.ts';

/** Pixels from the left of a canvas. */
export type Room = readonly [from: number, to: number];

export interface BandsPainter {
  /** Where the window is drawn now; null while nothing is. */
  readonly frame: Frame | null;
  /**
   * Draws what is another, at once or when it is the lane's turn.
   *
   * @param theme the key of the tokens
   * @param between where buttons leave room for the title of the horizontal axis
   */
  paint(sheet: Sheet, tokens: PlotTokens, theme: string, between: Room): void;
}

/** @param host what plot and legend stand in together */
export function createBandsPainter(
  canvas: HTMLCanvasElement,
  host: HTMLElement | null,
  session: FigureSession,
  view: LaneView,
): BandsPainter {
  let frame: Frame | null = null;
  const movingBands = createMovingBands();
  const bandsChanged = createChangeDetector();
  const axesChanged = createChangeDetector();
  const numbersChanged = createChangeDetector();
  /** The widest number at the vertical axis, in pixels. */
  let widest = 0;
  /** What is seen no longer, and has still to be drawn. */
  let owed: 'nothing' | 'bands' | 'all' = 'nothing';

  const layOut = (
    context: CanvasRenderingContext2D,
    { width, height }: Sheet,
    numberFont: string,
    equal: boolean,
  ) => {
    const [, , vMin, vMax] = view.window;
    if (numbersChanged([vMin, vMax, height, numberFont])) {
      context.font = numberFont;
      widest = verticalLabelWidth(context, vMin, vMax, height - 46);
    }
    const margins = contourMargins(widest, width);
    frame = fitFrame(width, height, margins, view.window, equal);
    return margins;
  };

  const draw = (
    sheet: Sheet,
    tokens: PlotTokens,
    between: Room,
    equal: boolean,
    moving: boolean,
  ) => {
    const { surface, scale } = view;
    const { width, ratio } = sheet;
    // Axes stay as they are while only bands change, but where an edge of the area lies within a device pixel, which both
    // of them paint.
    const withAxes = owed === 'all' || !Number.isInteger(ratio);
    const context = withAxes ? clearCanvas(canvas, sheet) : canvas.getContext('2d');
    if (!context) return;
    const margins = layOut(context, sheet, tokens.numberFont, equal);
    if (withAxes) publishFrame(host, frame, margins, width);
    if (!frame) return;
    context.fillStyle = tokens.plotGround;
    context.fillRect(frame.left, frame.top, frame.width, frame.height);
    if (surface && scale && moving) movingBands.draw(context, frame, surface, scale, ratio);
    else if (surface && scale) drawBands(context, frame, surface, scale);
    if (surface && view.scaleInvariant) drawRays(context, frame);
    const titles = surface?.plane.labels ?? (['', ''] as const);
    if (withAxes) drawContourAxes(context, frame, titles, tokens, width, between);
  };

  return {
    get frame() {
      return frame;
    },
    paint(sheet, tokens, theme, between) {
      const { status, experiment } = session.store.getState();
      const { width, height, ratio } = sheet;
      const { surface, scale, surfaceVersion, window } = view;
      const equal = experiment.axes === 'equal';
      const moving = status === 'running';
      const around = [equal, theme, ...between, width, height, ratio];
      const isOther = bandsChanged([moving, surfaceVersion, surface, scale, ...around]);
      if (isOther && owed === 'nothing') owed = 'bands';
      if (owed === 'nothing') return;
      if (axesChanged([...around, ...window, ...(surface?.plane.labels ?? [])])) owed = 'all';
      // What has come to rest is drawn at once, and so is what has another place.
      if (moving && owed === 'bands' && !isTurnOf(view.index)) {
        session.invalidate();
        return;
      }
      draw(sheet, tokens, between, equal, moving);
      owed = 'nothing';
    },
  };
}
