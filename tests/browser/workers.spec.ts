// Where the heavy work is done: in workers, and where none can be had on the page itself; a reader is told.
import { openFigure, settle, type FigureElement } from './support/figure.ts';
import { expect, test } from './support/test.ts';

const query = '?data=two-scales-curved&net=4&autoplay=0';

test('a page without workers computes the same surfaces, and says that it has none', async ({
  page,
}) => {
  const heights = async () => {
    const figure = await openFigure(page, query);
    await settle(figure);
    return await figure.evaluate((element) =>
      (element as FigureElement).normscape.views.map(({ surface }) => [
        ...(surface?.heights ?? []),
      ]),
    );
  };
  const notices = page.locator('.notices');
  const expected = await heights();
  await expect(notices).toBeEmpty();
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      Worker: class {
        constructor() {
          throw new DOMException('refused', 'SecurityError');
        }
      },
    });
  });
  expect(await heights()).toEqual(expected);
  await expect(notices).toContainText('This page cannot use a worker here');
});

test('a page says why WebAssembly is not used', async ({ page }) => {
  await page.route(/surface-worker/, async (route) => {
    const response = await route.fetch();
    const policy = { 'content-security-policy': "script-src 'self'" };
    await route.fulfill({ response, headers: { ...response.headers(), ...policy } });
  });
  await openFigure(page, query);
  const notice = page.locator('.notices p');
  await expect(notice).toHaveCount(1);
  await expect(notice).toContainText('WebAssembly cannot be used here');
  await notice.getByRole('button').click();
  await expect(notice).toHaveCount(0);
});
