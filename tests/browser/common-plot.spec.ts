// One plot for all lanes: their paths over one surface, who is left out, and the choice between it and plots side by side.
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import {
  coloursOf,
  openFigure,
  openFinished,
  settle,
  type FigureElement,
} from './support/figure.ts';
import { expect, test } from './support/test.ts';

const panel = (page: Page) => page.locator('[data-panel="common"]');
const lane = (page: Page, id: string) => panel(page).locator(`[data-common-lane="${id}"]`);
const query = '?axes=raw&panels=common&lanes=raw,standard&speed=200&until=40';

test('the paths of all lanes stand over one surface, in their colours and with their names', async ({
  page,
}) => {
  const figure = await openFinished(page, query);
  const colours = await coloursOf(panel(page).locator('.plot-stage'));
  for (const colour of ['213,94,0', '0,114,178']) {
    expect(colours.get(colour) ?? 0).toBeGreaterThan(60);
  }
  // The last lane’s surface lies below both, and the other’s loss differs from it.
  await expect(lane(page, 'standard').getByRole('radio')).toBeChecked();
  const below = lane(page, 'raw').locator('small');
  await expect(below).toContainText(/^loss 0\.\d+; here the surface has \d/);
  const own = await figure.evaluate(
    (element) => (element as FigureElement).normscape.views[0]?.lane.loss,
  );
  expect(Number(await below.getAttribute('data-below'))).not.toBeCloseTo(own ?? 0, 2);

  await lane(page, 'raw').getByRole('radio').check();
  await expect(page).toHaveURL(/ground=1/);
  await expect(below).toHaveText(/^loss 0\.\d+$/);
  await expect(lane(page, 'standard').locator('small')).toContainText('here the surface has');
  const others = await coloursOf(panel(page).locator('.plot-stage'));
  for (const colour of ['213,94,0', '0,114,178']) {
    expect(others.get(colour) ?? 0).toBeGreaterThan(60);
  }
  expect(others).not.toEqual(colours);
});

test('paths grow as the lanes train', async ({ page }) => {
  const figure = await openFigure(page, `${query}&autoplay=0`);
  const description = panel(page).locator('.plot-hidden').nth(1);
  await expect(description).toContainText('Standardized: loss');
  await expect(description).toContainText('Raw inputs: loss');
  const before = await coloursOf(panel(page).locator('.plot-stage'));
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(figure).toHaveAttribute('data-status', 'done');
  await settle(figure);
  const after = await coloursOf(panel(page).locator('.plot-stage'));
  expect(after.get('0,114,178') ?? 0).toBeGreaterThan(before.get('0,114,178') ?? 0);
});

test('plots side by side become one and come back, and the link knows', async ({ page }) => {
  await openFigure(page, '?autoplay=0');
  await expect(page.locator('[data-lane] .plot-stage')).toHaveCount(2);
  await page.getByText('Slice, plots, colours, marks').click();
  await page.getByRole('radio', { name: 'in one plot' }).check({ force: true });
  await expect(panel(page).locator('.plot-stage')).toBeVisible();
  await expect(page.locator('[data-lane] .plot-stage')).toHaveCount(0);
  // Raw and standardized inputs meet in the units of the raw ones alone.
  await expect(page).toHaveURL(/axes=raw/);
  await expect(page).toHaveURL(/panels=surface,common,loss/);
  const said = page.getByText('The axes are those of the raw inputs now');
  await expect(said).toBeVisible();
  await page.getByRole('radio', { name: 'both' }).check({ force: true });
  await expect(page.locator('[data-lane] .plot-stage')).toHaveCount(2);
  await expect(panel(page).locator('.plot-stage')).toBeVisible();
  await page.getByRole('radio', { name: 'side by side' }).check({ force: true });
  await expect(panel(page)).toHaveCount(0);
  await expect(page.locator('[data-lane] .plot-stage')).toHaveCount(2);
  // What was changed without being asked for is undone.
  await expect(page).not.toHaveURL(/axes=/);
  await expect(said).toHaveCount(0);
});

test('axes that the reader has chosen stay when one plot goes', async ({ page }) => {
  await openFigure(page, '?axes=raw&autoplay=0');
  await page.getByText('Slice, plots, colours, marks').click();
  await page.getByRole('radio', { name: 'in one plot' }).check({ force: true });
  await expect(panel(page).locator('.plot-stage')).toBeVisible();
  await page.getByRole('radio', { name: 'side by side' }).check({ force: true });
  await expect(panel(page)).toHaveCount(0);
  await expect(page).toHaveURL(/axes=raw/);
});

test('a lane with another loss is left out with a reason and a way in', async ({ page }) => {
  await openFigure(page, '?panels=common&autoplay=0&lanes=standard,standard~opt:adam,raw');
  await expect(panel(page)).toContainText(
    'Raw inputs has no path here, since its inputs are scaled in another way',
  );
  await panel(page).getByRole('button', { name: 'Set axes to raw inputs' }).click();
  await expect(panel(page)).not.toContainText('has no path here');
  await expect(lane(page, 'standard').locator('small')).toContainText('here the surface has');
  await expect(lane(page, 'raw').locator('small')).toHaveText(/^loss [\d.]+$/);
});

test('by keyboard it starts all lanes and is read as a table; no rule is broken', async ({
  page,
}) => {
  const figure = await openFinished(page, query);
  const starts = () =>
    figure.evaluate((element) =>
      (element as FigureElement).normscape.views.map(({ path }) => [...path.points.subarray(0, 2)]),
    );
  const before = await starts();
  // Their numbers are the same, and mean different weights in raw units.
  expect(before[0]).not.toEqual(before[1]);
  await panel(page).locator('.plot-stage').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/set=/);
  await expect(figure).toHaveAttribute('data-status', 'done');
  expect((await starts())[1]).not.toEqual(before[1]);
  await panel(page).getByText('All lanes in one plot: path as a table').focus();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('columnheader')).toHaveCount(7);
  await expectAccessible(page);
});

test('it fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openFinished(page, `${query}&theme=dark`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const stage = await panel(page).locator('.plot-stage').boundingBox();
  expect(stage?.width).toBeGreaterThan(250);
  expect(stage?.height).toBeGreaterThan(200);
  await expectAccessible(page);
});
