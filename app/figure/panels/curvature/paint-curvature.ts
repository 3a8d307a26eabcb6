// Keeps the canvas of the curvature panel true to all lanes.
import { createChangeDetector } from '../../../plot/change-detector.ts';
import { readPlotTokens, themeKey, type PlotTokens } from '../../../plot/plot-tokens.ts';
import { clearCanvas, watchSheet } from '../../../plot/sheet.ts';
import type { FigureSession } from '../../../session/types.ts';
import { drawCurvature } from './draw-curvature.ts';

/** @returns stops painting */
export function paintCurvature(
  stage: HTMLElement,
  canvas: HTMLCanvasElement,
  session: FigureSession,
): () => void {
  const changed = createChangeDetector();
  let theme = '';
  let tokens: PlotTokens | null = null;
  const paint = () => {
    const { width, height, ratio } = sheet.current;
    if (width === 0 || height === 0) return;
    const key = themeKey(stage, session.store.getState().theme);
    if (tokens === null || key !== theme) tokens = readPlotTokens(stage);
    theme = key;
    const { views, iteration, furthest } = session;
    const versions = views.flatMap(({ curvatures, curvature }) => [curvatures.version, curvature]);
    if (!changed([views, iteration, furthest, theme, width, height, ratio, ...versions])) return;
    const context = clearCanvas(canvas, sheet.current);
    if (context) drawCurvature(context, width, height, views, iteration, furthest, tokens);
  };
  const sheet = watchSheet(stage, paint);
  const unsubscribe = session.onDraw(paint);
  session.invalidate();
  return () => {
    unsubscribe();
    sheet.dispose();
  };
}
