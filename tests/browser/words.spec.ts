// Words that a newcomer does not know explain themselves where they stand, by keyboard and by touch.
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { openFinished, openFigure, settle } from './support/figure.ts';
import { expect, test } from './support/test.ts';

/** The word of a lane, as a button. */
const word = (page: Page, lane: string, name: string | RegExp) =>
  page.locator(`[data-lane="${lane}"]`).getByRole('button', { name, exact: true });
const meaning = (page: Page) => page.locator('.term-meaning:popover-open');

test('slice, lane, standardized and the safe rate, by keyboard', async ({ page }) => {
  await openFinished(page, '?until=40&speed=100');
  const told = async (lane: string, name: string) => {
    await word(page, lane, name).focus();
    await page.keyboard.press('Enter');
    const text = await meaning(page).innerText();
    await page.keyboard.press('Escape');
    await expect(meaning(page)).toHaveCount(0);
    return text;
  };
  expect(await told('raw', 'Slice')).toContain('all 3 parameters of a network');
  const inputs = await told('standard', 'Inputs');
  expect(inputs).toContain('A lane is one training run');
  expect(inputs).toContain('Standardized: Gives each input mean 0 and standard deviation 1');
  const rate = await told('raw', 'largest safe rate');
  expect(rate).toContain('λmax, the sharpness, is how strongly the loss curves');
  expect(rate).toContain('Safe, but slow, since κ is');
  expect(await told('standard', 'largest safe rate')).not.toContain('slow');
  await expect(page.locator('[data-lane="raw"] [data-readout="safe-rate"]')).not.toHaveAttribute(
    'data-mood',
    'good',
  );
  await expectAccessible(page);
});

test('what the surfaces are cut through is told of every choice, and a choice that goes in its own words', async ({
  page,
}) => {
  const figure = await openFigure(page, '?axes=raw');
  await figure.getByRole('button', { name: 'Bias', exact: true }).click();
  for (const told of ['of this step', 'of step 0', 'latest']) {
    await expect(meaning(page)).toContainText(told);
  }
  await page.keyboard.press('Escape');
  await figure.getByText('Slice, plots, colours, marks').click();
  await figure.getByRole('combobox', { name: 'Slice' }).selectOption('pca');
  const [, name = '', used = ''] =
    /^Axes “(.+)” need a slice .+, so “(.+)” is used\.$/.exec(
      await page.locator('.notices p').innerText({ timeout: 5000 }),
    ) ?? [];
  await expect(figure.getByRole('radio', { name: used, exact: true })).toBeChecked();
  await figure.getByRole('combobox', { name: 'Slice' }).selectOption('weights');
  await expect(figure.getByRole('radio', { name, exact: true })).toBeVisible();
});

test('a mouse that rests on a word is told, and may go on to what is said', async ({ page }) => {
  await openFinished(page, '?until=2&speed=100');
  const inputs = word(page, 'raw', 'Inputs');
  await inputs.hover();
  await expect(meaning(page)).toContainText('A lane is one training run');
  await expectAccessible(page);
  // Much longer than the way from the word to the sentence may take.
  await meaning(page).hover();
  await page.waitForTimeout(600);
  await expect(meaning(page)).toHaveCount(1);
  await page.getByRole('heading', { level: 1 }).hover();
  await expect(meaning(page)).toHaveCount(0);

  // Escape closes it wherever the focus is, and it does not come back by itself.
  await inputs.hover();
  await expect(meaning(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(meaning(page)).toHaveCount(0);
  await page.waitForTimeout(600);
  await expect(meaning(page)).toHaveCount(0);

  // A click keeps it, also where a mouse rests on another word; a second one closes it.
  await page.getByRole('heading', { level: 1 }).hover();
  await inputs.hover();
  await expect(meaning(page)).toHaveCount(1);
  await inputs.click();
  await word(page, 'standard', 'Inputs').hover();
  await page.waitForTimeout(600);
  await expect(meaning(page)).toHaveCount(1);
  await expect(meaning(page)).toContainText('Raw: ');
  await inputs.click();
  await expect(meaning(page)).toHaveCount(0);
});

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const) {
  test(`no meaning covers what it tells of or is cut off, on ${width} x ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openFinished(page, '?until=40&speed=100&panels=contour,step');
    await page
      .locator('.section details')
      .evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    const faults: string[] = [];
    const words = await page.locator('.term:visible').all();
    for (const each of words) {
      await each.focus();
      await page.keyboard.press('Enter');
      await expect(meaning(page)).toHaveCount(1);
      const fault = await each.evaluate((term) => {
        const told = document.querySelector('.term-meaning:popover-open');
        const subject = term.closest('.control, .readouts > div, .lane-note, table');
        if (!told || !subject) return 'missing';
        const box = told.getBoundingClientRect();
        const { top, bottom } = subject.getBoundingClientRect();
        if (box.top < bottom && box.bottom > top) return 'covers';
        const { clientWidth, clientHeight } = document.documentElement;
        const isOut = box.left < 0 || box.right > clientWidth || box.top < 0;
        return isOut || box.bottom > clientHeight || told.scrollHeight > told.clientHeight
          ? 'is cut off'
          : '';
      });
      if (fault !== '') faults.push(`${await each.innerText()} ${fault}`);
      await page.keyboard.press('Escape');
      await expect(meaning(page)).toHaveCount(0);
      await expect(each).toBeFocused();
    }
    expect(faults).toEqual([]);
    expect(words.length).toBeGreaterThan(30);
  });
}

test('a meaning stays while the keyboard goes through what it tells of, and no longer', async ({
  page,
}) => {
  await openFinished(page, '?until=2&speed=100');
  const axes = page.getByRole('button', { name: 'Axes', exact: true });
  await axes.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'equal' })).toBeFocused();
  await expect(meaning(page)).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Height', exact: true })).toBeFocused();
  await expect(meaning(page)).toHaveCount(0);
});

test('what batch norm does, in the lane that has it, and why rays have one loss', async ({
  page,
}) => {
  await openFinished(page, '?until=5&speed=100&net=4&lanes=raw,raw%2Bbn&panels=contour');
  await word(page, 'raw+bn', 'Norm').click();
  await expect(meaning(page)).toContainText(
    /subtracts from the sum of each hidden unit its mean over the batch and divides by its standard deviation/,
  );
  await page.keyboard.press('Escape');
  await word(page, 'raw', 'Norm').click();
  await expect(meaning(page)).toContainText(
    'they subtract a mean and divide by a standard deviation',
  );
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-lane="raw+bn"] .lane-note')).toContainText(
    'scaling both weights changes nothing, so each ray from 0 has one loss.',
  );
  await word(page, 'raw+bn', 'Slice').click();
  await expect(meaning(page)).toContainText('so their length changes nothing');
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('PC and saddle', async ({ page }) => {
    const figure = await openFigure(
      page,
      '?until=20&speed=100&net=4&slice=pca&data=two-scales-curved&panels=contour',
    );
    await expect(figure).toHaveAttribute('data-status', 'done');
    await settle(figure);
    await word(page, 'standard', 'Slice').tap();
    await expect(meaning(page)).toContainText('PC 1 and PC 2, the principal components');
    await word(page, 'standard', 'condition κ').tap();
    await expect(meaning(page)).toContainText('A saddle: along');
    await expect(page.locator('[data-lane="standard"] .lane-note')).toContainText(
      /A bowl here, a saddle in all 17\./,
    );
  });
});

for (const [query, title, words] of [
  ['lanes=raw,standard', 'loss, own scale', /; each lane has colours of its own/],
  ['lanes=raw,standard&scale=shared', 'loss, one scale', /; the same colours in all lanes/],
  ['lanes=raw', 'loss', /bands(; target|$)/],
] as const) {
  test(`a legend says whose losses its colours span: ${query}`, async ({ page }) => {
    const figure = await openFigure(page, `?autoplay=0&panels=contour&${query}`);
    await settle(figure);
    const legend = page.locator('.plot-legend-column').first();
    await expect(legend.locator('.plot-legend-title')).toHaveText(title);
    await expect(legend).toHaveAttribute('aria-label', words);
  });
}

test('the title of a legend ends where its lane does, however wide the plot is', async ({
  page,
}) => {
  const figure = await openFigure(page, '?autoplay=0&panels=contour&axes=fit');
  await settle(figure);
  const beyond = await figure.locator('.lane').evaluateAll((lanes) =>
    lanes.map((lane) => {
      const title = lane.querySelector('.plot-legend-column > .plot-legend-title');
      const text = document.createRange();
      if (title) text.selectNodeContents(title);
      const { right, width } = text.getBoundingClientRect();
      return width > 0 ? right - lane.getBoundingClientRect().right : Infinity;
    }),
  );
  for (const pixels of beyond) expect(pixels).toBeLessThan(1);
});
