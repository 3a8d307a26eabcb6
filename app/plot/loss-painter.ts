// Keeps the canvas of the loss plot true to all lanes.
import type { FigureSession } from '../session/types.ts';
import { drawLosses } from './draw-losses.ts';
import { keepCanvas } from './kept-canvas.ts';
import { createLossLabels } from './loss-labels.ts';

/** @returns stops painting */
export function paintLosses(
  stage: HTMLElement,
  canvas: HTMLCanvasElement,
  session: FigureSession,
): () => void {
  const labels = createLossLabels();
  return keepCanvas(stage, canvas, session, {
    versions() {
      const { views, iteration, furthest } = session;
      const recorded = views.flatMap(({ lane: { trajectory, status } }) => [
        ...[trajectory.count, trajectory.revision, status],
      ]);
      return [views, iteration, furthest, ...recorded];
    },
    draw(context, width, height, tokens) {
      drawLosses(context, width, height, session.views, session, tokens, labels);
    },
  });
}
