// Keeps the picture of a lane's samples true to the lane: as given, as the network sees them, over its output.
import type { FigureSession, LaneView } from '../../../session/types.ts';
import { createChangeDetector } from '../../../plot/change-detector.ts';
import { readPlotTokens, themeKey, type PlotTokens } from '../../../plot/plot-tokens.ts';
import { clearCanvas, watchSheet } from '../../../plot/sheet.ts';
import { createDataDrawing } from './draw-data.ts';
import { gridSide, waitAfter } from './output-cost.ts';

/** @returns stops painting */
export function paintData(
  stage: HTMLElement,
  canvas: HTMLCanvasElement,
  session: FigureSession,
  view: LaneView,
): () => void {
  const { lane } = view;
  const draw = createDataDrawing(view);
  const changed = createChangeDetector();
  let theme = '';
  let tokens: PlotTokens | null = null;
  let rested = 0;

  const paint = () => {
    const { width, height, ratio } = sheet.current;
    if (width === 0 || height === 0) return;
    const { theme: inForce, status } = session.store.getState();
    const key = themeKey(stage, inForce);
    if (tokens === null || key !== theme) tokens = readPlotTokens(stage);
    theme = key;
    const moving = status === 'running';
    const began = performance.now();
    // A costly picture must not take the frames from the others.
    if (moving && began < rested) return;
    const { iteration, status: fate } = lane;
    if (!changed([iteration, fate, moving, theme, width, height, ratio])) return;
    const context = clearCanvas(canvas, sheet.current);
    if (!context) return;
    draw(context, width, height, gridSide(lane.theta.length, moving), tokens);
    rested = waitAfter(began, performance.now());
  };

  const sheet = watchSheet(stage, paint);
  const unsubscribe = session.onDraw(paint);
  session.invalidate();
  return () => {
    unsubscribe();
    sheet.dispose();
  };
}
