// Contour lines of one surface: marching squares on typed arrays, next to d3-contour.
import { contours } from 'd3-contour';
import { createCase, networks } from './cases.mjs';
import { here, medians } from './measure.mjs';
import { error, milliseconds, note, ratio, table } from './report.mjs';

const grid = 128;
const levelCount = 20;

/** The length of all lines in units of a cell; d3 also closes its rings outside the grid, which is left out. */
function lengthOfRings(regions) {
  const isInside = (x) => x >= 0.5 && x <= grid - 0.5;
  let length = 0;
  for (const ring of regions.flatMap(({ coordinates }) => coordinates.flat())) {
    for (let k = 1; k < ring.length; k++) {
      const ends = [ring[k - 1], ring[k]];
      if (!ends.flat().every(isInside)) continue;
      length += Math.hypot(ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]);
    }
  }
  return length;
}

function lengthOfSegments({ coordinates, length }, cell) {
  let sum = 0;
  for (let k = 0; k < length; k += 4) {
    const [u0, v0, u1, v1] = coordinates.subarray(k, k + 4);
    sum += Math.hypot((u1 - u0) / cell, (v1 - v0) / cell);
  }
  return sum;
}

export async function contourTable({ engine, plot, rounds }) {
  const { objective, plane } = createCase(engine, networks[0]);
  const surface = engine.sampleSurface(objective, plane, grid, grid);
  const { min, max, heights } = surface;
  const levels = Array.from({ length: levelCount }, (_, k) => {
    const part = (k + 1) / (levelCount + 1);
    return min + (max - min) * part * part;
  });
  const values = Array.from(heights);
  const generator = contours().size([grid, grid]);
  const theirs = () => levels.map((level) => generator.contour(values, level));
  const segments = plot.createSegments();
  const ours = () => plot.contourSegments(surface, levels, segments);

  const cell = (plane.extent[1] - plane.extent[0]) / (grid - 1);
  const off = Math.abs(lengthOfSegments(ours(), cell) / lengthOfRings(theirs()) - 1);
  if (!(off < 1e-6)) {
    note(`Contours are left out: the lines differ in length by ${error(off)}.`);
    return;
  }
  const found = await medians(
    [here('ours', () => void ours()), here('d3', () => void theirs())],
    rounds,
  );
  table(
    `Contour lines: ${grid} x ${grid} points, ${levelCount} levels`,
    ['marching squares', 'd3-contour', 'd3 / ours'],
    [
      [
        milliseconds(found.get('ours')),
        milliseconds(found.get('d3')),
        ratio(found.get('d3') / found.get('ours')),
      ],
    ],
  );
}
