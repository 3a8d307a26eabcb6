// What a machine can check of accessibility, in every state, and what it cannot but a test can.
import { expectAccessible } from './support/accessible.ts';
import { openFigure, openFinished, settle } from './support/figure.ts';
import { expect, test } from './support/test.ts';

const states = {
  'the first screen': '?until=15',
  'four lanes of a deep network': '?net=4-4&lanes=raw,standard,raw%2Bbn,standard%2Bbn&until=3',
  'real data, logarithmic heights, fitted axes': '?data=wine&height=log&axes=fit&until=3',
  'a diverged run': '?lr=100&until=400&speed=1000',
  'a mended link': '?data=nothing&lr=fast&until=1',
};

for (const theme of ['light', 'dark'] as const) {
  for (const [name, query] of Object.entries(states)) {
    test(`no rule is broken: ${name}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await openFinished(page, query);
      await expectAccessible(page);
    });
  }
}

test('no rule is broken on a phone, with every section open', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openFinished(page, '?net=4&until=2');
  for (const summary of await page.locator('.side-panel summary').all()) await summary.click();
  // At the end of the page nothing is under the clock, half of which could not be reached there.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expectAccessible(page);
});

test('every picture has a name and a description of what it shows', async ({ page }) => {
  await openFinished(page, '?until=20');
  for (const lane of ['raw', 'standard']) {
    for (const panel of ['surface', 'contour']) {
      const picture = page
        .locator(`[data-lane="${lane}"] [data-panel="${panel}"]`)
        .getByRole('img', { includeHidden: false })
        .first();
      await expect(picture).toHaveAccessibleName(/loss|surface|contour/i);
      await expect(picture).toHaveAccessibleDescription(/\d/);
    }
  }
});

test('readers who prefer less motion get a still page until they ask', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openFigure(page);
  await settle(figure);
  await expect(figure).toHaveAttribute('data-status', 'idle');
  await expect(figure).toHaveAttribute('data-step', '0');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(figure).toHaveAttribute('data-status', 'running');
});

test('a screen reader is told seldom, and of what matters', async ({ page }) => {
  const figure = await openFigure(page, '?speed=50');
  const spoken = figure.locator('.caption [role="status"]');
  const messages = await spoken.evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        let changes = 0;
        new MutationObserver(() => changes++).observe(element, {
          childList: true,
          characterData: true,
          subtree: true,
        });
        setTimeout(() => resolve(changes), 12_000);
      }),
  );
  expect(messages).toBeLessThanOrEqual(4);
  await expect(spoken).toContainText('Standardized: reached the target');
});

test('a screen reader is told of the step that is shown, as soon as it is scrubbed to', async ({
  page,
}) => {
  const figure = await openFinished(page, '?until=40&speed=20');
  const spoken = figure.locator('.caption [role="status"]');
  const told = (standardized: string) =>
    expect(spoken).toHaveText(`Raw inputs: not at the target yet. Standardized: ${standardized}.`, {
      timeout: 1500,
    });
  const scrubber = figure.locator('.scrubber input');
  await told('reached the target');
  for (let turn = 0; turn < 2; turn++) {
    await scrubber.fill('10');
    await told('not at the target yet');
    await scrubber.fill('30');
    await told('reached the target');
  }
});
