// A new start where the surface itself is touched: by mouse, and by a finger, which is asked first.
import type { Locator, Page } from '@playwright/test';
import { openFigure, openFinished, settle, type FigureElement } from './support/figure.ts';
import { expect, test } from './support/test.ts';

const state = (figure: Locator) =>
  figure.evaluate((element) => {
    const { normscape } = element as FigureElement;
    const { from, camera } = normscape.store.getState().experiment;
    return { from, camera, crosshair: normscape.crosshair, pose: { ...normscape.camera } };
  });

const surface = (page: Page) =>
  page.locator('[data-lane="standard"] [data-panel="surface"] .scene-picture');

/** A place of the surface in the middle of its picture. */
async function middleOf(page: Page): Promise<readonly [number, number]> {
  const box = await surface(page).boundingBox();
  if (!box) throw new Error('missing box: surface');
  return [box.x + 0.52 * box.width, box.y + 0.6 * box.height];
}

test('a click on the surface starts every lane at the point under it', async ({ page }) => {
  const figure = await openFinished(page, '?until=5');
  const [x, y] = await middleOf(page);
  await page.mouse.move(x, y);
  await expect(surface(page)).toHaveAttribute('title', /click: start all lanes here/);
  await expect.poll(async () => (await state(figure)).crosshair).not.toBeNull();
  const { crosshair } = await state(figure);
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(async () => (await state(figure)).from).not.toBeNull();
  const { from } = await state(figure);
  for (const axis of [0, 1]) expect(from?.[axis]).toBeCloseTo(crosshair?.[axis] ?? NaN, 6);
  const starts = await figure.evaluate((element) =>
    (element as FigureElement).normscape.views.map(({ lane }) => [...lane.start.slice(0, 2)]),
  );
  for (const start of starts) expect(start).toEqual(from);
  await expect(page).toHaveURL(/from=/);
});

test('turning the surface starts nothing, nor does a click beside it', async ({ page }) => {
  const figure = await openFigure(page, '?autoplay=0');
  await settle(figure);
  const before = await state(figure);
  const [x, y] = await middleOf(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await state(figure)).pose).not.toEqual(before.pose);
  await surface(page).click({ position: { x: 4, y: 4 } });
  expect((await state(figure)).from).toBeNull();
});

test('a tap places the crosshair, and a button starts there', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const figure = await openFigure(page, '?autoplay=0');
  await settle(figure);
  await surface(page).scrollIntoViewIfNeeded();
  const [x, y] = await middleOf(page);
  await page.touchscreen.tap(x, y);
  await expect.poll(async () => (await state(figure)).crosshair).not.toBeNull();
  const { crosshair, from } = await state(figure);
  expect(from).toBeNull();
  await page.getByRole('button', { name: /start here, all lanes: Standardized/ }).tap();
  await expect.poll(async () => (await state(figure)).from).toEqual(crosshair);
  await expect(page.getByRole('button', { name: /start here, all lanes/ })).toHaveCount(0);
  await context.close();
});
