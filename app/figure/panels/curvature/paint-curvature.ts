// Keeps the canvas of the curvature panel true to all lanes.
import { keepCanvas } from '../../../plot/kept-canvas.ts';
import type { FigureSession } from '../../../session/types.ts';
import { drawCurvature } from './draw-curvature.ts';

/** @returns stops painting */
export const paintCurvature = (
  stage: HTMLElement,
  canvas: HTMLCanvasElement,
  session: FigureSession,
): (() => void) =>
  keepCanvas(stage, canvas, session, {
    versions() {
      const { views, iteration, furthest } = session;
      const known = views.flatMap(({ curvatures, curvature }) => [curvatures.version, curvature]);
      return [views, iteration, furthest, ...known];
    },
    draw(context, width, height, tokens) {
      const { views, iteration, furthest } = session;
      drawCurvature(context, width, height, views, iteration, furthest, tokens);
    },
  });
