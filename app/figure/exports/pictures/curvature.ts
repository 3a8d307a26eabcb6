// Sharpness and condition number of all lanes over the run, and the spectrum of the latest step.
import { drawCurvature } from '../../panels/curvature/draw-curvature.ts';
import type { Picture } from './picture.ts';

export const curvature: Picture = {
  id: 'curvature',
  scope: 'figure',
  height: (width) => Math.round(Math.min(460, 0.7 * width)),
  isThere: () => true,
  draw(pen, width, height, { session: { iteration, furthest }, views, tokens }) {
    drawCurvature(pen, width, height, views, iteration, furthest, tokens);
  },
};
