// Exports: every file that the page hands out holds what the page shows.
import { createLanes, parseExperiment } from '../../src/index.ts';
import { expectAccessible } from './support/accessible.ts';
import { openExports, pixelsOf, saveExport } from './support/download.ts';
import { openFinished, settle, type FigureElement } from './support/figure.ts';
import { expect, test } from './support/test.ts';

/** The greatest difference in a channel. */
const distance = (first: string, second: string) => {
  const other = second.split(',').map(Number);
  return Math.max(
    ...first.split(',').map((channel, k) => Math.abs(Number(channel) - (other[k] ?? 999))),
  );
};

const query = '?lr=0.3&seed=7&speed=1000&until=40';

test('all panels together are one picture', async ({ page }) => {
  await openFinished(page, query);
  const all = await saveExport(page, 'png');
  expect(all.name).toBe('normscape-two-scales-seed7.png');
  const whole = await pixelsOf(page, 'image/png', all.bytes);
  expect(whole.width).toBeGreaterThan(1800);
  expect(whole.colours).toBeGreaterThan(1000);
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expectAccessible(page);
  await expect(dialog.getByRole('status')).toContainText('Saved as normscape-two-scales-seed7.png');
});

const panels = [
  { panel: 'surface', scope: 'lane', colours: 5 },
  { panel: 'contour', scope: 'lane', colours: 5 },
  { panel: 'common', scope: 'figure', colours: 5 },
  { panel: 'network', scope: 'lane', colours: 2 },
  { panel: 'data', scope: 'lane', colours: 5 },
  { panel: 'loss', scope: 'figure', colours: 2 },
  { panel: 'curvature', scope: 'figure', colours: 2 },
  { panel: 'step', scope: 'figure', colours: 2 },
] as const;

for (const { panel, scope, colours } of panels) {
  test(`the picture of a panel is the same in pixels and as a drawing: ${panel}`, async ({
    page,
  }) => {
    await openFinished(page, `${query}&panels=${panel}&net=3&axes=raw`);
    const lane = scope === 'lane' ? 'raw' : 'all';
    const dialog = await openExports(page);
    await dialog.getByLabel('Panel', { exact: true }).selectOption(panel);
    await dialog.getByLabel('Lane', { exact: true }).selectOption(lane);
    const png = await saveExport(page, 'png');
    const svg = await saveExport(page, 'svg');
    const words = scope === 'lane' ? `raw-${panel}` : panel;
    expect(png.name).toBe(`normscape-two-scales-seed7-${words}.png`);
    expect(svg.name).toBe(`normscape-two-scales-seed7-${words}.svg`);
    expect(svg.text).toContain('seed 7');
    expect(svg.text).toContain('lr=0.3&amp;');
    // Lines and words, not a copy of the screen; a surface in 3D and an output are pixels among them.
    expect(svg.text.includes('<image')).toBe(['surface', 'data'].includes(panel));
    // A grid of places all over: the drawing, rendered, has the colours of the pixels.
    const places = Array.from({ length: 400 }, (_, k) => {
      return [((k % 20) + 0.5) / 20, (Math.floor(k / 20) + 0.5) / 20] as const;
    });
    const drawn = await pixelsOf(page, 'image/svg+xml', svg.bytes, places, 2);
    const painted = await pixelsOf(page, 'image/png', png.bytes, places);
    expect(Math.abs(painted.width - drawn.width)).toBeLessThanOrEqual(1);
    expect(painted.colours).toBeGreaterThan(50);
    // Edges and letters are smoothed in two ways.
    const alike = painted.at.filter((colour, k) => distance(colour, drawn.at[k] ?? '') < 30);
    expect(alike.length).toBeGreaterThan(0.95 * places.length);
    expect(new Set(painted.at).size).toBeGreaterThanOrEqual(colours);
  });
}

test('a drawing has a polygon for each band of the surface', async ({ page }) => {
  const figure = await openFinished(page, `${query}&panels=contour&lanes=raw`);
  const levels = await figure.evaluate((element) => {
    const [view] = (element as FigureElement).normscape.views;
    return view?.scale?.levels.length ?? 0;
  });
  const { text } = await saveExport(page, 'svg');
  const bands = text.match(/<path [^>]*fill-rule="evenodd"/g) ?? [];
  expect(levels).toBeGreaterThan(5);
  // A level that lies nowhere in the window has none.
  expect(bands.length).toBeGreaterThan(levels / 2);
  expect(bands.length).toBeLessThanOrEqual(levels);
});

test('the numbers of run and surface are those of the lanes', async ({ page }) => {
  const figure = await openFinished(page, query);
  const lanes = createLanes(parseExperiment(query).experiment);
  const csv = (await saveExport(page, 'run-csv')).text.trim().split('\r\n');
  const header = csv[0]?.split(',') ?? [];
  expect(header.slice(0, 4)).toEqual(['lane', 'step', 'loss', 'W1[0][0]']);
  expect(csv.length).toBe(1 + 2 * 41);
  for (const lane of lanes) lane.step(40);
  const last =
    csv
      .filter((line) => line.startsWith('standard,'))
      .at(-1)
      ?.split(',') ?? [];
  expect(last[1]).toBe('40');
  expect(Number(last[2])).toBe(lanes[1]?.loss);
  expect(last.slice(3).map(Number)).toEqual([...(lanes[1]?.theta ?? [])]);

  const run = JSON.parse((await saveExport(page, 'run-json')).text);
  expect(run.experiment).toEqual({ seed: '7', lr: '0.3', speed: '1000', until: '40' });
  expect(run.lanes[0].thetas[40]).toEqual([...(lanes[0]?.theta ?? [])]);

  await settle(figure);
  const surfaces = JSON.parse((await saveExport(page, 'surface-json')).text).surfaces;
  const grid = await figure.evaluate((element) => {
    const [view] = (element as FigureElement).normscape.views;
    if (!view?.surface) throw new Error('missing surface: raw');
    const { columns, rows, heights, plane } = view.surface;
    return { columns, rows, heights: [...heights], extent: [...plane.extent] };
  });
  expect(surfaces[0].heights.flat()).toEqual(grid.heights);
  expect(surfaces[0].extent).toEqual(grid.extent);
  expect(surfaces[0].path).toHaveLength(41);
  const points = (await saveExport(page, 'surface-csv')).text.trim().split('\r\n');
  const ofRaw = points.filter((line) => line.startsWith('raw,'));
  expect(ofRaw).toHaveLength(grid.columns * grid.rows);
  expect(Number(ofRaw[grid.columns]?.split(',').at(-1))).toBe(grid.heights[grid.columns]);
});

test('programs and a citation name what they are of', async ({ page }) => {
  await openFinished(page, `${query}&panels=loss`);
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const program = await saveExport(page, 'pytorch');
  expect(program.name).toBe('normscape-two-scales-seed7-raw-pytorch.py');
  expect(program.text).toContain('import torch');
  await dialog.getByLabel('Lane', { exact: true }).selectOption('standard');
  const other = await saveExport(page, 'numpy');
  expect(other.name).toBe('normscape-two-scales-seed7-standard-numpy.py');
  expect(other.text).toContain('import numpy');
  const entry = (await saveExport(page, 'bibtex')).text;
  expect(entry).toMatch(/^@software\{normscape_7_\d{8},\n/);
  expect(entry).toContain('?seed=7&lr=0.3&panels=loss&speed=1000&until=40},');
});

test('an experiment is saved, opened, and mended like a link', async ({ page }) => {
  const figure = await openFinished(page, `${query}&panels=loss&data=wine`);
  const saved = await saveExport(page, 'experiment-json');
  expect(saved.name).toBe('normscape-wine-seed7-experiment.json');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const file = dialog.getByLabel('Open a saved experiment');
  const choices = () =>
    figure.evaluate((element) => {
      const { experiment } = (element as FigureElement).normscape.store.getState();
      return { data: experiment.data.id, rate: experiment.settings.learningRate };
    });
  const give = (text: string) =>
    file.setInputFiles({ name: 'e.json', mimeType: 'application/json', buffer: Buffer.from(text) });

  await dialog.getByLabel('or paste its text').fill('https://example.org/?data=moons&lr=0.2');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog.getByRole('status')).toHaveText('The experiment is open.');
  expect(await choices()).toEqual({ data: 'moons', rate: 0.2 });
  await give(saved.text);
  await expect.poll(choices).toEqual({ data: 'wine', rate: 0.3 });

  // What is not an experiment changes nothing; what is odd in one is said.
  await give('{"a": 1}');
  await expect(dialog.getByRole('status')).toContainText('not an experiment saved here');
  await give(
    '{"format":"normscape experiment","v":1,"experiment":{"lr":"fast","seed":3,"<b>":"x","__proto__":{"x":1},"constructor":"y"}}',
  );
  await expect(dialog.getByRole('status')).toContainText('fast');
  await expect(dialog.getByRole('status')).toContainText('<b>');
  expect(await choices()).toEqual({ data: 'two-scales', rate: 0.1 });
  expect(await page.evaluate(() => 'x' in {})).toBe(false);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('.notices')).toContainText('fast');
});

test('a film shows the run from its first step to its last, and leaves the figure where it was', async ({
  page,
  context,
}) => {
  const figure = await openFinished(
    page,
    '?lr=0.3&seed=7&speed=1000&until=20&panels=contour,loss&lanes=standard',
  );
  await page.getByRole('button', { name: 'Export:' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByLabel('Speed', { exact: true }).selectOption('20');
  const { name, bytes } = await saveExport(page, 'webm');
  expect(name).toBe('normscape-two-scales-seed7.webm');
  await expect(dialog.getByRole('status')).toContainText(`Saved as ${name}`);
  await expect(figure).toHaveAttribute('data-step', '20');
  // The page's own policy plays no films; a page without one does.
  const viewer = await context.newPage();
  const seen = await viewer.evaluate(async (base64) => {
    const video = document.createElement('video');
    video.muted = true;
    video.src = `data:video/webm;base64,${base64}`;
    const canvas = document.createElement('canvas');
    const look = () => {
      [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
      const drawing = canvas.getContext('2d', { willReadFrequently: true });
      drawing?.drawImage(video, 0, 0);
      return drawing?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    };
    await new Promise((resolve, reject) => {
      video.onloadeddata = resolve;
      video.onerror = () => reject(new Error(video.error?.message));
    });
    const first = look();
    await video.play();
    await new Promise((resolve) => (video.onended = resolve));
    const last = look();
    let changed = 0;
    const colours = new Set<number>();
    for (let k = 0; k < last.length; k += 4) {
      const [red = 0, green = 0, blue = 0] = [last[k], last[k + 1], last[k + 2]];
      colours.add((red << 16) | (green << 8) | blue);
      if (Math.abs(green - (first[k + 1] ?? 0)) > 60) changed++;
    }
    return { width: canvas.width, seconds: video.currentTime, changed, colours: colours.size };
  }, bytes.toString('base64'));
  expect(seen.width).toBeGreaterThan(400);
  expect(seen.colours).toBeGreaterThan(100);
  // The path, and the sentences: more than a codec's noise.
  expect(seen.changed).toBeGreaterThan(300);
  // 20 steps at 20 a second, from the first, and a while for the last.
  expect(seen.seconds).toBeGreaterThan(1.7);
  expect(seen.seconds).toBeLessThan(1.9);
});
