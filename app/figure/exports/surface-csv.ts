// The surfaces as they are drawn, point by point.
import { textFile, type Export } from './export.ts';
import { drawnSurfaces, gridPoints } from './surface-grid.ts';
import { csvText, type Cell } from './table-text.ts';

export const surfaceCsv: Export = {
  id: 'surface-csv',
  label: 'Surface as CSV',
  blurb: 'Both coordinates and the loss of every grid point of every lane’s surface.',
  group: 'numbers',
  extension: 'csv',
  appliesTo: 'run',
  words: ['surface'],
  make({ views }) {
    const rows: (readonly Cell[])[] = [];
    for (const { id, surface, iteration } of drawnSurfaces(views)) {
      const [first, second] = surface.plane.labels;
      for (const [u, v, loss] of gridPoints(surface)) {
        rows.push([id, iteration, first, u, second, v, loss]);
      }
    }
    const header = ['lane', 'step', 'first axis', 'u', 'second axis', 'v', 'loss'];
    return textFile(csvText(header, rows), 'text/csv');
  },
};
