// The panel of samples: drawn over the output, followed while training, said in words and in a table.
import { expectAccessible } from './support/accessible.ts';
import { coloursOf, openFigure, openFinished } from './support/figure.ts';
import { expect, test } from './support/test.ts';

const query = '?panels=data&lanes=raw,standard&lr=0.5&speed=1000&until=60';

test('samples lie over the output of their own lane, which changes as it learns', async ({
  page,
}) => {
  const figure = await openFigure(page, `${query}&autoplay=0`);
  const panel = page.locator('[data-lane="standard"] [data-panel="data"]');
  const picture = panel.getByRole('img', {
    name: 'Standardized: samples over the network’s output',
  });
  await expect.poll(async () => (await coloursOf(picture)).size).toBeGreaterThan(15);
  const before = await coloursOf(picture);
  await page.getByRole('button', { name: 'Play' }).first().click();
  await expect(figure).toHaveAttribute('data-status', 'done');
  await expect(panel.locator('.panel-note')).toContainText('The output accounts for 98.6');
  const after = await coloursOf(picture);
  expect(after).not.toEqual(before);
  // The upper end of the scale is the lane's colour, in the legend at least.
  expect(after.get('0,114,178') ?? 0).toBeGreaterThan(20);
  const other = page.locator('[data-lane="raw"] [data-panel="data"] canvas');
  expect((await coloursOf(other)).get('213,94,0') ?? 0).toBeGreaterThan(20);
});

test('is said in words and in a table, by keyboard and without a broken rule', async ({ page }) => {
  await openFinished(page, `${query}&data=disc&net=4`);
  const panel = page.locator('[data-lane="raw"] [data-panel="data"]');
  await expect(panel.locator('.plot-hidden')).toContainText(
    /Raw inputs: 200 samples over the output after step 60\. As given: x1 from .* lie on their side/,
  );
  await panel.getByText('samples as a table').focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('row')).toHaveCount(51);
  await expectAccessible(page);
});
