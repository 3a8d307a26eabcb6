// The web component: one script on somebody else's page, figures told by attributes, methods heard by events.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { createLanes, parseExperiment } from '../../src/index.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/test.ts';

/** What an author's script knows of an element. */
interface Element extends HTMLElement {
  play(): void;
  pause(): void;
  step(count?: number): void;
  seek(step: number): void;
  reset(): void;
  set(query: string): void;
  snapshot(panel: string, format?: string): Promise<string>;
  getState(): { step: number; query: string; status: string; lanes: { loss: number }[] };
  lr: string | null;
  autoplay: unknown;
}

interface Heard {
  readonly id: string;
  readonly type: string;
  readonly detail: Record<string, unknown>;
}

const fixture = (name: string) => readFileSync(new URL(`./pages/${name}`, import.meta.url), 'utf8');

/** A page in a folder beside the script's, which keeps every event that reaches its window. */
async function openPage(page: Page, body: string, headers: Record<string, string> = {}) {
  await page.route('**/pages/post.html', (route) =>
    route.fulfill({ contentType: 'text/html', body, headers }),
  );
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    for (const type of ['ready', 'step', 'done', 'notice']) {
      addEventListener(type, (event) => {
        if (!(event instanceof CustomEvent) || !(event.target instanceof HTMLElement)) return;
        heard.push({ id: event.target.id, type, detail: event.detail as unknown });
      });
    }
  });
  await page.goto('./pages/post.html');
}

const postWith = (body: string, head = '<script src="../norm-scape.js"></script>') =>
  `<!doctype html><html lang="en"><head><title>A post</title>${head}</head>
   <body><main><h1>A post</h1>${body}</main></body></html>`;

const heard = (page: Page, type: string) =>
  page.evaluate(
    (wanted) =>
      (window as unknown as { heard: Heard[] }).heard.filter((event) => event.type === wanted),
    type,
  );

const figureOf = (page: Page, id: string) => page.locator(`#${id} [data-figure]`);
const readyIn = (page: Page, id: string) =>
  page.locator(`#${id} .normscape[data-ready]`).waitFor({ state: 'attached' });

function lossesAt(query: string, step: number): number[] {
  const lanes = createLanes(parseExperiment(query).experiment);
  for (const lane of lanes) lane.step(step);
  return lanes.map(({ loss }) => loss);
}

test('two figures train on one page, and neither its styles nor theirs reach the other', async ({
  page,
}) => {
  await openPage(page, fixture('element.html'));
  await readyIn(page, 'first');
  // Below the screen nothing is drawn.
  await page.locator('#second').evaluate((element) => element.scrollIntoView());
  await readyIn(page, 'second');
  await expect(page.locator('#first .fallback')).toBeHidden();
  await expect(page.locator('#first .lane').first()).toBeVisible();
  await expect(page.locator('main > p.lane')).toBeHidden();
  await expect(page.locator('h1')).toHaveCSS('color', 'rgb(220, 20, 60)');
  const button = page.locator('#first').getByRole('button', { name: 'Play: train the networks' });
  await button.click();
  await expect(figureOf(page, 'first')).toHaveAttribute('data-status', 'running');
  await expect(figureOf(page, 'second')).toHaveAttribute('data-status', 'idle');
  await expect.poll(async () => (await heard(page, 'step')).length).toBeGreaterThan(1);
  const steps = (await heard(page, 'step')).filter(({ detail }) => detail['step'] !== 0);
  expect(steps.every(({ id }) => id === 'first')).toBe(true);
  expect((await heard(page, 'ready')).map(({ id }) => id).sort()).toEqual(['first', 'second']);
  // The author's size of text is no measure of the figure's.
  const caption = page.locator('#first [data-caption]');
  await expect(caption).toHaveCSS('font-size', '15px');
  await expect(caption).toHaveCSS('font-style', 'normal');
  await expect(figureOf(page, 'first')).toHaveAttribute('aria-label', 'Two lanes');
  await expect(page.locator('#second .scene-canvas')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<Element>('norm-scape')) element.pause();
  });
  await expectAccessible(page);
});

test('methods do what they say, at the losses of the engine', async ({ page }) => {
  await openPage(page, postWith('<norm-scape id="a" lanes="raw,standard" seed="5"></norm-scape>'));
  await readyIn(page, 'a');
  const state = () => page.locator('#a').evaluate((element) => (element as Element).getState());
  const act = (name: 'play' | 'pause' | 'reset' | 'step' | 'seek', value?: number) =>
    page
      .locator('#a')
      .evaluate((element, [method, number]) => (element as Element)[method](number as number), [
        name,
        value,
      ] as const);
  await act('seek', 40);
  await expect(figureOf(page, 'a')).toHaveAttribute('data-step', '40');
  expect((await state()).lanes.map(({ loss }) => loss)).toEqual(lossesAt('seed=5', 40));
  await act('seek', 7);
  await act('step', 2);
  await act('step');
  await expect(figureOf(page, 'a')).toHaveAttribute('data-step', '10');
  expect((await state()).lanes.map(({ loss }) => loss)).toEqual(lossesAt('seed=5', 10));
  await act('play');
  await expect(figureOf(page, 'a')).toHaveAttribute('data-status', 'running');
  await act('pause');
  await expect(figureOf(page, 'a')).toHaveAttribute('data-status', 'paused');
  await act('reset');
  expect(await state()).toMatchObject({ step: 0, query: 'seed=5&autoplay=0' });

  await page.locator('#a').evaluate((element) => (element as Element).set('until=3&lr=0.3'));
  await act('play');
  await expect.poll(async () => (await heard(page, 'done')).length).toBe(1);
  expect((await state()).lanes.map(({ loss }) => loss)).toEqual(lossesAt('lr=0.3', 3));

  const kinds = await page.locator('#a').evaluate(async (element) => {
    const figure = element as Element;
    const refused = await figure.snapshot('network').catch((error: Error) => error.message);
    const pictures = [await figure.snapshot('contour'), await figure.snapshot('loss', 'svg')];
    let wrong = '';
    try {
      figure.seek(Number.NaN);
    } catch (error) {
      wrong = (error as Error).message;
    }
    return [...pictures.map((picture) => picture.slice(0, 14)), refused, wrong];
  });
  expect(kinds[0]).toBe('data:image/png');
  expect(kinds[1]).toBe('data:image/svg');
  expect(kinds[2]).toContain('no snapshot: network as png');
  expect(kinds[3]).toBe('step is no number: NaN');
});

test('attributes and properties are read again, and what is wrong is said', async ({ page }) => {
  await openPage(page, postWith('<norm-scape id="a" panels="contour" lanez="raw"></norm-scape>'));
  await readyIn(page, 'a');
  const a = page.locator('#a');
  expect((await heard(page, 'notice')).map(({ detail }) => detail['text'])).toEqual([
    "The link's key “lanez” is not known, so it is left out.",
  ]);
  await expect(a.locator('[data-lane]')).toHaveCount(2);
  await a.evaluate((element) => {
    element.removeAttribute('lanez');
    element.setAttribute('lanes', 'standard');
    element.setAttribute('class', 'wide');
    element.setAttribute('data-note', 'mine');
    (element as Element).lr = '0.3';
  });
  await expect(a.locator('[data-lane]')).toHaveCount(1);
  const state = () => a.evaluate((element) => (element as Element).getState().query);
  await expect.poll(state).toBe('lr=0.3&lanes=standard&panels=contour&autoplay=0');
  await a.evaluate((element) => {
    (element as Element).lr = null;
    element.setAttribute('opt', 'adam');
    element.setAttribute('BETA1', '0.8');
    element.setAttribute('controls', 'none');
    element.setAttribute('theme', 'dark');
  });
  await expect
    .poll(state)
    .toBe('opt=adam&beta1=0.8&lanes=standard&panels=contour&autoplay=0&theme=dark');
  await expect(a.locator('.figure-clock')).toBeHidden();
  await expect(a.locator('.normscape')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => document.documentElement.hasAttribute('data-theme'))).toBe(
    false,
  );
  expect((await heard(page, 'notice')).length).toBe(1);
  await expect(a.getByRole('link', { name: 'Open in the lab' })).toHaveAttribute(
    'href',
    /^http:\/\/127\.0\.0\.1:\d+\/\?opt=adam/,
  );
});

test('a second copy of the script does nothing, and the tag may come before the script', async ({
  page,
}) => {
  const scripts = '<script src="../norm-scape.js"></script>'.repeat(2);
  await openPage(
    page,
    postWith(`<norm-scape id="a" panels="contour"><p>A picture</p></norm-scape>${scripts}`, ''),
  );
  await readyIn(page, 'a');
  expect((await heard(page, 'ready')).length).toBe(1);
});

test('without the script its children are shown', async ({ page }) => {
  await openPage(page, postWith('<norm-scape><p>A picture of it.</p></norm-scape>', ''));
  await expect(page.getByText('A picture of it.')).toBeVisible();
});

test('an element that is moved goes on, and one that is removed leaves nothing behind', async ({
  page,
}) => {
  await openPage(
    page,
    postWith('<norm-scape id="a" panels="contour"></norm-scape><div id="there"></div>'),
  );
  await readyIn(page, 'a');
  await page.locator('#a').evaluate((element) => (element as Element).seek(12));
  await expect(figureOf(page, 'a')).toHaveAttribute('data-step', '12');
  await page.evaluate(() => {
    const element = document.getElementById('a');
    if (element) document.getElementById('there')?.append(element);
  });
  await expect(figureOf(page, 'a')).toHaveAttribute('data-step', '12');
  await page.locator('#a').evaluate((element) => (element as Element).step());
  await expect(figureOf(page, 'a')).toHaveAttribute('data-step', '13');
  const left = await page.evaluate(async () => {
    const element = document.getElementById('a');
    element?.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    return element?.shadowRoot?.querySelectorAll('[data-figure]').length;
  });
  expect(left).toBe(0);
});

test('far below the screen it waits, and is drawn before it is reached', async ({ page }) => {
  const far = '<div style="height:4000px"></div>';
  await openPage(page, postWith(`${far}<norm-scape id="a" panels="contour"></norm-scape>`));
  await page.waitForTimeout(500);
  await expect(figureOf(page, 'a')).toHaveCount(0);
  expect(await heard(page, 'ready')).toEqual([]);
  const places = await page.evaluate(async () => {
    const element = document.getElementById('a');
    const heights: number[] = [];
    const observer = new ResizeObserver(() => heights.push(element?.clientHeight ?? 0));
    if (element) observer.observe(element);
    scrollTo(0, 3000);
    while (!element?.shadowRoot?.querySelector('[data-figure]')) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { heights, top: element.getBoundingClientRect().top };
  });
  // It is there before it is seen, and its place was never empty.
  expect(places.top).toBeGreaterThan(800);
  expect(Math.min(...places.heights)).toBeGreaterThan(200);
  await page.locator('#a').evaluate((element) => element.scrollIntoView());
  await readyIn(page, 'a');
});

test('works in a frame without an origin and without storage', async ({ page }) => {
  await page.goto('./pages/sandbox.html');
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Play: train the networks' }).click();
  await expect(frame.locator('[data-figure]')).toHaveAttribute('data-status', 'done');
  const storage = frame.locator('html').evaluate(() => localStorage.length);
  await expect(storage).rejects.toThrow(/denied|sandboxed/);
});
