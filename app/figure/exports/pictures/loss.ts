// The losses of all lanes against step.
import { drawLosses } from '../../../plot/draw-losses.ts';
import type { Picture } from './picture.ts';

export const loss: Picture = {
  id: 'loss',
  scope: 'figure',
  height: (width) => Math.round(Math.min(320, 0.42 * width)),
  isThere: () => true,
  draw(pen, width, height, { session, views, tokens }) {
    const lines = views.map(({ label, index, lane }) => ({
      label,
      index,
      diverged: lane.status === 'diverged',
      count: lane.trajectory.count,
      iterations: lane.trajectory.iterations,
      losses: lane.trajectory.losses,
    }));
    const targets = [...new Set(views.map(({ lane }) => lane.targetLoss))];
    const { iteration, furthest } = session;
    drawLosses(pen, width, height, lines, iteration, furthest, targets, tokens);
  },
};
