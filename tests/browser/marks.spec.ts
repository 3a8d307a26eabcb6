// What the pictures say of themselves: what their marks mean, how far an axis goes, and what is not drawn.
import { expectAccessible } from './support/accessible.ts';
import { openFigure, openFinished } from './support/figure.ts';
import { expect, test } from './support/test.ts';

const name = 'What the marks mean';

test('what the marks mean is told by the keyboard', async ({ page }) => {
  const figure = await openFinished(page, '?until=20&speed=100');
  const button = figure.getByRole('button', { name });
  const meanings = figure.getByRole('group', { name });
  await expect(meanings).toBeHidden();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(meanings).toBeVisible();
  // In the line there is no room for the arrow at a plot's edge, which has words of its own there.
  const inLine = await figure.locator('[data-mark]').allTextContents();
  const told = await meanings.getByRole('term').allTextContents();
  expect(told.filter((text) => inLine.includes(text))).toEqual(inLine);
  expect(told.filter((text) => !inLine.includes(text))).toEqual(['it lies outside']);
  await expect(meanings).toContainText('The arrow is as long as that step');
  // Whole sentences, nothing cut at the side.
  const cut = await meanings.evaluate(
    (box) => box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight,
  );
  expect(cut).toBe(false);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(meanings).toBeHidden();
  await expect(button).toBeFocused();
});

test('beside the plots there is room for what the marks mean, rays of batch norm among them', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const figure = await openFigure(page, '?net=4&lanes=raw,raw%2Bbn&autoplay=0');
  await figure.getByRole('button', { name }).click();
  const meanings = figure.getByRole('group', { name });
  await expect(meanings.getByRole('term').filter({ hasText: 'ray of one loss' })).toBeVisible();
  const box = await meanings.boundingBox();
  const plots = await figure.locator('.figure-main').boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual((plots?.x ?? Infinity) + (plots?.width ?? 0));
});

for (const [width, height] of [
  [390, 844],
  [320, 568],
] as const) {
  test(`what the marks mean is told by a finger, on ${width} x ${height}`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    const figure = await openFinished(page, '?until=20&speed=100');
    const button = figure.getByRole('button', { name });
    await button.scrollIntoViewIfNeeded();
    const target = await button.boundingBox();
    expect(target?.width).toBeGreaterThanOrEqual(44);
    expect(target?.height).toBeGreaterThanOrEqual(44);
    await button.tap();
    const meanings = figure.getByRole('group', { name });
    await expect(meanings).toBeVisible();
    const box = await meanings.boundingBox();
    if (!box) throw new Error('missing box');
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    expect(await meanings.evaluate((each) => each.scrollWidth > each.clientWidth)).toBe(false);
    await expectAccessible(page, undefined, '[popover]:popover-open');
    // What it belongs to has gone.
    await page.evaluate(() => scrollBy(0, -60));
    await expect(meanings).toBeHidden();
    await context.close();
  });
}

test('a loss plot whose curves leave it says so in words', async ({ page }) => {
  await page.addInitScript(() => {
    const written = new Set<string>();
    Object.assign(globalThis, { written });
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
      written.add(text);
      fillText.call(this, text, ...place);
    };
  });
  const written = () =>
    page.evaluate(() => [...(globalThis as unknown as { written: Set<string> }).written]);
  await openFinished(page, '?lr=0.9&until=60&speed=100');
  await expect.poll(written).toContain('losses above 100 are not drawn');
  expect((await written()).some((text) => /^Raw inputs: \d.*×\s10/.test(text))).toBe(true);
  // Where all have outgrown it, as where none has, all is drawn.
  for (const rate of [3, 0.1]) {
    await openFinished(page, `?lr=${rate}&until=30&speed=100`);
    await expect.poll(written).toContain('Standardized');
    expect((await written()).some((text) => text.includes('not drawn'))).toBe(false);
  }
});

test('a flat surface has an axis of losses that can be read, and begins at its loss', async ({
  page,
}) => {
  const losses = ['0.20', '0.25', '0.30'];
  const figure = await openFigure(
    page,
    '?data=two-scales-curved&net=4&init=zero&act=relu&until=5&speed=100',
  );
  const ticks = figure
    .locator('[data-lane="raw"] .scene-labels span[data-kind="tick"]')
    .filter({ visible: true });
  // The loss is 0.17 everywhere: nothing is lower, and no number is told from another by its rounding.
  await expect.poll(async () => (await ticks.allTextContents()).slice(0, 3)).toEqual(losses);
});
