// Other people's policies: the figure trains under each of them, and asks for nothing that it could do without.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { createLanes, parseExperiment } from '../../src/index.ts';
import { expect, test } from './support/test.ts';

const play = 'Play: train the networks';

function lossesAt(query: string, step: number): number[] {
  const lanes = createLanes(parseExperiment(query).experiment);
  for (const lane of lanes) lane.step(step);
  return lanes.map(({ loss }) => loss);
}

/** Plays the element's run of six steps to its end, and compares it with the engine's. */
async function expectRun(page: Page): Promise<void> {
  await page.getByRole('button', { name: play }).click();
  await expect(page.locator('[data-figure]')).toHaveAttribute('data-status', 'done');
  const losses = await page
    .locator('norm-scape')
    .evaluate((element) =>
      (element as HTMLElement & { getState(): { lanes: { loss: number }[] } })
        .getState()
        .lanes.map(({ loss }) => loss),
    );
  expect(losses).toEqual(lossesAt('', 6));
  // The surfaces have been computed, wherever that may be.
  await page.locator('#figure .normscape[data-ready]').waitFor({ state: 'attached' });
}

test.describe('the pages of the build', () => {
  // What is refused on purpose.
  test.use({
    allowedMessages: [
      /requires 'TrustedScriptURL' assignment|trusted-types-sink|other\.invalid|inline style/,
    ],
  });

  for (const address of ['./?until=6', './embed.html?until=6&autoplay=1'])
    test(`train under their own policy, Trusted Types among it: ${address}`, async ({ page }) => {
      const workers: string[] = [];
      page.on('worker', (worker) => workers.push(worker.url()));
      await page.goto(address);
      await expect(page.locator('[data-figure]')).toHaveAttribute('data-status', 'done');
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      expect(workers.length).toBeGreaterThan(0);
      // The policy is in force: no other text becomes the address of a script.
      const refused = await page.evaluate(() => {
        try {
          document.createElement('script').src = './other.js';
          return 'taken';
        } catch (error) {
          return (error as Error).name;
        }
      });
      expect(refused).toBe('TypeError');
      // Nor is any other host asked for anything, nor a style or a script run that stands in the page.
      const violated = await page.evaluate(async () => {
        const found: string[] = [];
        document.addEventListener(
          'securitypolicyviolation',
          (event) => {
            event.stopImmediatePropagation();
            found.push(`${event.effectiveDirective} ${event.blockedURI}`);
          },
          true,
        );
        const add = (name: string, fields: object) =>
          document.head.append(Object.assign(document.createElement(name), fields));
        add('style', { textContent: 'a { color: red }' });
        add('link', { rel: 'stylesheet', href: 'https://other.invalid/a.css' });
        add('img', { src: 'https://other.invalid/a.png' });
        await fetch('https://other.invalid/').catch(() => undefined);
        const script = 'https://other.invalid/a.js';
        await import(script).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 200));
        return found.sort();
      });
      expect(violated).toEqual([
        'connect-src https://other.invalid/',
        'img-src https://other.invalid/a.png',
        'script-src-elem https://other.invalid/a.js',
        'style-src-elem https://other.invalid/a.css',
        'style-src-elem inline',
      ]);
    });
});

test('a post that holds the script to its hash', async ({ page }) => {
  const dist = new URL('../../dist/', import.meta.url);
  const hash = readFileSync(new URL('norm-scape.js.sri', dist), 'utf8').trim();
  expect(hash).toMatch(/^sha384-[A-Za-z0-9+/]{64}$/);
  await page.route('**/pages/held.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><title>Held</title>
        <script src="../norm-scape.js" integrity="${hash}" crossorigin="anonymous"></script></head>
        <body><norm-scape id="figure" panels="contour" until="6"></norm-scape></body></html>`,
    }),
  );
  await page.goto('./pages/held.html');
  await expectRun(page);
});

test('a post that allows frames and nothing else', async ({ page }) => {
  await page.goto('./pages/framed.html?policy=frame');
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: play }).click();
  await expect(frame.locator('[data-figure]')).toHaveAttribute('data-status', 'done');
  await expect(frame.locator('.scene-canvas')).toBeVisible();
});

test('a post that allows the script all that it can make use of', async ({ page }) => {
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.goto('./pages/short-element.html?policy=generous');
  await expectRun(page);
  expect(workers.length).toBeGreaterThan(0);
});

test.describe('a post that allows scripts of its own, and no more', () => {
  for (const [policy, file, refusals] of [
    ['element', 'short-element.html', ['script-src wasm-eval', 'worker-src blob']],
    [
      'strict',
      'strict-element.html',
      ['script-src wasm-eval', 'trusted-types trusted-types-policy'],
    ],
  ] as const) {
    test.describe(policy, () => {
      // The figure cannot know before it asks, and the browser says of what it has refused that it has.
      test.use({
        allowedMessages: [
          new RegExp(
            `violates the following Content Security Policy directive|security policy violation: (${refusals.map((refusal) => refusal.split(' ')[0]).join('|')})`,
            'i',
          ),
        ],
      });

      test('trains on the main thread, and is refused no more than it can do without', async ({
        page,
      }) => {
        const refused: string[] = [];
        await page.exposeFunction('refuse', (text: string) => refused.push(text));
        await page.addInitScript(() => {
          document.addEventListener('securitypolicyviolation', (event) => {
            const { refuse } = window as unknown as { refuse(text: string): void };
            refuse(`${event.effectiveDirective} ${event.blockedURI}`);
          });
        });
        await page.goto(`./pages/${file}?policy=${policy}`);
        await expectRun(page);
        expect(page.workers()).toEqual([]);
        await expect(page.locator('.notices')).toContainText('This page cannot use a worker here');
        expect([...new Set(refused)].sort()).toEqual(refusals);
        // Once it is refused, it does not go on asking.
        expect(refused.length).toBeLessThan(8);
      });
    });
  }
});
