// The surfaces with their planes, levels and paths: enough to draw the figure again.
import { experimentRecord } from './experiment-record.ts';
import { textFile, type Export } from './export.ts';
import { jsonText } from './json-text.ts';
import { drawnSurfaces } from './surface-grid.ts';

export const surfaceJson: Export = {
  id: 'surface-json',
  label: 'Surface as JSON',
  blurb: 'Grid, axes, heights, plane, contour levels and path of every lane: enough to redraw it.',
  group: 'numbers',
  extension: 'json',
  appliesTo: 'run',
  words: ['surface'],
  make({ session, views, page }) {
    const { experiment } = session.store.getState();
    const surfaces = drawnSurfaces(views).map(({ id, view, surface, iteration }) => {
      const { plane, columns, rows, heights } = surface;
      const { path, scale, lane } = view;
      return {
        lane: id,
        label: view.label,
        step: iteration,
        axes: plane.labels,
        /** Least and greatest coordinate along both axes. */
        extent: [...plane.extent],
        window: [...view.window],
        columns,
        rows,
        plane: {
          parameters: lane.objective.names,
          origin: [...plane.origin],
          u: [...plane.u],
          v: [...plane.v],
          exact: plane.exact,
        },
        levels: scale ? [...scale.levels] : [],
        minimum: view.minimum,
        targetLoss: lane.targetLoss,
        /** Row by row, along the first axis, from the least of the second. */
        heights: Array.from({ length: rows }, (_, row) => [
          ...heights.subarray(row * columns, (row + 1) * columns),
        ]),
        /** Both coordinates and the loss. */
        path: Array.from({ length: path.count }, (_, k) => [
          ...path.points.subarray(3 * k, 3 * k + 3),
        ]),
      };
    });
    const record = { ...experimentRecord(experiment, page), surfaces };
    return textFile(jsonText(record), 'application/json');
  },
};
