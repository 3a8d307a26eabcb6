// The losses of all lanes against step.
import { drawLosses } from '../../../plot/draw-losses.ts';
import type { Picture } from './picture.ts';

export const loss: Picture = {
  id: 'loss',
  scope: 'figure',
  height: (width) => Math.round(Math.min(320, 0.42 * width)),
  isThere: () => true,
  draw(pen, width, height, { session, views, tokens }) {
    drawLosses(pen, width, height, views, session, tokens);
  },
};
