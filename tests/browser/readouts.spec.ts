// The numbers under a lane's pictures: at one height in all lanes, and a button where the learning rate is too big.
import { expectAccessible } from './support/accessible.ts';
import { openFigure, openFinished } from './support/figure.ts';
import { expect, test } from './support/test.ts';

test('a rate that is too big is mended by its button before the lane diverges, and no other lane', async ({
  page,
}) => {
  const figure = await openFigure(page, '?lr=1.2&autoplay=0&until=40&speed=100');
  const lane = (id: string) => figure.locator(`[data-lane="${id}"]`);
  const rate = (id: string) => lane(id).locator('[data-readout="safe-rate"]');
  const offer = (id: string) => lane(id).getByRole('button', { name: /^use / });
  await expect(rate('raw')).toHaveText('0.787 (yours 1.2: too big)');
  await expect(offer('raw')).toHaveText('use 0.7');
  await expect(offer('standard')).toHaveText('use 0.88');
  await expectAccessible(page);
  await offer('raw').focus();
  await page.keyboard.press('Enter');
  await expect(figure).toHaveAttribute('data-status', 'done');
  await expect(figure.locator('[data-lane]').first()).toHaveAttribute('data-status', 'running');
  await expect(figure.locator('[data-readout="safe-rate"]')).toHaveText([
    '0.787 (yours 0.7: slow)',
    '0.987 (yours 1.2: too big)',
  ]);
  await expect(figure.locator('[data-lane]').first().locator('.safer-rate')).toBeHidden();
  await expect(page).toHaveURL(/lanes=raw~lr(:|%3A)0\.7,standard/);
});

for (const [why, query] of [
  ['what notes say of the map', 'axes=raw&lanes=raw,standard,minmax&until=5'],
  ['what is said of a lane that has diverged', 'lr=0.9&until=2000&speed=1000'],
] as const) {
  test(`readouts of lanes side by side are at one height, whatever differs: ${why}`, async ({
    page,
  }) => {
    const figure = await openFinished(page, `?panels=contour&${query}`);
    const places = await figure
      .locator('.readouts')
      .evaluateAll((lists) => lists.map((list) => list.getBoundingClientRect().y));
    expect(places.length).toBeGreaterThan(1);
    expect(new Set(places).size).toBe(1);
  });
}
