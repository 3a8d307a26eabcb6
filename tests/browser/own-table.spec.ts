// A reader's own table: pasted, chosen from, trained on, and carried by the link to the last bit.
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { saveExport } from './support/download.ts';
import { openFigure, type FigureElement } from './support/figure.ts';
import { expect, test } from './support/test.ts';

const rows = Array.from({ length: 60 }, (_, k) => {
  const [size, rooms] = [40 + ((k * 37) % 90) + k / 7, 1 + ((k * 5) % 6)];
  return `${size.toFixed(2)};${rooms};${(k * 13) % 50};${(size * 3 + rooms * 20 + (k % 9)).toFixed(1)}`;
});
const table = `size;rooms;age;price\n${rows.join('\n')}\n70;;3;200\n`;

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Your own table' });

/** Opens the editor by keyboard, and puts a text into it. */
async function writeTable(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Use your own table…' }).focus();
  await page.keyboard.press('Enter');
  await dialogOf(page).getByLabel('Rows, with commas').fill(text);
}

/** Loss and parameters of every lane after so many steps, in full. */
const resultOf = (page: Page, steps: number) =>
  page.locator('[data-figure]').evaluate(async (element, count) => {
    const { normscape } = element as FigureElement;
    await new Promise<void>((resolve) => normscape.seek(count, resolve));
    return normscape.views.map(({ lane }) => [lane.loss, ...lane.theta]);
  }, steps);

test('a pasted table trains, and its link trains the same to the last bit', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openFigure(page, '?autoplay=0&panels=contour,loss&lanes=standard,minmax');
  await writeTable(page, table);
  const dialog = dialogOf(page);
  await expect(dialog.getByText('60 rows are used, 1 is left out.')).toBeVisible();
  await expect(dialog.getByText('Row 62 is left out: column “rooms” is blank.')).toBeVisible();
  await dialog.getByLabel('Second input').selectOption('age');
  await expect(dialog.getByText('61 rows are used, none is left out.')).toBeVisible();
  await expect(dialog.getByRole('img', { name: /As given.*61 samples, size from/ })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Use this table' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Target', { exact: true })).toHaveValue('price');
  await expect(page.getByText('61 rows are used, none is left out.')).toBeVisible();

  const trained = await resultOf(page, 200);
  expect(trained).toHaveLength(2);
  for (const [loss = Number.NaN] of trained) expect(Number.isFinite(loss)).toBe(true);

  await page.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await expect(page.locator('.copy-status')).toHaveText(
    `Link copied. Your table is in the link, which has ${link.length.toLocaleString('en')} characters.`,
  );
  expect(link).toMatch(/\?data=table&cols=size,age&.*#table=/);
  // The address bar has it too, and keeps it.
  await expect(page).toHaveURL(link);
  const anew = await context.newPage();
  await anew.goto(link);
  await anew.locator('html[data-ready]').waitFor({ state: 'attached' });
  await expect(anew.locator('.notices p')).toHaveCount(0);
  expect(await resultOf(anew, 200)).toEqual(trained);

  // And so does the embed, whose way back to the lab keeps the table.
  await anew.goto(link.replace('?', 'embed.html?'));
  await anew.locator('html[data-ready]').waitFor({ state: 'attached' });
  expect(await resultOf(anew, 200)).toEqual(trained);
  await expect(anew.getByRole('link', { name: /Open in the lab/ })).toHaveAttribute(
    'href',
    /data=table&cols=size,age.*#table=/,
  );
});

test('what is wrong is said, and nothing that was typed is lost', async ({ page }) => {
  await openFigure(page, '?autoplay=0&panels=loss');
  await writeTable(page, 'a,b,y\n1,2,3\nx,5,6');
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('alert')).toContainText('Row 3 is left out: column “a” holds “x”');
  await expect(dialog.getByRole('button', { name: 'Use this table' })).toBeDisabled();
  await expectAccessible(page);
  // A file picker that is closed without a choice closes no more than itself.
  await dialog.locator('input[type=file]').dispatchEvent('cancel', { bubbles: true });
  await expect(dialog).toBeVisible();
  // Closed, it is gone at once: whoever opens it again in the next moment is heard.
  const left = await dialog.evaluate(async (sheet: HTMLDialogElement) => {
    sheet.requestClose();
    await Promise.resolve();
    return document.querySelectorAll('dialog.sheet-dialog').length;
  });
  expect(left).toBe(0);
  // From the menu, too; and what was typed is still there.
  await page.getByLabel('Data set', { exact: true }).selectOption('table');
  const text = dialog.getByLabel('Rows, with commas');
  await expect(text).toHaveValue('a,b,y\n1,2,3\nx,5,6');

  await text.fill('a,b,y\n1,2,3\n4,5,6\n<img src=x onerror=alert(1)>,1,2');
  await expect(dialog.getByText('2 rows are used, 1 is left out.')).toBeVisible();
  await expect(dialog.getByText('“<img src=x onerror=alert(1)>”')).toBeVisible();
  await dialog.getByRole('button', { name: 'Use this table' }).click();
  // Another data set, and back: the table has not gone.
  const menu = page.getByLabel('Data set', { exact: true });
  await menu.selectOption('disc');
  await expect(page).toHaveURL(/data=disc(?!.*#)/);
  await menu.selectOption('table');
  await expect(page).toHaveURL(/data=table.*#table=/);
  await expect(menu).toHaveValue('table');
});

test('a file is opened, the samples in use can be edited, and a long table says where it fits', async ({
  page,
}) => {
  await openFigure(page, '?autoplay=0&panels=loss&count=20');
  await writeTable(page, '');
  const dialog = dialogOf(page);
  await dialog.getByRole('button', { name: 'Begin with the samples in use' }).click();
  await expect(dialog.getByText('20 rows are used, none is left out.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Use this table' }).click();
  await expect(page).toHaveURL(/#table=/);

  await page.getByRole('button', { name: 'Edit your table…' }).click();
  const long = Array.from({ length: 900 }, (_, k) => {
    const value = (n: number) => Math.sqrt((k + 1) * n).toFixed(12);
    return [value(7), value(11), value(13), k % 2 ? 'yes' : 'no'].join('\t');
  });
  const text = `alpha\tbeta\tgamma\tkind\n${long.join('\r\n')}`;
  const buffer = Buffer.from(text);
  await dialog
    .getByLabel('Open a file')
    .setInputFiles({ name: 'mine.tsv', mimeType: 'text/tab-separated-values', buffer });
  await expect(dialog.getByText('900 rows are used, none is left out.')).toBeVisible();
  await expect(dialog.getByText('The table does not fit into a link')).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep only these three columns' }).click();
  await expect(dialog.getByLabel('Rows, with commas')).toHaveValue(/^alpha,beta,kind\n/);
  await dialog.getByRole('button', { name: 'Use this table' }).click();
  await expect(page.getByLabel('Target', { exact: true })).toHaveValue('kind');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.locator('.copy-status')).toContainText('Your table is not in the link');

  // Then a file holds it.
  const trained = await resultOf(page, 50);
  const saved = await saveExport(page, 'experiment-json');
  const exported = page.getByRole('dialog', { name: 'Export' });
  await exported.getByLabel('or paste its text').fill('https://example.org/?data=moons');
  await exported.getByRole('button', { name: 'Open', exact: true }).click();
  await exported.getByLabel('Open a saved experiment').setInputFiles({
    name: saved.name,
    mimeType: 'application/json',
    buffer: saved.bytes,
  });
  await expect(exported.getByRole('status')).toHaveText('The experiment is open.');
  expect(await resultOf(page, 50)).toEqual(trained);
});

test('a damaged table in a link is said, and a link to another table is followed', async ({
  page,
}) => {
  await openFigure(page, '?autoplay=0&panels=loss&data=table#table=broken');
  await expect(page.locator('.notices')).toContainText(
    'The link’s table is damaged or cut off. The data set two-scales is used instead.',
  );
  await page.evaluate(() => {
    location.hash = '#table=also.broken';
  });
  await expect(page.locator('.notices p')).toHaveCount(1);
  await expect(page.getByLabel('Data set', { exact: true })).toHaveValue('two-scales');
});
