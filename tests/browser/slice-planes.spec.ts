// Planes and directions of every slice, held against runs in Node; scrubbing and reading them; one landscape in raw units.
import type { Locator } from '@playwright/test';
import { surfaceLoss } from '../../app/scene/heights.ts';
import {
  createLanes,
  filtersOf,
  parseExperiment,
  project,
  residual,
  unproject,
  type Lane,
} from '../../src/index.ts';
import {
  drawnSurfaces,
  openFigure,
  openFinished,
  settle,
  type FigureElement,
} from './support/figure.ts';
import { expect, test } from './support/test.ts';

const steps = 30;
const run = `net=4&until=${steps}&speed=200`;

/** One lane's plane, with its directions, and the mesh over it. */
async function picturesOf(figure: Locator) {
  const drawn = await drawnSurfaces(figure);
  const planes = await figure.evaluate((element) =>
    (element as FigureElement).normscape.views.map((view) => {
      const { surface, frame, frameIteration, path, window } = view;
      if (!surface) throw new Error(`missing surface: ${view.id}`);
      const { origin, u, v, extent, labels, exact } = surface.plane;
      const plane = { origin: [...origin], u: [...u], v: [...v], extent, labels, exact };
      const points = [...path.points.subarray(0, 3 * path.count)];
      return { plane, explained: frame.explained, frameIteration, points, window };
    }),
  );
  return planes.map(({ plane, ...rest }, k) => ({
    ...rest,
    columns: drawn[k]?.columns ?? 0,
    rows: drawn[k]?.rows ?? 0,
    heights: Float32Array.from(drawn[k]?.heights ?? []),
    plane: {
      ...plane,
      origin: Float64Array.from(plane.origin),
      u: Float64Array.from(plane.u),
      v: Float64Array.from(plane.v),
    },
  }));
}

type Picture = Awaited<ReturnType<typeof picturesOf>>[number];

const lanesAt = (query: string, step: number) => {
  const lanes = createLanes(parseExperiment(query).experiment);
  for (const lane of lanes) lane.step(step);
  return lanes;
};

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const norm = (a: Float64Array) => Math.sqrt(dot(a, a));

/** At places all over the window the mesh is as high as the network's loss, to what single precision is good for. */
function expectLosses({ plane, columns, rows, heights }: Picture, { objective }: Lane) {
  const [left, right, bottom, top] = plane.extent;
  const theta = new Float64Array(objective.size);
  for (const i of [0, 0.25, 0.5, 0.8, 1]) {
    for (const j of [0, 0.3, 0.5, 0.75, 1]) {
      const [column, row] = [Math.round(i * (columns - 1)), Math.round(j * (rows - 1))];
      const a = left + (column / (columns - 1)) * (right - left);
      const b = bottom + (row / (rows - 1)) * (top - bottom);
      const loss = objective.evaluate(unproject(plane, a, b, theta));
      expect(heights[row * columns + column] / loss, `height at ${a}, ${b}`).toBeCloseTo(1, 3);
    }
  }
}

/** The share of the points' variance along a direction of length 1. */
function shareAlong(direction: Float64Array, lanes: readonly Lane[]): number {
  const points = lanes.flatMap(({ trajectory: { size, count, thetas } }) =>
    Array.from({ length: count }, (_, k) => thetas.slice(k * size, (k + 1) * size)),
  );
  const mean = points[0].map(
    (_, i) => points.reduce((sum, point) => sum + point[i], 0) / points.length,
  );
  const centred = points.map((point) => point.map((value, i) => value - mean[i]));
  const total = centred.reduce((sum, point) => sum + dot(point, point), 0);
  return centred.reduce((sum, point) => sum + dot(point, direction) ** 2, 0) / total;
}

interface Kind {
  readonly slice: string;
  /** What the line under the plot says. */
  readonly note: RegExp;
  /**
   * That the directions are those that the slice is named after.
   * @param lanesOf all lanes, at the step at which the directions of a picture were found
   */
  directions(pictures: readonly Picture[], lanesOf: (picture: Picture) => readonly Lane[]): void;
}

const kinds: readonly Kind[] = [
  {
    slice: 'w:W1[2][1],W2[0][3]',
    note: /along 2 of \d+ parameters; it moves as the rest learn/,
    directions: (pictures, lanesOf) =>
      pictures.forEach((picture, k) => {
        const { u, v } = picture.plane;
        const { names } = lanesOf(picture)[k].objective;
        const along = (direction: Float64Array) =>
          names.filter((_, i) => direction[i] === 1 && norm(direction) === 1);
        expect([along(u), along(v)]).toEqual([['W1[2][1]'], ['W2[0][3]']]);
      }),
  },
  {
    slice: 'random:3',
    note: /the start is [\d.]+ away from it/,
    directions: (pictures, lanesOf) =>
      pictures.forEach((picture, k) => {
        const { u, v } = picture.plane;
        const { objective, start } = lanesOf(picture)[k];
        const filters = filtersOf(objective.layout);
        expect(filters.length).toBeGreaterThan(4);
        for (const filter of filters) {
          const part = (values: Float64Array) => norm(Float64Array.from(filter, (i) => values[i]));
          for (const direction of [u, v]) {
            expect(part(direction)).toBeCloseTo(part(start), 9);
          }
        }
        expect(Math.abs(dot(u, v))).toBeLessThan(0.9 * norm(u) * norm(v));
      }),
  },
  {
    slice: 'pca',
    note: /it holds [\d.]+ % of the path’s variance|it holds over 99.9 %/,
    directions: (pictures, lanesOf) =>
      pictures.forEach((picture, k) => {
        const { plane, explained } = picture;
        const lane = lanesOf(picture)[k];
        const shares = [plane.u, plane.v].map((direction) => shareAlong(direction, [lane]));
        expect(shares[0]).toBeCloseTo(explained?.[0] ?? NaN, 6);
        expect(shares[1]).toBeCloseTo(explained?.[1] ?? NaN, 6);
        expect(shares[0] + shares[1]).toBeGreaterThan(0.8);
        expect(shares[0]).toBeGreaterThan(shares[1]);
      }),
  },
  {
    slice: 'pca-all',
    note: /of all paths’ variance/,
    directions: (pictures, lanesOf) => {
      const [first, second] = pictures;
      expect(first.plane.u).toEqual(second.plane.u);
      expect(first.plane.v).toEqual(second.plane.v);
      expect(shareAlong(first.plane.u, lanesOf(first))).toBeCloseTo(first.explained?.[0] ?? NaN, 6);
      // Both paths are seen whole, so that they can be compared in one window.
      expect(first.window).toEqual(second.window);
    },
  },
  {
    slice: 'hessian',
    note: /of \d+ parameters through the current weights/,
    directions: (pictures, lanesOf) =>
      pictures.forEach((picture, k) => {
        const { u, v, labels } = picture.plane;
        const { objective, theta } = lanesOf(picture)[k];
        const out = new Float64Array(objective.size);
        [u, v].forEach((direction, axis) => {
          // Three digits of it.
          const named = Number(/λ ([-\d.e+]+)/.exec(labels[axis])?.[1]);
          objective.hessianVector(theta, direction, out);
          expect(Math.abs(dot(direction, out) / named - 1)).toBeLessThan(0.0051);
          // An eigenvector is only made longer.
          const rest = out.map((value, i) => value - dot(direction, out) * direction[i]);
          expect(norm(rest) / norm(out)).toBeLessThan(0.01);
        });
      }),
  },
  {
    slice: 'three',
    note: /of \d+ parameters through the current weights/,
    directions: (pictures, lanesOf) =>
      pictures.forEach((picture) => {
        const { plane } = picture;
        const lanes = lanesOf(picture);
        const through = { ...plane, origin: lanes[0].start };
        for (const { theta } of lanes) expect(residual(through, theta)).toBeLessThan(1e-9);
        expect(plane.labels.join()).toMatch(/end of Raw.*end of Standardized/);
      }),
  },
];

for (const { slice, note, directions } of kinds) {
  test(`slice ${slice}: heights, directions, scrubbing and a reading`, async ({ page }) => {
    const query = `${run}&slice=${slice}`;
    const figure = await openFinished(page, `?${query}`);
    const lanes = lanesAt(query, steps);
    const pictures = await picturesOf(figure);
    expect(pictures).toHaveLength(2);
    directions(pictures, ({ frameIteration }) => lanesAt(query, Math.max(0, frameIteration)));
    pictures.forEach((picture, k) => {
      const { plane, points } = picture;
      expect(residual(plane, lanes[k].theta), 'the plane goes through the weights').toBeLessThan(
        1e-9,
      );
      expectLosses(picture, lanes[k]);
      // The path is where the weights are in this plane, at the losses they had.
      const { size, thetas, losses } = lanes[k].trajectory;
      for (const step of [0, 7, steps]) {
        const place = project(plane, thetas.slice(step * size, (step + 1) * size));
        const drawn = points.slice(3 * step, 3 * step + 3);
        [...place, losses[step]].forEach((value, axis) =>
          expect(drawn[axis], `step ${step}`).toBeCloseTo(value, 4),
        );
      }
    });
    const lane = figure.locator('[data-lane="standard"]');
    await expect(lane.locator('.lane-note')).toContainText(note);

    // Keys read the surface.
    await lane.locator('.plot-stage').focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('ArrowDown');
    const cross = await figure.evaluate(
      (element) => (element as FigureElement).normscape.crosshair,
    );
    if (!cross) throw new Error('missing crosshair');
    // Interpolated on the mesh, whose heights are the network's losses; in three digits, and the last move is not lost.
    const loss = surfaceLoss({ ...pictures[1], min: 0, max: 0, version: 0 }, ...cross);
    const said = lane.locator('p.plot-hidden[aria-live]');
    const apart = async () => {
      const text = (await said.textContent()) ?? '';
      return Math.abs(Number(/loss about ([\d.]+)$/.exec(text)?.[1]) / loss - 1);
    };
    await expect.poll(apart, { message: `a reading of ${loss}` }).toBeLessThan(0.0051);
    await page.keyboard.press('Escape');

    // At step 0 the plane goes through the start; at the end everything is as it was.
    const scrubber = page.getByRole('slider', { name: 'Step of the run' });
    await scrubber.focus();
    await page.keyboard.press('Home');
    await expect(figure).toHaveAttribute('data-step', '0');
    await settle(figure);
    (await picturesOf(figure)).forEach((picture, k) => {
      expect(residual(picture.plane, lanes[k].start)).toBeLessThan(1e-9);
      expectLosses(picture, lanes[k]);
    });
    await page.keyboard.press('End');
    await expect(figure).toHaveAttribute('data-step', String(steps));
    await settle(figure);
    (await picturesOf(figure)).forEach((picture, k) => {
      expect(residual(picture.plane, lanes[k].theta)).toBeLessThan(1e-9);
      expectLosses(picture, lanes[k]);
    });
  });
}

test('in units of the raw inputs the scaled lane’s surface is the loss of one that scales nothing', async ({
  page,
}) => {
  const figure = await openFigure(page, '?x2=0:0.1&autoplay=0');
  await page.getByRole('radio', { name: 'raw inputs', exact: true }).check();
  await expect(page).toHaveURL(/axes=raw/);
  await settle(figure);
  const [unscaled, scaled] = lanesAt('x2=0:0.1', 0);
  expect(scaled.objective).not.toBe(unscaled.objective);
  const pictures = await picturesOf(figure);
  expect(pictures).toHaveLength(2);
  for (const picture of pictures) expectLosses(picture, unscaled);
});
