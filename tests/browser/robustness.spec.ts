// What may go wrong around a figure: no 3D, a lost context, small screens, hidden tabs, divergence.
import { chromium } from '@playwright/test';
import { coloursOf, openFigure, openFinished, readout, settle, stepOf } from './support/figure.ts';
import { expect, test } from './support/test.ts';

test('without WebGL the contour plots are the whole lesson', async ({ baseURL, launchOptions }) => {
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), '--disable-3d-apis'],
  });
  try {
    const page = await browser.newPage({
      baseURL: baseURL ?? '',
      viewport: { width: 1280, height: 800 },
    });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const figure = await openFigure(page, '?until=20');
    await expect(figure).toHaveAttribute('data-status', 'done');
    await settle(figure);
    await expect(figure.locator('[data-lane="raw"] [data-panel="surface"]')).toContainText(
      'contour plot',
    );
    expect((await coloursOf(figure.locator('[data-lane="raw"] .plot-stage'))).size).toBeGreaterThan(
      14,
    );
    expect(await readout(page, 'standard', 'steps-to-target')).toBeLessThan(20);
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});

test.describe('a lost graphics context', () => {
  test.use({ allowedMessages: [/^THREE\.WebGLRenderer: Context (Lost|Restored)/] });
  test('comes back with its picture', async ({ page }) => {
    const figure = await openFinished(page, '?until=5');
    const surface = figure.locator('[data-lane="raw"] [data-panel="surface"]');
    const canvas = figure.locator('.scene-canvas');
    const before = (await coloursOf(surface)).size;
    await canvas.evaluate((element) => {
      const context = (element as HTMLCanvasElement).getContext('webgl2');
      const extension = context?.getExtension('WEBGL_lose_context');
      if (!extension) throw new Error('missing extension: WEBGL_lose_context');
      extension.loseContext();
      setTimeout(() => extension.restoreContext(), 1500);
    });
    await expect(surface).toContainText(/paused/i);
    await expect(surface).not.toContainText(/paused/i);
    await expect.poll(async () => (await coloursOf(surface)).size).toBeGreaterThan(before / 2);
  });
});

for (const [width, height] of [
  [390, 844],
  [320, 640],
]) {
  test(`nothing overflows at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const figure = await openFinished(page, '?net=4&lanes=raw,standard%2Bbn-after&until=2');
    const overflowing = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(overflowing).toBeLessThanOrEqual(width);
    const surface = figure.locator('[data-lane="raw"] [data-panel="surface"]');
    await surface.scrollIntoViewIfNeeded();
    expect((await coloursOf(surface)).size).toBeGreaterThan(50);
  });
}

test('a hidden tab trains no further', async ({ page }) => {
  const figure = await openFigure(page);
  await expect.poll(() => stepOf(figure)).toBeGreaterThan(3);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const before = await stepOf(figure);
  await page.waitForTimeout(2000);
  expect(await stepOf(figure)).toBe(before);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => false });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(() => stepOf(figure)).toBeGreaterThan(before);
});

test('a diverging run stops at its last finite point and says why', async ({ page }) => {
  const figure = await openFigure(page, '?lr=1.5&lanes=raw&speed=5000');
  await expect(figure).toHaveAttribute('data-status', 'done');
  await expect(page.locator('[data-lane="raw"]')).toHaveAttribute('data-status', 'diverged');
  await expect(figure.locator('[data-caption]')).toContainText('was above its largest safe rate');
  expect(await readout(page, 'raw', 'loss')).toBeGreaterThan(1e100);
  expect(await page.locator('body').innerText()).not.toMatch(/NaN|Infinity/);
});

test('a figure at rest asks for no frames', async ({ page }) => {
  await page.addInitScript(() => {
    const request = window.requestAnimationFrame.bind(window);
    let frames = 0;
    window.requestAnimationFrame = (callback) => {
      frames++;
      return request(callback);
    };
    Object.defineProperty(window, 'framesAsked', { get: () => frames });
  });
  const figure = await openFinished(page, '?until=5');
  await settle(figure);
  const asked = () =>
    page.evaluate(() => (window as unknown as { framesAsked: number }).framesAsked);
  await page.waitForTimeout(1500);
  const before = await asked();
  expect(before).toBeGreaterThan(0);
  await page.waitForTimeout(3000);
  expect(await asked()).toBe(before);
});
