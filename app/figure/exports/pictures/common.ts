// The paths of all lanes that have one loss, over that loss.
import { commonSurface } from '../../panels/common/common-surface.ts';
import { drawContour } from './contour.ts';
import type { Picture, Scenery } from './picture.ts';

/** A picture of one lane alone has its own path alone. */
const surfaceOf = ({ session, views }: Scenery) =>
  commonSurface(views, {
    ...session.store.getState().experiment,
    ...(views.length < session.views.length ? { ground: 0 } : {}),
  });

export const common: Picture = {
  id: 'common',
  scope: 'figure',
  height: (width) => Math.round(0.6 * width),
  isThere: (scenery) => surfaceOf(scenery)?.under.surface !== null,
  draw(pen, width, height, scenery) {
    const surface = surfaceOf(scenery);
    if (!surface) return;
    drawContour(pen, [width, height], scenery, surface.under, surface.companions);
  },
};
