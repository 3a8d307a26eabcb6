// A lane's samples over the output of its network.
import { createDataDrawing } from '../../panels/data/draw-data.ts';
import { gridSide } from '../../panels/data/output-cost.ts';
import type { Picture } from './picture.ts';

export const data: Picture = {
  id: 'data',
  scope: 'lane',
  height: (width) => Math.round(0.56 * width),
  isThere: () => true,
  draw(pen, width, height, { tokens }, view) {
    const side = gridSide(view.lane.theta.length, false);
    createDataDrawing(view)(pen, width, height, side, tokens, pen.createPath);
  },
};
