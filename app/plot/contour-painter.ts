// Keeps the two canvases of a contour plot true to one lane: bands below, path and marks above.
import type { FigureSession, LaneView } from '../session/types.ts';
import { laneDashes } from '../theme.ts';
import { createChangeDetector } from './change-detector.ts';
import { contourMargins, drawContourAxes, verticalLabelWidth } from './draw-axes.ts';
import { drawBands } from './draw-bands.ts';
import { drawCrosshair, drawMinimum } from './draw-marks.ts';
import { drawPath } from './draw-path.ts';
import { latestPoint } from './lane-facts.ts';
import { fitFrame } from './plot-frame.ts';
import type { Frame } from './plot-frame.ts';
import { ofLane, readPlotTokens, themeKey } from './plot-tokens.ts';
import type { PlotTokens } from './plot-tokens.ts';
import { clearCanvas, watchSheet } from './sheet.ts';

export interface ContourCanvases {
  /** What both canvases fill. */
  readonly stage: HTMLElement;
  readonly bands: HTMLCanvasElement;
  readonly overlay: HTMLCanvasElement;
}

export interface ContourPainter {
  /** Where the window is drawn now; null while nothing is. */
  readonly frame: Frame | null;
  dispose(): void;
}

export function createContourPainter(
  canvases: ContourCanvases,
  session: FigureSession,
  view: LaneView,
): ContourPainter {
  const { stage, bands, overlay } = canvases;
  let frame: Frame | null = null;
  let theme = '';
  let tokens: PlotTokens | null = null;
  const bandsChanged = createChangeDetector();
  const overlayChanged = createChangeDetector();

  const layOut = (context: CanvasRenderingContext2D, numberFont: string, equal: boolean) => {
    const { width, height } = sheet.current;
    const [, , vMin, vMax] = view.window;
    context.font = numberFont;
    const widest = verticalLabelWidth(context, vMin, vMax, height - 46);
    frame = fitFrame(width, height, contourMargins(widest), view.window, equal);
  };

  const paint = () => {
    const state = session.store.getState();
    const { width, height, ratio } = sheet.current;
    if (width === 0 || height === 0) return;
    const key = themeKey(stage, state.theme);
    if (tokens === null || key !== theme) tokens = readPlotTokens(stage);
    theme = key;
    const equal = state.experiment.axes === 'equal';
    const { surface, scale, surfaceVersion, path, minimum } = view;

    if (bandsChanged([surfaceVersion, surface, scale, equal, theme, width, height, ratio])) {
      const context = clearCanvas(bands, sheet.current);
      if (!context) return;
      layOut(context, tokens.numberFont, equal);
      if (frame) {
        context.fillStyle = tokens.plotGround;
        context.fillRect(frame.left, frame.top, frame.width, frame.height);
        if (surface && scale) drawBands(context, frame, surface, scale);
        drawContourAxes(context, frame, surface?.plane.labels ?? ['', ''], tokens);
      }
    }

    const { iteration, crosshair } = session;
    const { status } = view.lane;
    const overlayInputs = [frame, path.count, path.revision, iteration, status, crosshair, minimum];
    if (overlayChanged([...overlayInputs, surface, theme, width, height, ratio])) {
      const context = clearCanvas(overlay, sheet.current);
      if (!context || !frame) return;
      const [uMin, uMax, vMin, vMax] = frame.window;
      const from = latestPoint(path) ?? [(uMin + uMax) / 2, (vMin + vMax) / 2];
      if (minimum) drawMinimum(context, minimum, from, frame, tokens);
      drawPath(context, path, frame, {
        color: ofLane(tokens.lanes, view.index, tokens.ink),
        casing: tokens.casing,
        dash: ofLane(laneDashes, view.index, []),
        diverged: status === 'diverged',
      });
      const canvas = { left: 0, top: 0, width, height };
      if (crosshair) drawCrosshair(context, crosshair, frame, surface, canvas, tokens);
    }
  };

  const sheet = watchSheet(stage, paint);
  const unsubscribe = session.onFrame(paint);
  session.invalidate();
  return {
    get frame() {
      return frame;
    },
    dispose() {
      unsubscribe();
      sheet.dispose();
    },
  };
}
