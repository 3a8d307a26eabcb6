// Fifty times a figure comes and goes: nothing of it stays behind.
import type { Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import component from '../../vite.react.config.ts';
import {
  countLiveThings,
  holdings,
  openProfiler,
  slope,
  type Holdings,
} from './support/live-things.ts';
import { expect, test } from './support/test.ts';

const cycles = 50;
/** Until caches are full and code is compiled. */
const warmUp = 20;
const between = 5;

const pageWith = (scripts: string) =>
  `<!doctype html><html lang="en"><head><title>Again</title></head>
   <body><h1>Again</h1><div id="place" style="width:360px"></div>${scripts}</body></html>`;

interface Stage {
  mount(): void;
  unmount(): void;
}

/**
 * Shows the figure and takes it away: at once, when its scene and its surfaces are still on their way; or after everything
 * of it has been drawn and it has trained.
 */
async function cycle(page: Page, isWhole: boolean): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { mount, unmount } = window as unknown as Stage;
    const tree = () => document.querySelector('#place > *')?.shadowRoot;
    const until = async (holds: () => boolean) => {
      while (!holds()) await new Promise(requestAnimationFrame);
    };
    const untilThereIs = (selector: string) =>
      until(() => tree()?.querySelector(selector) instanceof Element);
    mount();
    await untilThereIs('[data-figure]');
    if (wanted) {
      await untilThereIs('.scene-canvas');
      await untilThereIs('.normscape[data-ready]');
      tree()?.querySelector<HTMLElement>('.embed-poster button')?.click();
      const figure = tree()?.querySelector<HTMLElement>('[data-figure]');
      await until(() => Number(figure?.dataset['step']) > 1);
    }
    unmount();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }, isWhole);
}

/** What a figure holds, and gives back within two seconds. */
const kinds = ['observed', 'listeners', 'nodes'] as const;

async function expectNothingToStay(page: Page): Promise<void> {
  const session = await openProfiler(page);
  const seen: [number, Holdings][] = [];
  for (let k = 1; k <= cycles; k++) {
    await cycle(page, k % 2 === 1);
    if (k < warmUp || k % between !== 0) continue;
    // What was interrupted has yet to find that out.
    let held = await holdings(page, session);
    const first = seen[0]?.[1] ?? held;
    const isMore = () => kinds.some((name) => held[name] > first[name]);
    for (let tries = 0; tries < 20 && isMore(); tries++) {
      await page.waitForTimeout(100);
      held = await holdings(page, session);
    }
    seen.push([k, held]);
  }
  const all = seen.map(([, held]) => held);
  expect(all.map(({ contexts }) => contexts)).toEqual(all.map(() => 0));
  expect(all.map(({ workers }) => workers)).toEqual(all.map(() => 0));
  for (const name of kinds) {
    expect(
      all.map((held) => held[name]),
      name,
    ).toEqual(all.map(() => all[0]?.[name]));
  }
  // Compiled code and the browser's own record of long frames still grow a little; a figure would be a hundred times as much.
  expect(slope(seen.map(([k, { heap }]) => [k, heap]))).toBeLessThanOrEqual(20_000);
}

test('the element', async ({ page }) => {
  test.slow();
  await countLiveThings(page);
  await page.route('**/pages/again.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: pageWith('<script src="../norm-scape.js"></script>'),
    }),
  );
  await page.goto('./pages/again.html');
  await page.evaluate(() => {
    const place = document.getElementById('place');
    Object.assign(window, {
      mount() {
        const figure = document.createElement('norm-scape');
        const attributes = { lanes: 'standard', panels: 'surface,contour,loss', title: 'Again' };
        for (const [name, value] of Object.entries(attributes)) figure.setAttribute(name, value);
        place?.append(figure);
      },
      unmount: () => place?.replaceChildren(),
    });
  });
  await expectNothingToStay(page);
});

test('the React component', async ({ page }) => {
  test.slow();
  const bundles = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [component.plugins],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      cssCodeSplit: false,
      lib: {
        entry: fileURLToPath(new URL('support/mounting-page.jsx', import.meta.url)),
        formats: ['iife'],
        name: 'again',
      },
    },
  });
  const [bundle] = [bundles].flat();
  if (!bundle || !('output' in bundle)) throw new Error('nothing was built');
  const { code } = bundle.output[0];
  await countLiveThings(page);
  await page.route('**/pages/again.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: pageWith('<script src="./again.js"></script>'),
    }),
  );
  await page.route('**/pages/again.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: code }),
  );
  await page.goto('./pages/again.html');
  await expectNothingToStay(page);
});
