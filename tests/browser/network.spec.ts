// The network panel: axes of the slice picked by pointer, touch and keys, a weight set by hand, batch norm's numbers.
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { openFigure, openFinished, settle, type FigureElement } from './support/figure.ts';
import { expect, test } from './support/test.ts';

const panel = (page: Page, lane: string) =>
  page.locator(`[data-lane="${lane}"] [data-panel="network"]`);

/** Where on the page a part of a line lies. */
async function placeOf(page: Page, lane: string, name: string, part = 0.85) {
  const line = panel(page, lane).locator(`path[data-item="${name}"]`);
  await line.scrollIntoViewIfNeeded();
  return await line.evaluate((path, along) => {
    const line = path as SVGPathElement;
    const { x, y } = line.getPointAtLength(along * line.getTotalLength());
    const bounds = line.ownerSVGElement?.getBoundingClientRect();
    return { x: x + (bounds?.x ?? 0), y: y + (bounds?.y ?? 0) };
  }, part);
}

const labels = (page: Page) =>
  page
    .locator('[data-figure]')
    .evaluate((element) =>
      (element as FigureElement).normscape.views.map(({ surface }) => surface?.plane.labels),
    );

test('two lines that are clicked become the axes in every lane', async ({ page }) => {
  const figure = await openFigure(page, '?autoplay=0&net=3&panels=contour,network');
  const first = await placeOf(page, 'raw', 'W1[2][1]');
  await page.mouse.move(first.x, first.y);
  await expect(panel(page, 'raw').locator('[data-network-detail]')).toContainText('x2 → unit 3 = ');
  // Where not all numbers have room, that of the line is there, and that of the one whose start can be typed.
  const numbers = panel(page, 'raw').locator('[data-number]');
  await expect(numbers).toHaveCount(2);
  await expect(numbers.last()).toHaveAttribute('data-number', 'W1[2][1]');
  await expect(numbers.last()).toHaveText(/\d/);
  await page.mouse.click(first.x, first.y);
  await expect(panel(page, 'standard')).toContainText('scaled x2 → unit 3 is picked');
  // The second one in the other lane's diagram.
  const second = await placeOf(page, 'standard', 'W2[0][0]');
  await page.mouse.click(second.x, second.y);
  await settle(figure);
  expect(await labels(page)).toEqual([
    ['x2 → unit 3', 'unit 1 → output'],
    ['scaled x2 → unit 3', 'unit 1 → output'],
  ]);
  await expect(page).toHaveURL(/slice=w/);
});

test('keys alone pick two lines', async ({ page }) => {
  const figure = await openFigure(page, '?autoplay=0&net=2&panels=contour,network');
  await panel(page, 'raw').getByRole('button', { name: 'x1 → unit 1', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(panel(page, 'raw').locator('[data-item="W1[0][1]"]')).toBeFocused();
  await expect(panel(page, 'raw').locator('[data-item][tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const focused = panel(page, 'raw').locator('[data-item]:focus');
  const name = (await focused.getAttribute('data-item')) ?? '';
  expect(name).toMatch(/^W2/);
  await page.keyboard.press('Enter');
  await settle(figure);
  expect((await labels(page))[0]?.[0]).toBe('x2 → unit 1');
  await expect(figure).toHaveAttribute('data-status', 'idle');
  await expect(panel(page, 'raw')).toContainText(/x2 → unit 1 \(→\) and unit \d → output \(↑\)/);
});

test('a weight set by hand is where every lane starts, and bad numbers are answered', async ({
  page,
}) => {
  const figure = await openFinished(page, '?until=5&speed=100&net=2&panels=contour,network');
  const field = panel(page, 'raw').getByLabel('x1 → unit 1 now');
  await field.fill('two');
  await field.press('Enter');
  await expect(panel(page, 'raw').getByRole('alert')).toContainText('Not a number');
  await expect(field).toHaveValue('two');
  await field.fill('−1,25');
  await expect(panel(page, 'raw').getByRole('alert')).toHaveCount(0);
  await field.press('Enter');
  await expect(figure).toHaveAttribute('data-status', 'done');
  await expect(page).toHaveURL(/set=W1/);
  await settle(figure);
  const found = await figure.evaluate((element) =>
    (element as FigureElement).normscape.views.map(({ lane, path }) => [
      lane.start[0],
      path.points[0],
      lane.iteration,
    ]),
  );
  expect(found).toEqual([
    [-1.25, -1.25, 5],
    [-1.25, -1.25, 5],
  ]);
  await panel(page, 'raw').getByRole('button', { name: 'Start as the seed says' }).click();
  await expect(page).not.toHaveURL(/set=/);
});

test('the numbers are those of the engine, batch norm’s included', async ({ page }) => {
  const figure = await openFinished(
    page,
    '?until=40&speed=400&net=3&lanes=raw,standard%2Bbn&panels=network',
  );
  const shown = await panel(page, 'standard+bn').evaluate((root) =>
    Object.fromEntries(
      ['mean', 'deviation', 'learned', 'number'].map((kind) => [
        kind,
        [...root.querySelectorAll<HTMLElement>(`[data-${kind}]`)].map((cell) => [
          cell.dataset[kind],
          Number(cell.dataset['value']),
        ]),
      ]),
    ),
  );
  const engine = await figure.evaluate((element) => {
    const lane = (element as FigureElement).normscape.views[1]?.lane;
    if (!lane) throw new Error('missing lane');
    const { mean, variance } = lane.objective.batchStatistics(lane.theta);
    return {
      mean: [...mean],
      deviation: [...variance].map((value) => Math.sqrt(value)),
      theta: Object.fromEntries(lane.objective.names.map((name, k) => [name, lane.theta[k]])),
    };
  });
  expect(shown['mean']?.map(([, value]) => value)).toEqual(engine.mean);
  expect(shown['deviation']?.map(([, value]) => value)).toEqual(engine.deviation);
  expect(shown['learned']).toHaveLength(6);
  expect(shown['number']?.length).toBeGreaterThan(8);
  for (const [name, value] of [...(shown['learned'] ?? []), ...(shown['number'] ?? [])]) {
    expect(value).toBe(engine.theta[String(name)]);
  }
});

test('a deep network fits a phone, where a finger picks, and no rule is broken', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 340, height: 800 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const query = '?autoplay=0&net=8-8-8-8-8-8-8-8&lanes=standard%2Bbn&panels=contour,network';
  const figure = await openFigure(page, query);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(340);
  for (const name of ['W1[7][1]', 'W9[0][0]']) {
    const { x, y } = await placeOf(page, 'standard+bn', name);
    await page.touchscreen.tap(x, y);
  }
  await settle(figure);
  const slice = await figure.evaluate(
    (element) => (element as FigureElement).normscape.store.getState().experiment.slice,
  );
  expect(slice).toEqual({ kind: 'weights', names: ['W1[7][1]', 'W9[0][0]'] });
  await expectAccessible(page);
  await context.close();
});

test('a line that is clicked fills a field in sight', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openFigure(page, '?autoplay=0&net=3&panels=surface,contour,network');
  const { x, y } = await placeOf(page, 'raw', 'W1[0][0]');
  await page.mouse.click(x, y);
  const field = panel(page, 'raw').getByRole('textbox');
  const bounds = await field.boundingBox();
  const clock = await page.locator('.figure-clock').boundingBox();
  expect((bounds?.y ?? Infinity) + (bounds?.height ?? 0)).toBeLessThanOrEqual(clock?.y ?? 0);
});
