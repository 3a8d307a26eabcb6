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
