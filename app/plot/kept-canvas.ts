// Keeps one canvas true to what it shows: drawn anew when that, its size or the colours have changed.
import type { FigureSession } from '../session/types.ts';
import { createChangeDetector } from './change-detector.ts';
import { readPlotTokens, themeKey, type PlotTokens } from './plot-tokens.ts';
import { clearCanvas, watchSheet } from './sheet.ts';

export interface KeptPicture {
  /** Values that are others when the picture must be. */
  versions(): readonly unknown[];
  /** @param width and height in CSS pixels; the canvas is clear */
  draw(context: CanvasRenderingContext2D, width: number, height: number, tokens: PlotTokens): void;
}

/**
 * @param stage the canvas has its size
 * @returns stops drawing
 */
export function keepCanvas(
  stage: HTMLElement,
  canvas: HTMLCanvasElement,
  session: FigureSession,
  { versions, draw }: KeptPicture,
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
    if (!changed([theme, width, height, ratio, ...versions()])) return;
    const context = clearCanvas(canvas, sheet.current);
    if (context) draw(context, width, height, tokens);
  };
  const sheet = watchSheet(stage, paint);
  const unsubscribe = session.onDraw(paint);
  session.invalidate();
  return () => {
    unsubscribe();
    sheet.dispose();
  };
}
