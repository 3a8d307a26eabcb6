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

test('what repairs a lane that has diverged is in sight beside two others, above the clock', async ({
  page,
}) => {
  const figure = await openFinished(page, '?lanes=raw,centre,minmax&lr=1.2&until=3000&speed=3000');
  const repair = figure.locator('[data-lane="minmax"] [data-repair="rate"]');
  await expect(repair).toBeVisible();
  const [button, clock] = await Promise.all(
    [repair, figure.locator('.figure-clock')].map((part) => part.boundingBox()),
  );
  expect((button?.y ?? Infinity) + (button?.height ?? 0)).toBeLessThanOrEqual(clock?.y ?? 0);
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a safer rate is as large as a finger, and covers no number', async ({ page }) => {
    const figure = await openFigure(page, '?lr=1.2&autoplay=0');
    const lane = figure.locator('[data-lane="raw"]');
    const offer = lane.getByRole('button', { name: 'use 0.7' });
    await expect(offer).toBeVisible();
    const button = await offer.boundingBox();
    if (!button) throw new Error('missing button');
    expect(button.height).toBeGreaterThanOrEqual(44);
    const numbers = await lane.locator('.readouts dd').evaluateAll((cells) =>
      cells.map((cell) => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
    const covered = numbers.filter(
      ({ left, right, top, bottom }) =>
        left < button.x + button.width &&
        right > button.x &&
        top < button.y + button.height &&
        bottom > button.y,
    );
    expect(covered).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
  });
});
