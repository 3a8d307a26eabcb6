// The loss surface in three dimensions, drawn by the figure's own stage in the size that is asked for.
import { laneTicks } from '../../../scene/axes.ts';
import { layoutLabels } from '../../../scene/labels.ts';
import { seeMarks, withNotes } from '../../../scene/mark-notes.ts';
import { createProjector } from '../../../scene/projection.ts';
import { stagedHost } from '../../../scene/staged-host.ts';
import type { Picture } from './picture.ts';

export const surface: Picture = {
  id: 'surface',
  scope: 'lane',
  height: (width) => Math.round(0.72 * width),
  isThere: ({ figure }) => stagedHost(figure)?.capture !== undefined,
  draw(pen, width, height, { session, figure, tokens }, view) {
    const shot = stagedHost(figure)?.capture?.(view.id, width, height, tokens);
    if (!shot || !view.surface) return;
    pen.drawImage(shot, 0, 0, width, height);
    const ticks = laneTicks(view);
    if (!ticks) return;
    const pose = session.camera;
    const axes = layoutLabels(pose, ticks, view.surface.plane.labels, width, height);
    const marks = seeMarks(view, createProjector(pose, width, height));
    const labels = withNotes(axes, marks, width, height);
    pen.font = tokens.numberFont;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.lineJoin = 'round';
    pen.lineWidth = 3;
    pen.strokeStyle = tokens.paper;
    for (const { text, kind, x, y } of labels) {
      pen.fillStyle = kind === 'tick' ? tokens.inkSoft : tokens.ink;
      pen.strokeText(text, x, y);
      pen.fillText(text, x, y);
    }
  },
};
