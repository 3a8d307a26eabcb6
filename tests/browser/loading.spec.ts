// How the page comes: something true to look at first, the rest while it is looked at, and no more than is needed.
import { assetNamed, fileSize, firstViewSize, lateSize, wholeSize } from './support/sizes.ts';
import { coloursOf, openFigure, stepOf } from './support/figure.ts';
import { expect, test } from './support/test.ts';

/** Brotli, in bytes. */
const kilobytes = 1000;

test('the first view, the 3D view and the whole are as small as they are promised to be', () => {
  expect(firstViewSize('index.html')).toBeLessThanOrEqual(90 * kilobytes);
  const stage = lateSize('index.html', 'SurfaceStage-', ['mount-']);
  // Or it would not be the chunk that three.js is in.
  expect(stage).toBeGreaterThan(100 * kilobytes);
  expect(stage).toBeLessThanOrEqual(130 * kilobytes);
  expect(wholeSize('index.html')).toBeLessThanOrEqual(450 * kilobytes);
});

test('so are the first figure of an embed, all of it, and the scripts that are one file', () => {
  const first = firstViewSize('embed.html');
  const controls = lateSize('embed.html', 'open-embed-', []);
  const stage = lateSize('embed.html', 'SurfaceStage-', ['open-embed-']);
  expect(first).toBeLessThanOrEqual(90 * kilobytes);
  // Or it would not be what the controls are in.
  expect(controls).toBeGreaterThan(40 * kilobytes);
  expect(first + controls + stage).toBeLessThanOrEqual(240 * kilobytes);
  expect(fileSize('norm-scape.js')).toBeLessThanOrEqual(260 * kilobytes);
  expect(fileSize('norm-scape.html')).toBeLessThanOrEqual(270 * kilobytes);
});

test('the contour plots are drawn before React and three.js have come, and stay where they are', async ({
  page,
}) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  for (const prefix of ['mount-', 'three-']) {
    await page.route(`**/${assetNamed(prefix)}`, async (route) => {
      await released;
      await route.continue();
    });
  }
  await page.goto('./?autoplay=0');
  const plot = page.locator('[data-panel="contour"] .plot-stage').first();
  const bands = plot.locator('canvas').first();
  // Many colours: the bands are there.
  await expect.poll(async () => (await coloursOf(bands)).size).toBeGreaterThan(8);
  await expect(page.locator('.lane h2').first()).toHaveText('Raw inputs');
  await expect(page.getByRole('button')).toHaveCount(0);
  const before = await plot.boundingBox();
  release();
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  const after = await plot.boundingBox();
  expect(after).toEqual(before);
});

const complaintsOfIt = [/Failed to (load resource|fetch dynamically)/];

test.describe('a part that does not come', () => {
  test.use({ allowedMessages: complaintsOfIt });

  test('leaves the first view with a sentence', async ({ page }) => {
    await page.route(`**/${assetNamed('mount-')}`, (route) => route.abort());
    await page.goto('./');
    await expect(page.getByRole('alert')).toHaveText(/controls could not be fetched/);
    await expect(page.locator('[data-panel="contour"] canvas').first()).toBeVisible();
  });

  test('leaves the first figure of an embed with a sentence', async ({ page }) => {
    await page.route(`**/${assetNamed('open-embed-', 'embed.html')}`, (route) => route.abort());
    await page.goto('./embed.html?panels=contour');
    await expect(page.getByRole('alert')).toHaveText(/controls could not be fetched/);
    await expect(page.locator('[data-panel="contour"] canvas').first()).toBeVisible();
  });

  for (const file of ['index.html', 'embed.html']) {
    test(`leaves the data of ${file} as they were, with a sentence`, async ({ page }) => {
      await page.route(`**/${assetNamed('wine-', file)}`, (route) => route.abort());
      const figure = await openFigure(page, `${file}?autoplay=0&controls=full&poster=0`);
      const select = page.getByLabel('Data set');
      await select.selectOption('wine');
      await expect(page.getByText(/rows of “.*” could not be fetched/)).toBeVisible();
      await expect(select).toHaveValue('two-scales');
      await page.getByRole('button', { name: 'One step', exact: true }).click();
      await expect.poll(() => stepOf(figure)).toBe(1);
    });
  }
});

test('an embed draws its contour plots before React has come, in the place they keep', async ({
  page,
}) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(`**/${assetNamed('open-embed-', 'embed.html')}`, async (route) => {
    await released;
    await route.continue();
  });
  await page.setViewportSize({ width: 700, height: 800 });
  await page.goto('./embed.html?panels=surface,contour');
  const plot = page.locator('[data-panel="contour"] .plot-stage').first();
  await expect
    .poll(async () => (await coloursOf(plot.locator('canvas').first())).size)
    .toBeGreaterThan(8);
  await expect(page.getByRole('button')).toHaveCount(0);
  const before = await plot.boundingBox();
  release();
  await expect(page.getByRole('button', { name: 'Play: train the networks' })).toBeVisible();
  expect(await plot.boundingBox()).toEqual(before);
});

test('the rows of a table are fetched when it is chosen, and not before', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openFigure(page, '?autoplay=0');
  await page.waitForLoadState('networkidle');
  const tables = ['wine-', 'breast-cancer-', 'penguins-', 'iris-', 'houses-'].map((prefix) =>
    assetNamed(prefix),
  );
  const fetched = () => tables.filter((name) => asked.some((url) => url.endsWith(name)));
  expect(fetched()).toEqual([]);
  await page.getByLabel('Data set').selectOption('wine');
  await expect(page.getByLabel('Data set')).toHaveValue('wine');
  expect(fetched()).toEqual([assetNamed('wine-')]);
});
