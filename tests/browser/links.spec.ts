// Links: real data, the two-by-two arena, and what a bad link brings.
import { openFigure, openFinished, readout, stepOf, type FigureElement } from './support/figure.ts';
import { expect, test } from './support/test.ts';

test('wine trains on its raw and on its standardized columns', async ({ page }) => {
  const figure = await openFinished(
    page,
    '?data=wine&lanes=raw,standard&lr=0.5&speed=1000&until=300',
  );
  await expect(figure.getByText('10.24432/C5PC7J')).toBeVisible();
  await expect(figure).toContainText('proline');
  const raw = await readout(page, 'raw', 'loss');
  const standard = await readout(page, 'standard', 'loss');
  expect(standard).toBeLessThan(0.35);
  expect(raw).toBeGreaterThan(10 * standard);
});

test('the arena: raw and scaled inputs, each with and without batch norm', async ({ page }) => {
  const figure = await openFigure(page, '?net=4&lanes=raw,standard,raw%2Bbn,standard%2Bbn');
  const ids = await page
    .locator('[data-lane]')
    .evaluateAll((lanes) => lanes.map((lane) => lane.getAttribute('data-lane')));
  expect(ids).toEqual(['raw', 'standard', 'raw+bn', 'standard+bn']);
  await expect.poll(() => stepOf(figure)).toBeGreaterThan(10);
  await page.getByRole('button', { name: 'Pause' }).click();
  const iterations = await figure.evaluate((element) =>
    (element as FigureElement).normscape.views.map(({ lane }) => lane.iteration),
  );
  expect(iterations).toHaveLength(4);
  expect(new Set(iterations).size).toBe(1);
});

test('a bad link is mended, and says how', async ({ page }) => {
  const figure = await openFigure(
    page,
    '?data=nothing&lr=fast&net=4-400&lanes=raw&<script>alert(1)</script>=1&autoplay=0',
  );
  await expect(figure).toHaveAttribute('data-status', 'idle');
  await expect(page.locator('[data-lane]')).toHaveCount(1);
  const notices = page.locator('.notices');
  for (const word of ['nothing', 'fast', '4-400', '<script>']) {
    await expect(notices).toContainText(word);
  }
});

test('the address follows what is chosen, and brings it back', async ({ page }) => {
  await openFigure(page, '?autoplay=0');
  await page.getByRole('textbox', { name: 'Learning rate' }).fill('0.3');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/lr=0\.3/);
  await page.reload();
  const figure = page.locator('[data-figure]');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const rate = await figure.evaluate(
    (element) =>
      (element as FigureElement).normscape.store.getState().experiment.settings.learningRate,
  );
  expect(rate).toBe(0.3);
});
