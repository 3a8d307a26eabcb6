// The first screen: what a reader meets, without a word of explanation.
import { bandStyles } from '../../app/color-map.ts';
import { createLanes, parseExperiment, sampleSurface } from '../../src/index.ts';
import {
  bandColour,
  coloursOf,
  drawnSurfaces,
  openFigure,
  openFinished,
  readout,
  stepOf,
  type FigureElement,
} from './support/figure.ts';
import { expect, test } from './support/test.ts';

test('two lanes are moving, and everything is above the fold', async ({ page }) => {
  const figure = await openFigure(page);
  await expect(figure).toHaveAttribute('data-status', 'running');
  await expect(page.locator('[data-lane]')).toHaveCount(2);
  for (const lane of ['raw', 'standard']) {
    for (const panel of ['surface', 'contour']) {
      const box = await page.locator(`[data-lane="${lane}"] [data-panel="${panel}"]`).boundingBox();
      expect(box, `${panel} of ${lane}`).not.toBeNull();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
    }
  }
  const before = await stepOf(figure);
  await expect.poll(() => stepOf(figure)).toBeGreaterThan(before + 5);
  const size = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { scrollWidth, scrollHeight };
  });
  expect(size).toEqual({ scrollWidth: 1280, scrollHeight: 800 });
});

test('everything is above the fold where notes of lanes are long', async ({ page }) => {
  for (const query of [
    '?net=4-4&axes=raw',
    ...['pca', 'hessian', 'random', 'three'].map((kind) => `?net=4-4&slice=${kind}&height=clip`),
  ]) {
    await openFigure(page, query);
    expect(await page.evaluate(() => document.documentElement.scrollHeight), query).toBe(800);
  }
});

test('one line says what the marks are, with signs that are drawn as in the plots', async ({
  page,
}) => {
  const figure = await openFinished(page, '?until=20&speed=100');
  const key = figure.getByRole('list', { name: 'Marks in the plots' });
  await expect(key).toHaveCount(1);
  const marks = key.locator('[data-mark]');
  await expect(marks).toHaveText([
    ...['start', 'now', 'gap to surface', 'leaves the window', 'a gradient step'],
    ...['curvature (equal loss)', 'least loss', 'target loss'],
  ]);
  const tops = await marks.evaluateAll((items) =>
    items.map((item) => Math.round(item.getBoundingClientRect().top)),
  );
  expect(new Set(tops).size).toBe(1);
  // No two signs are alike, and none is an empty ground.
  const signs = await key
    .locator('canvas')
    .evaluateAll((canvases) => (canvases as HTMLCanvasElement[]).map((sign) => sign.toDataURL()));
  expect(new Set(signs).size).toBe(8);
  for (const sign of await key.locator('canvas').all()) {
    expect((await coloursOf(sign)).size).toBeGreaterThan(2);
  }
});

test('the standardized lane reaches the target at once, and the raw lane does not', async ({
  page,
}) => {
  const figure = await openFinished(page, '?until=40&speed=100');
  expect(await readout(page, 'standard', 'steps-to-target')).toBeLessThan(40);
  expect(await readout(page, 'raw', 'steps-to-target')).toBeNaN();
  await expect(page.locator('[data-lane="standard"]')).toHaveAttribute('data-status', 'converged');
  await expect(page.locator('[data-lane="raw"]')).toHaveAttribute('data-status', 'running');
  expect(await readout(page, 'raw', 'condition-number')).toBeGreaterThan(50_000);
  expect(await readout(page, 'standard', 'condition-number')).toBeLessThan(2);
  await expect(figure.locator('[data-caption]')).toContainText(
    'Standardized reached the target loss',
  );
});

test('the drawn heights are the losses of the very network that trains', async ({ page }) => {
  const figure = await openFinished(page, '?until=12');
  const lanes = createLanes(parseExperiment('until=12').experiment);
  const drawn = await drawnSurfaces(figure);
  expect(drawn.map(({ laneId }) => laneId)).toEqual(['raw', 'standard']);
  drawn.forEach((surface, k) => {
    const lane = lanes[k];
    lane.step(12);
    // The slice along both weights: the bias is where training has brought it.
    const origin = Float64Array.of(0, 0, lane.theta[2]);
    expect(surface.origin).toEqual([...origin]);
    const plane = {
      origin,
      u: Float64Array.of(1, 0, 0),
      v: Float64Array.of(0, 1, 0),
      extent: surface.extent,
      labels: ['', ''] as const,
      exact: false,
    };
    const { heights } = sampleSurface(lane.objective, plane, surface.columns, surface.rows);
    expect(surface.heights).toEqual([...heights]);
  });
});

test('the path ends where the readouts say, at the loss they say', async ({ page }) => {
  const figure = await openFinished(page, '?until=9');
  const ends = await figure.evaluate((element) =>
    (element as FigureElement).normscape.views.map(({ path, id }) => ({
      id,
      end: [...path.points.subarray(3 * (path.count - 1), 3 * path.count)],
    })),
  );
  const lanes = createLanes(parseExperiment('until=9').experiment);
  expect(ends).toHaveLength(2);
  for (const [k, { id, end }] of ends.entries()) {
    lanes[k].step(9);
    const loss = await readout(page, id, 'loss');
    expect(loss).toBe(lanes[k].loss);
    expect(end).toEqual([lanes[k].theta[0], lanes[k].theta[1], loss]);
  }
});

test('the mesh is not blank, and level ground has the colour of the legend', async ({ page }) => {
  const figure = await openFinished(page, '?until=30&speed=100');
  const lowest = bandColour(bandStyles(14)[0]);
  for (const lane of ['raw', 'standard']) {
    const panel = (id: string) => figure.locator(`[data-lane="${lane}"] [data-panel="${id}"]`);
    const surface = await coloursOf(panel('surface'));
    expect(surface.size, `colours of the ${lane} surface`).toBeGreaterThan(50);
    // The floor of the valley is level, so that shading leaves its colour as it is.
    expect(surface.get(lowest) ?? 0, `${lowest} on the ${lane} surface`).toBeGreaterThan(20);
    const legend = await coloursOf(panel('contour').locator('.plot-legend-column'));
    expect(legend.get(lowest) ?? 0, `${lowest} in the ${lane} legend`).toBeGreaterThan(20);
  }
});

test('the same link gives the identical run, here and in Node', async ({ page }) => {
  const query = 'data=two-scales-curved&net=4&noise=0&lr=0.3&until=60&speed=1000';
  const losses = async () => {
    await openFinished(page, `?${query}`);
    return [await readout(page, 'raw', 'loss'), await readout(page, 'standard', 'loss')];
  };
  const first = await losses();
  await page.reload();
  expect(await losses()).toEqual(first);
  const lanes = createLanes(parseExperiment(query).experiment);
  for (const lane of lanes) lane.step(60);
  // Another engine may round the hyperbolic tangent otherwise in its last place.
  lanes.forEach((lane, k) => expect(Math.abs(lane.loss / first[k] - 1)).toBeLessThan(1e-9));
});

test('the contour plot shows the surface the right way up, in the legend’s colours', async ({
  page,
}) => {
  // A start far off the minimum, so that no two sides of the plot are alike.
  const figure = await openFinished(page, '?until=2&lanes=standard&from=-2:1');
  const seen = await figure.evaluate((element) => {
    const [view] = (element as FigureElement).normscape.views;
    const stage = element.querySelector('.plot-stage') as HTMLElement & {
      plotFrame(): { x(u: number): number; y(v: number): number };
    };
    const canvas = stage.querySelector('canvas');
    const { surface, scale } = view;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || !surface || !scale) throw new Error('missing surface');
    const frame = stage.plotFrame();
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const ratio = canvas.width / canvas.clientWidth;
    const [uMin, uMax, vMin, vMax] = surface.plane.extent;
    return Array.from({ length: 11 * 11 }, (_, k) => {
      // Grid points well inside the window.
      const column = Math.round(((k % 11) / 10) * 0.9 * (surface.columns - 1) + 2);
      const row = Math.round((Math.floor(k / 11) / 10) * 0.9 * (surface.rows - 1) + 2);
      const u = uMin + ((uMax - uMin) * column) / (surface.columns - 1);
      const v = vMin + ((vMax - vMin) * row) / (surface.rows - 1);
      const height = surface.heights[row * surface.columns + column];
      const band = Math.min(scale.bands - 1, Math.floor(scale.color(height) * scale.bands));
      const x = Math.round(frame.x(u) * ratio);
      const y = Math.round(frame.y(v) * ratio);
      const pixel = 4 * (y * canvas.width + x);
      return { band, colour: data.slice(pixel, pixel + 3).join() };
    });
  });
  const styles = bandStyles(14).map(bandColour);
  const right = seen.filter(({ band, colour }) => styles[band] === colour);
  // Level lines and points on the very border between two bands are the rest.
  expect(right.length).toBeGreaterThan(0.8 * seen.length);
  expect(new Set(seen.map(({ band }) => band)).size).toBeGreaterThan(8);
});

test('the caption ends in a conclusion at once, and what stands below it does not jump', async ({
  page,
}) => {
  const figure = await openFigure(page, '?data=two-scales-curved&net=4&speed=20');
  const caption = figure.locator('[data-caption]');
  await expect(caption).toHaveText(/ is at loss [\d.]+, .+ at [\d.]+; the target is 0\.01\./);
  const clock = figure.locator('.figure-clock');
  const heights = await caption.evaluate(
    (line) =>
      new Promise<number[]>((resolve) => {
        const seen: number[] = [];
        new MutationObserver(() => seen.push(line.getBoundingClientRect().height)).observe(line, {
          childList: true,
        });
        setTimeout(() => resolve(seen), 4000);
      }),
  );
  expect(heights.length).toBeGreaterThan(2);
  // It may grow once, when a second sentence comes, and never shrinks.
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  await expect(clock).toBeVisible();
});

test('losses in the caption are those of the readouts, at every moment', async ({ page }) => {
  const figure = await openFigure(page, '?data=two-scales-curved&net=4&speed=20&until=60');
  const seen = await figure.evaluate(
    (root) =>
      new Promise<{ said: string; read: string }[]>((resolve) => {
        const { normscape } = root as unknown as {
          normscape: { onFrame(painter: () => void): () => void };
        };
        const found: { said: string; read: string }[] = [];
        const stop = normscape.onFrame(() => {
          const text = root.querySelector('[data-caption]')?.textContent ?? '';
          const said = [...text.matchAll(/ is at loss ([\d.]+), .* at ([\d.]+); /g)].flatMap(
            ([, first, second]) => [first, second],
          );
          const read = [...root.querySelectorAll<HTMLElement>('[data-readout="loss"]')].map(
            ({ dataset }) => Number(dataset['value']).toPrecision(2),
          );
          if (said.length > 0) found.push({ said: said.sort().join(), read: read.sort().join() });
          if (root.getAttribute('data-status') !== 'done') return;
          stop();
          resolve(found);
        });
      }),
  );
  expect(seen.length).toBeGreaterThan(10);
  for (const { said, read } of seen) expect(said).toBe(read);
});

test('a legend never begins above the loss where its lane stands', async ({ page }) => {
  const figure = await openFigure(page, '?panels=contour&speed=5&until=24');
  const differences = await figure.evaluate(
    (root) =>
      new Promise<number[]>((resolve) => {
        const { normscape: session } = root as unknown as {
          normscape: {
            views: {
              lane: { loss: number; iteration: number };
              surfaceIteration: number;
              scale: { min: number } | null;
            }[];
            onFrame(painter: () => void): () => void;
          };
        };
        const seen: number[] = [];
        const stop = session.onFrame(() => {
          for (const { lane, surfaceIteration, scale } of session.views) {
            if (scale && surfaceIteration === lane.iteration) seen.push(scale.min / lane.loss - 1);
          }
          if (root.getAttribute('data-status') !== 'done') return;
          stop();
          resolve(seen);
        });
      }),
  );
  expect(differences.length).toBeGreaterThan(10);
  expect(Math.max(...differences)).toBeLessThan(1e-6);
});
