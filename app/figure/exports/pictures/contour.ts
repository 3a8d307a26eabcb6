// The contour plot of a lane with its legend, without the crosshair.
import { laneDashes } from '../../../theme.ts';
import { contourMargins, drawContourAxes, verticalLabelWidth } from '../../../plot/draw-axes.ts';
import { drawBands } from '../../../plot/draw-bands.ts';
import { drawMinimum } from '../../../plot/draw-minimum.ts';
import { drawPath } from '../../../plot/draw-path.ts';
import { boxAround } from '../../../plot/free-place.ts';
import { latestPoint } from '../../../plot/lane-facts.ts';
import { visiblePath } from '../../../plot/path-geometry.ts';
import { contains, fitFrame } from '../../../plot/plot-frame.ts';
import { ofLane } from '../../../plot/plot-tokens.ts';
import { drawLegend, legendWidth } from './legend.ts';
import type { Picture } from './picture.ts';

export const contour: Picture = {
  id: 'contour',
  scope: 'lane',
  height: (width) => Math.round(0.735 * width),
  isThere: ({ views }) => views.some(({ surface }) => surface !== null),
  draw(pen, width, height, { session, tokens }, view) {
    const { surface, scale, path, minimum, lane, window, index } = view;
    if (!surface || !scale) return;
    pen.font = tokens.numberFont;
    const margins = contourMargins(verticalLabelWidth(pen, window[2], window[3], height - 46));
    const equal = session.store.getState().experiment.axes === 'equal';
    const frame = fitFrame(width - legendWidth, height, margins, window, equal);
    if (!frame) return;
    pen.fillStyle = tokens.plotGround;
    pen.fillRect(frame.left, frame.top, frame.width, frame.height);
    drawBands(pen, frame, surface, scale, pen.createPath);
    drawContourAxes(pen, frame, surface.plane.labels, tokens);

    const visible = visiblePath(path, frame);
    const latest = latestPoint(path);
    if (minimum) {
      const inView = latest && contains(frame, frame.x(latest[0]), frame.y(latest[1]));
      const taken = [visible.start, visible.latest].flatMap((point) =>
        point ? [boxAround(...point, 16, 16)] : [],
      );
      const { exact } = surface.plane;
      const surroundings = { from: inView ? latest : null, exact, lines: visible.pieces, taken };
      drawMinimum(pen, minimum, frame, surroundings, tokens);
    }
    drawPath(pen, path, visible, frame, {
      color: ofLane(tokens.lanes, index, tokens.ink),
      casing: tokens.casing,
      dash: ofLane(laneDashes, index, []),
      diverged: lane.status === 'diverged',
      startStrength: view.startStrength,
    });
    const place = { left: frame.left + frame.width + 16, top: frame.top, height: frame.height };
    drawLegend(pen, place, scale, lane.targetLoss, tokens);
  },
};
