// npm run bench -- page: how the built page keeps up in Chromium. Work on the main thread in every frame while two lanes
// train, long tasks, frames that a figure at rest asks for, the time from another network to its first surfaces, and what
// a second worker is worth.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { findBrowser, noBrowser } from '../scripts/browser.mjs';
import { milliseconds, note, ratio, table } from './report.mjs';
import { categories, mainThreadTimes } from './trace.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = join(tmpdir(), 'normscape-bench-page');

const small = 'data=two-scales-curved&net=4-4';
const deep = 'data=two-scales-curved&net=8-8-8-8';

/** In the page, before its own scripts: which tasks are long, and how many frames are asked for. */
function watchWork() {
  const work = { longTasks: [], callbacks: 0 };
  const request = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (run) =>
    request((time) => {
      work.callbacks++;
      run(time);
    });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      work.longTasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
  globalThis.watchedWork = work;
}

/** In the page: milliseconds until every lane shows a surface for which `isNew` holds. */
async function untilSurfaces({ choice, grid }) {
  const session = document.querySelector('[data-figure]').normscape;
  const before = session.views.map(({ surface }) => surface);
  session.limitGrid(grid ?? 65);
  const start = performance.now();
  session.update(choice);
  return await new Promise((resolve) => {
    const stop = session.onFrame(() => {
      const isThere = session.views.every(
        ({ surface }, k) => surface !== before[k] && (!grid || surface?.columns >= grid),
      );
      if (!isThere) return;
      stop();
      resolve(performance.now() - start);
    });
  });
}

const part = (numbers, share) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(share * (numbers.length - 1))] ?? Number.NaN;

export async function pageTables({ quick = false } = {}) {
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error(noBrowser);
  const options = { root, configFile: join(root, 'vite.config.ts'), logLevel: 'error' };
  await build({ ...options, build: { outDir, emptyOutDir: true } });
  const server = await preview({
    ...{ ...options, build: { outDir } },
    preview: { host: '127.0.0.1', port: 4374 },
  });
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    // Canvases as a browser draws them where there is no graphics processor.
    args: [
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-accelerated-2d-canvas',
    ],
  });
  const open = async (query, cores) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript(watchWork);
    if (cores) {
      await page.addInitScript((count) => {
        Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => count });
      }, cores);
    }
    await page.goto(`${server.resolvedUrls?.local[0]}?${query}`);
    await page.waitForSelector('html[data-ready]');
    await page.waitForTimeout(2000);
    return page;
  };
  try {
    note(`Page in Chromium ${browser.version()}, drawing without a graphics processor.`);
    await frameTable(browser, open, quick ? 10 : 30);
    await idleTable(open);
    await changeTable(open);
    await workerTable(open);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function frameTable(browser, open, seconds) {
  const path = join(tmpdir(), 'normscape-bench-trace.json');
  const rows = [];
  for (const [name, query] of [
    ['2-1', ''],
    ['2-4-4-1', small],
    ['2-8-8-8-8-1', deep],
  ]) {
    const page = await open(`${query}&lanes=raw,standard&autoplay=1&speed=60`);
    const began = await page.evaluate(() => {
      const { views } = document.querySelector('[data-figure]').normscape;
      globalThis.shownBefore = views.map(({ surface }) => surface?.version ?? 0);
      return performance.now();
    });
    await browser.startTracing(page, { path, categories });
    await page.waitForTimeout(1000 * seconds);
    await browser.stopTracing();
    const { frames, tasks } = await mainThreadTimes(path);
    const seen = await page.evaluate((from) => {
      const { longTasks } = globalThis.watchedWork;
      const { views } = document.querySelector('[data-figure]').normscape;
      return {
        before: longTasks.filter(([at]) => at < from).map(([, took]) => took),
        during: longTasks.filter(([at]) => at >= from).map(([, took]) => took),
        surfaces: views.map(({ surface }, k) => surface.version - globalThis.shownBefore[k]),
        grids: views.map(({ surface }) => surface.columns),
      };
    }, began);
    await page.close();
    const long = (tasks) =>
      tasks.length === 0 ? '0' : `${tasks.length} (longest ${Math.round(Math.max(...tasks))} ms)`;
    rows.push([
      name,
      (frames.length / seconds).toFixed(1),
      milliseconds(part(frames, 0.5)),
      milliseconds(part(frames, 0.95)),
      milliseconds(part(frames, 1)),
      long(seen.during),
      milliseconds(part(tasks, 1)),
      long(seen.before),
      seen.surfaces.map((count) => (count / seconds).toFixed(1)).join(', '),
      seen.grids.join(', '),
    ]);
  }
  const heading = `Two lanes training for ${seconds} s: processor time of the page's own scripts from frame to frame`;
  table(
    heading,
    [
      ...['network', 'frames / s', 'median', '95 %', 'most'],
      ...['tasks over 50 ms by the clock', 'longest without other programs', 'while it opens'],
      ...['surfaces / s', 'points a side'],
    ],
    rows,
  );
}

async function idleTable(open) {
  const seconds = 5;
  const page = await open('until=5&speed=60');
  await page.waitForSelector('[data-figure][data-status="done"]');
  await page.waitForTimeout(3000);
  const count = () => page.evaluate(() => globalThis.watchedWork.callbacks);
  const before = await count();
  await page.waitForTimeout(1000 * seconds);
  const after = await count();
  await page.close();
  table('A figure at rest', ['seconds', 'frames'], [[seconds, after - before]]);
}

async function changeTable(open) {
  const page = await open('data=two-scales-curved&net=2&autoplay=0');
  const rows = [];
  for (const [name, shapes] of [
    ['small', [[4, 4], [3, 4], [4, 3], [5], [4], [3, 3], [5, 4]]],
    [
      'deep',
      [
        [8, 8, 8, 8],
        [8, 8, 8],
        [7, 8, 8, 8],
        [8, 7, 8, 8],
        [8, 8, 7, 8],
      ],
    ],
  ]) {
    const times = [];
    for (const hidden of shapes) {
      const settings = await page.evaluate(
        () =>
          document.querySelector('[data-figure]').normscape.store.getState().experiment.settings,
      );
      times.push(
        await page.evaluate(untilSurfaces, { choice: { settings: { ...settings, hidden } } }),
      );
      await page.waitForTimeout(1500);
    }
    rows.push([name, ...[times[0], part(times, 0.5), part(times, 1)].map(milliseconds)]);
  }
  await page.close();
  table('From another network to its first surfaces', ['network', 'first', 'median', 'most'], rows);
}

async function workerTable(open) {
  const times = new Map([
    [1, []],
    [2, []],
  ]);
  for (let round = 0; round < 3; round++) {
    for (const [cores, found] of times) {
      // Nothing is drawn meanwhile, which would need one of two cores.
      const page = await open(`${deep}&autoplay=0&panels=loss`, cores);
      for (let k = 0; k < 2; k++) {
        const windows = [[-2 - k, 2, -2, 2]];
        found.push(await page.evaluate(untilSurfaces, { choice: { windows }, grid: 129 }));
      }
      await page.close();
    }
  }
  const [one, two] = [...times.values()].map((found) => part(found, 0.5));
  table(
    'Two lanes at 129 x 129 points, by way of 33 and 65: 2-8-8-8-8-1',
    ['one worker', 'two workers', 'one / two'],
    [[milliseconds(one), milliseconds(two), ratio(one / two)]],
  );
}
