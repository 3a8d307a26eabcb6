// Keeps the canvas of the loss plot true to all lanes.
import type { FigureSession } from '../session/types.ts';
import { createChangeDetector } from './change-detector.ts';
import { drawLosses } from './draw-losses.ts';
import { createCurveLabels } from './loss-labels.ts';
import { readPlotTokens, themeKey } from './plot-tokens.ts';
import type { PlotTokens } from './plot-tokens.ts';
import { clearCanvas, watchSheet } from './sheet.ts';

/** @returns stops painting */
export function paintLosses(
  stage: HTMLElement,
  canvas: HTMLCanvasElement,
  session: FigureSession,
): () => void {
  const changed = createChangeDetector();
  const labels = createCurveLabels();
  let theme = '';
  let tokens: PlotTokens | null = null;

  const paint = () => {
    const { width, height, ratio } = sheet.current;
    if (width === 0 || height === 0) return;
    const key = themeKey(stage, session.store.getState().theme);
    if (tokens === null || key !== theme) tokens = readPlotTokens(stage);
    theme = key;
    const { views, iteration, furthest } = session;
    const recorded = views.flatMap(({ lane }) => [
      lane.trajectory.count,
      lane.trajectory.revision,
      lane.status,
    ]);
    if (!changed([views, iteration, furthest, theme, width, height, ratio, ...recorded])) return;
    const context = clearCanvas(canvas, sheet.current);
    if (!context) return;
    const lines = views.map(({ label, index, lane }) => ({
      label,
      index,
      diverged: lane.status === 'diverged',
      count: lane.trajectory.count,
      iterations: lane.trajectory.iterations,
      losses: lane.trajectory.losses,
    }));
    const targets = [...new Set(views.map(({ lane }) => lane.targetLoss))];
    drawLosses(context, width, height, lines, iteration, furthest, targets, tokens, labels);
  };

  const sheet = watchSheet(stage, paint);
  const unsubscribe = session.onDraw(paint);
  session.invalidate();
  return () => {
    unsubscribe();
    sheet.dispose();
  };
}
