// The contour plot of a lane with its legend, without the crosshair; and one with the paths of several.
import { contourMargins, drawContourAxes, verticalLabelWidth } from '../../../plot/draw-axes.ts';
import { drawBands } from '../../../plot/draw-bands.ts';
import { drawMinimum, minimumMark } from '../../../plot/draw-minimum.ts';
import { createRunSight, drawRuns, placeNames } from '../../../plot/draw-runs.ts';
import { latestPoint } from '../../../plot/lane-facts.ts';
import { contains, fitFrame } from '../../../plot/plot-frame.ts';
import { legendScale } from '../../../plot/legend-marks.ts';
import { drawLegend, legendWidth } from './legend.ts';
import type { LaneView } from '../../../session/types.ts';
import type { Pen } from '../pen.ts';
import type { Picture, Scenery } from './picture.ts';

/** @param companions as in `createContourPainter` */
export function drawContour(
  pen: Pen,
  [width, height]: readonly [number, number],
  { session, tokens }: Scenery,
  view: LaneView,
  companions: readonly LaneView[] = [],
): void {
  const { surface, scale, path, minimum, lane, window } = view;
  if (!surface || !scale) return;
  pen.font = tokens.numberFont;
  const margins = contourMargins(verticalLabelWidth(pen, window[2], window[3], height - 46), width);
  const equal = session.store.getState().experiment.axes === 'equal';
  const frame = fitFrame(width - legendWidth, height, margins, window, equal);
  if (!frame) return;
  pen.fillStyle = tokens.plotGround;
  pen.fillRect(frame.left, frame.top, frame.width, frame.height);
  drawBands(pen, frame, surface, scale, pen.createPath);
  drawContourAxes(pen, frame, surface.plane.labels, tokens, width);

  const runs = createRunSight(view, companions)(frame);
  const mark = minimum && minimumMark(minimum, frame);
  const signs = mark ? [...runs.marked, mark.box] : runs.marked;
  const names = placeNames(pen, runs, frame, signs, tokens);
  const latest = latestPoint(path);
  if (minimum) {
    const inView = latest && contains(frame, frame.x(latest[0]), frame.y(latest[1]));
    const taken = [...runs.marked, ...names.map(({ box }) => box)];
    const { exact } = surface.plane;
    const surroundings = { from: inView ? latest : null, exact, lines: runs.lines, taken };
    drawMinimum(pen, minimum, frame, surroundings, tokens);
  }
  drawRuns(pen, runs, frame, tokens);
  for (const name of names) name.draw();
  const place = { left: frame.left + frame.width + 16, top: frame.top, height: frame.height };
  drawLegend(pen, place, legendScale(view) ?? scale, lane.targetLoss, tokens);
}

export const contour: Picture = {
  id: 'contour',
  scope: 'lane',
  height: (width) => Math.round(0.735 * width),
  isThere: ({ views }) => views.some(({ surface }) => surface !== null),
  draw(pen, width, height, scenery, view) {
    drawContour(pen, [width, height], scenery, view);
  },
};
