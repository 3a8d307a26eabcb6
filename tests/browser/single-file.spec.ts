// The single file from a disk: it trains, computes in workers, saves files, and asks for nothing beside itself.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Worker } from '@playwright/test';
import { createLanes, parseExperiment } from '../../src/index.ts';
import { expectAccessible } from './support/accessible.ts';
import { saveExport } from './support/download.ts';
import { readout } from './support/figure.ts';
import { expect, test } from './support/test.ts';

const built = fileURLToPath(new URL('../../dist/norm-scape.html', import.meta.url));
// Alone in a folder, under a name that somebody else gave it.
const folder = mkdtempSync(join(tmpdir(), 'normscape-file-'));
const file = join(folder, 'my lesson.html');
copyFileSync(built, file);
const address = (query = '') => `${pathToFileURL(file).href}${query}`;

test.use({ allowedMessages: [/^request to another origin: file:.*\/my%20lesson\.html(\?|$)/] });
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('runs from a disk, with the losses of the engine', async ({ page }) => {
  const workers: Worker[] = [];
  page.on('worker', (worker) => workers.push(worker));
  const query = 'lanes=raw,standard&seed=3&until=25&speed=200';
  await page.goto(address(`?${query}`));
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const figure = page.locator('[data-figure]');
  await expect(figure).toHaveAttribute('data-status', 'done');
  const lanes = createLanes(parseExperiment(query).experiment);
  for (const lane of lanes) {
    lane.step(25);
    expect(await readout(page, lane.id, 'loss')).toBe(lane.loss);
  }
  expect(workers.length).toBeGreaterThan(0);
  await expect(page.locator('.scene-canvas')).toBeVisible();
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('everything that the page fetches when it is wanted is there: tables, exports', async ({
  page,
}) => {
  await page.goto(address('?autoplay=0'));
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.getByLabel('Data set').selectOption('wine');
  await expect(page.getByLabel('Data set')).toHaveValue('wine');
  // The address follows, so that the file can be reloaded where one was.
  await expect.poll(() => page.url()).toContain('?data=wine');
  await expectAccessible(page);
  const saved = await saveExport(page, 'experiment-json');
  expect(saved.text).toContain('"?data=wine');
});

test('fields, menus and dialogs do what they do on the page, by the keyboard alone', async ({
  page,
}) => {
  await page.goto(address('?autoplay=0&net=2&panels=contour,network'));
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const rate = page.getByRole('textbox', { name: 'Learning rate' });
  const before = await rate.inputValue();
  await expect(rate).toHaveAttribute('spellcheck', 'false');
  await rate.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('fast');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Not a number');
  await page.keyboard.press('Escape');
  await expect(rate).toHaveValue(before);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('0,20');
  await page.keyboard.press('Tab');
  await expect(rate).toHaveValue('0.2');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await expect(rate).not.toHaveValue('0.2');

  // There is no table yet: the editor is offered, and the menu says what the data still are.
  const data = page.getByLabel('Data set', { exact: true });
  await data.selectOption('table');
  const editor = page.getByRole('dialog', { name: 'Your own table' });
  await expect(editor).toBeVisible();
  await expect(data).toHaveValue('two-scales');
  await page.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);

  // The diagram is one stop of the Tab key.
  const diagram = page.locator('[data-lane="raw"] .network-stage');
  await expect(diagram.locator('[data-item][tabindex="0"]')).toHaveCount(1);
  await diagram.locator('[data-item][tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(diagram.locator('[data-item="W1[0][1]"]')).toBeFocused();
});

test('a figure is put into another page from the address that the author gives', async ({
  page,
}) => {
  await page.goto(address('?autoplay=0&panels=loss&seed=3'));
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Embed: put this figure' }).click();
  const dialog = page.getByRole('dialog', { name: 'Embed' });
  // There is nothing beside the file that could be shown, or pointed at.
  await expect(dialog.locator('iframe')).toHaveCount(0);
  await expect(dialog.getByRole('textbox', { name: /^Text for/ })).toHaveCount(0);
  await expect(dialog.getByRole('alert')).toContainText('beginning with https://');
  await dialog.getByLabel('Served from').fill('https://example.org/normscape/');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  const text = await dialog.getByRole('textbox', { name: /^Text for/ }).inputValue();
  expect(text).toContain('src="https://example.org/normscape/embed.html?seed=3&amp;panels=loss"');
  await expectAccessible(page);
});
