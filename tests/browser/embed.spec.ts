// The figure in somebody else's page: an example post, messages in both directions, a sandbox, a small frame.
import type { Frame, FrameLocator, Page } from '@playwright/test';
import { createLanes, parseExperiment } from '../../src/index.ts';
import { expectAccessible } from './support/accessible.ts';
import { settle, type FigureElement } from './support/figure.ts';
import { expect, test } from './support/test.ts';

interface Heard {
  readonly data: Record<string, unknown>;
  /** Milliseconds since the page began. */
  readonly at: number;
  readonly origin: string;
}

interface HostOptions {
  readonly address?: string;
  readonly query?: string;
  readonly sandbox?: string;
  readonly width?: number;
  /** Pixels of text above the frame. */
  readonly above?: number;
  /** Whether the page does what it is told of the height. */
  readonly obeys?: boolean;
}

/** A page of its own around one embed, which keeps every message that it hears. */
async function openHost(page: Page, options: HostOptions = {}): Promise<FrameLocator> {
  const { address = './embed.html', query = '', sandbox, width = 700 } = options;
  const { above = 0, obeys = true } = options;
  const body = `<!doctype html><html lang="en"><head><title>A post</title></head>
    <body style="margin:0"><main><h1>A post</h1><div style="height:${above}px"></div>
    <script>
      window.heard = [];
      addEventListener('message', ({ data, origin }) => {
        heard.push({ data: typeof data === 'string' ? { text: data } : data, at: performance.now(), origin });
        if (${obeys} && data.type === 'resize') document.querySelector('iframe').height = data.height;
      });
    </script>
    <iframe title="A figure" src="${address}?${query.replaceAll('&', '&amp;')}" width="${width}" height="300"
      style="border:0" ${sandbox === undefined ? '' : `sandbox="${sandbox}"`}></iframe></main></body></html>`;
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('./host.html');
  return page.frameLocator('iframe');
}

const ready = (frame: FrameLocator) =>
  frame.locator('html[data-ready]').waitFor({ state: 'attached' });
const figure = (frame: FrameLocator) => frame.locator('[data-figure]');

function heard(page: Page, type: string): Promise<Heard[]> {
  return page.evaluate(
    (wanted) =>
      (window as unknown as { heard: Heard[] }).heard.filter(({ data }) => data['type'] === wanted),
    type,
  );
}

function tell(page: Page, message: unknown): Promise<void> {
  return page.evaluate(
    (data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'),
    message,
  );
}

const order = (fields: object) => ({ source: 'normscape', v: 1, ...fields });

/** What the frame says of itself when asked. */
async function stateOf(page: Page): Promise<Record<string, unknown>> {
  const before = (await heard(page, 'state')).length;
  await tell(page, order({ type: 'get-state' }));
  await expect.poll(async () => (await heard(page, 'state')).length).toBe(before + 1);
  return (await heard(page, 'state')).at(-1)?.data ?? {};
}

/** The losses of lanes that were never drawn. */
function lossesAt(query: string, step: number): number[] {
  const lanes = createLanes(parseExperiment(query).experiment);
  for (const lane of lanes) lane.step(step);
  return lanes.map(({ loss }) => loss);
}

const lossesOf = (state: Record<string, unknown>) =>
  (state['lanes'] as { loss: number }[]).map(({ loss }) => loss);

test('the example post: every figure trains when it is seen, and sleeps when it is not', async ({
  page,
}) => {
  test.slow();
  await page.goto('./examples/blog-post.html');
  const elements = await page.locator('iframe').all();
  expect(elements).toHaveLength(3);
  const frames: Frame[] = [];
  const stepOf = async (frame: Frame | undefined) =>
    Number(await frame?.locator('[data-figure]').getAttribute('data-step'));
  for (const element of elements) {
    await element.scrollIntoViewIfNeeded();
    await element.evaluate((node) => node.scrollIntoView({ block: 'start' }));
    const frame = await (await element.elementHandle())?.contentFrame();
    if (!frame) throw new Error('missing frame');
    await frame.locator('html[data-ready]').waitFor({ state: 'attached' });
    await expect(frame.locator('[data-figure]')).toHaveAttribute('data-status', 'idle');
    await frame.getByRole('button', { name: 'Play: train the networks' }).click();
    await expect.poll(() => stepOf(frame)).toBeGreaterThan(1);
    // The post gives it the height that it needs: nothing is cut off, and at most a few lines stay empty.
    await expect
      .poll(() => frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight))
      .toBe(0);
    const empty = await frame.evaluate(
      () => window.innerHeight - (document.getElementById('page')?.offsetHeight ?? 0),
    );
    expect(empty).toBeLessThan(80);
    frames.push(frame);
  }
  await expect(async () => {
    const before = await stepOf(frames[0]);
    await page.waitForTimeout(1500);
    expect(await stepOf(frames[0])).toBe(before);
  }).toPass();
  await expect(frames[0]?.locator('[data-figure]') ?? page.locator('none')).toHaveAttribute(
    'data-status',
    'running',
  );
  const contexts = await Promise.all(frames.map((frame) => frame.locator('.scene-canvas').count()));
  expect(contexts.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(3);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
});

test('the page around is obeyed, and is told', async ({ page }) => {
  const query = 'panels=contour,loss&seed=5&batch=16';
  const frame = await openHost(page, { query });
  await ready(frame);
  const [hello] = await heard(page, 'ready');
  expect(hello?.data['query']).toContain('seed=5');
  expect(hello?.data['experiment']).toMatchObject({ seed: 5, settings: { batch: 16 } });

  await tell(page, order({ type: 'seek', step: 40 }));
  await expect(figure(frame)).toHaveAttribute('data-step', '40');
  let state = await stateOf(page);
  expect(state).toMatchObject({ step: 40, status: 'paused' });
  expect(lossesOf(state)).toEqual(lossesAt(query, 40));
  await expect.poll(async () => (await heard(page, 'step')).at(-1)?.data['step']).toBe(40);

  await tell(page, order({ type: 'seek', step: 7 }));
  await tell(page, order({ type: 'step', count: 2 }));
  await tell(page, order({ type: 'step' }));
  await expect(figure(frame)).toHaveAttribute('data-step', '10');
  state = await stateOf(page);
  expect(lossesOf(state)).toEqual(lossesAt(query, 10));

  await tell(page, order({ type: 'play' }));
  await expect(figure(frame)).toHaveAttribute('data-status', 'running');
  await tell(page, order({ type: 'pause' }));
  await expect(figure(frame)).toHaveAttribute('data-status', 'paused');
  await tell(page, order({ type: 'reset' }));
  await expect(figure(frame)).toHaveAttribute('data-step', '0');

  await tell(page, order({ type: 'theme', theme: 'dark' }));
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await tell(page, order({ type: 'set', query: 'lanes=standard&lr=0.3&until=6&count=oops' }));
  await expect(frame.locator('[data-lane]')).toHaveCount(1);
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(async () => (await heard(page, 'notice')).length).toBe(1);
  expect((await heard(page, 'notice'))[0]?.data['text']).toContain('count “oops”');
  await tell(page, order({ type: 'play' }));
  await expect(figure(frame)).toHaveAttribute('data-status', 'done');
  await expect.poll(async () => (await heard(page, 'done')).length).toBe(1);
  state = await stateOf(page);
  expect(lossesOf(state)).toEqual(lossesAt('lanes=standard&lr=0.3', 6));
});

test('what cannot be read changes nothing, and strangers are not heard', async ({ page }) => {
  const frame = await openHost(page, { query: 'panels=contour' });
  await ready(frame);
  await tell(page, order({ type: 'seek', step: 5 }));
  await expect(figure(frame)).toHaveAttribute('data-step', '5');
  const before = await stateOf(page);
  const told = async () => (await heard(page, 'notice')).length;
  const notices = await told();
  await page.evaluate(() => {
    const target = document.querySelector('iframe')?.contentWindow;
    const values = [
      null,
      1,
      'play',
      [],
      {},
      Number.NaN,
      '<img src=x onerror=alert(1)>',
      new Date(),
    ];
    const fields = ['count', 'step', 'query', 'theme', 'panel'];
    const types = ['play ', 'steps', 'seek', 'set', 'theme', '__proto__', '', 'eval'];
    for (let k = 0; k < 200; k++) {
      const [type, value] = [types[k % 8], values[Math.floor(k / 8) % 8]];
      const field = fields[k % 5] ?? '';
      // What would be right in every other way, lacks its version or has a strange type.
      const right = { source: 'normscape', type: 'reset' };
      if (typeof value === 'number' && type === 'seek') target?.postMessage(right, '*');
      else if (typeof value === 'string' && type === 'set')
        target?.postMessage({ ...right, v: 3 }, '*');
      else target?.postMessage({ source: 'normscape', v: 1, type, [field]: value }, '*');
    }
    // Another frame of the same page is no parent.
    const stranger = document.createElement('iframe');
    document.body.append(stranger);
    const script = stranger.contentDocument?.createElement('script');
    if (!script) throw new Error('missing stranger');
    script.textContent = `for (const type of ['reset', 'play', 'get-state'])
      parent.frames[0].postMessage({ source: 'normscape', v: 1, type }, '*');`;
    stranger.contentDocument?.body.append(script);
  });
  await page.waitForTimeout(500);
  expect(await stateOf(page)).toEqual(before);
  expect((await heard(page, 'state')).length).toBe(2);
  expect(await told()).toBe(notices);
});

/** Plays a short run in a frame without an origin; the workers it had. */
async function runInSandbox(
  page: Page,
  address?: string,
): Promise<{ frame: FrameLocator; workers: string[] }> {
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  const frame = await openHost(page, {
    ...(address ? { address } : {}),
    query: 'panels=surface,contour&net=4&lanes=raw,raw%2Bbn&until=15',
    sandbox: 'allow-scripts',
  });
  await ready(frame);
  await frame.getByRole('button', { name: 'Play: train the networks' }).click();
  await expect(figure(frame)).toHaveAttribute('data-status', 'done');
  await expect(frame.locator('.scene-canvas')).toBeVisible();
  const messages = await heard(page, 'step');
  expect(messages.at(-1)?.data['step']).toBe(15);
  expect(messages.at(-1)?.origin).toBe('null');
  const storage = frame.locator('html').evaluate(() => localStorage.length);
  await expect(storage).rejects.toThrow(/denied|sandboxed/);
  return { frame, workers };
}

test('works in a sandbox without an origin or storage, and has its surfaces from workers', async ({
  page,
}) => {
  const { frame, workers } = await runInSandbox(page);
  expect(workers.length).toBeGreaterThan(0);
  for (const address of workers) expect(address).toMatch(/^blob:/);
  // Nothing was computed on the main thread: of that it would be told.
  await expect(frame.locator('.notices')).toBeEmpty();
  expect(await heard(page, 'notice')).toEqual([]);
});

test.describe('a host that forbids workers', () => {
  test.use({ allowedMessages: [/worker-src/] });

  test('has its surfaces from the main thread of a sandboxed frame', async ({ page }) => {
    const { frame, workers } = await runInSandbox(page, './worker-src-none/embed.html');
    expect(workers).toEqual([]);
    await expect(frame.locator('.notices')).toContainText('This page cannot use a worker here');
  });
});

test('the height is told, settles, and follows the width', async ({ page }) => {
  const frame = await openHost(page, { query: 'speed=200' });
  await ready(frame);
  const overflow = () =>
    frame.locator('html').evaluate((html) => html.scrollHeight - window.innerHeight);
  await expect.poll(overflow).toBe(0);
  await tell(page, order({ type: 'play' }));
  await expect.poll(async () => (await heard(page, 'step')).length).toBeGreaterThan(5);
  const before = (await heard(page, 'resize')).length;
  expect(before).toBeLessThan(5);
  await page.waitForTimeout(2000);
  expect((await heard(page, 'resize')).length).toBe(before);

  await page.locator('iframe').evaluate((iframe) => iframe.setAttribute('width', '360'));
  await expect.poll(async () => (await heard(page, 'resize')).length).toBeGreaterThan(before);
  await expect.poll(overflow).toBe(0);
  const sizes = await heard(page, 'resize');
  for (const { data } of sizes) expect(Number.isInteger(data['height'])).toBe(true);
  const texts = await page.evaluate(() =>
    (window as unknown as { heard: Heard[] }).heard
      .filter(({ data }) => typeof data['text'] === 'string' && data['type'] === undefined)
      .map(({ data }) => JSON.parse(String(data['text'])) as Record<string, unknown>),
  );
  expect(texts.map(({ height }) => height)).toEqual(sizes.map(({ data }) => data['height']));
  expect(texts[0]).toMatchObject({
    context: 'iframe.resize',
    src: expect.stringContaining('embed.html'),
  });
});

for (const [query, width] of [
  ['', 330],
  ['', 360],
  ['', 560],
  ['', 700],
  ['', 900],
  ['net=4-4&lanes=raw,standard,raw%2Bbn', 700],
  ['net=4-4&lanes=raw,raw%2Bbn', 560],
  ['data=disc&net=4', 700],
] as const) {
  test(`the height is told once, whatever comes of the run: ${query || 'the default'}, ${width} px`, async ({
    page,
  }) => {
    const frame = await openHost(page, { query, width });
    await ready(frame);
    const settled = async () => {
      await expect
        .poll(() =>
          figure(frame).evaluate((element) => {
            const { views, iteration } = (element as FigureElement).normscape;
            // Where a lane stands still to the last bit, its curvature is not looked for again.
            return views.every(
              ({ surface, curvatureIteration, lane }) =>
                surface && (curvatureIteration === iteration || lane.status === 'converged'),
            );
          }),
        )
        .toBe(true);
      await settle(figure(frame));
    };
    await settled();
    const heights = async () => (await heard(page, 'resize')).map(({ data }) => data['height']);
    const [first] = (await heights()).slice(-1);
    for (const step of [5, 40, 150, 400]) {
      await tell(page, order({ type: 'seek', step }));
      await expect(figure(frame)).toHaveAttribute('data-step', String(step));
      await settled();
      // What is measured now, and not only what was told of it.
      const now = await frame
        .locator('.embed')
        .evaluate((embed) => Math.ceil(embed.getBoundingClientRect().height));
      expect(now, `at step ${step}`).toBeLessThanOrEqual(Number(first));
    }
    expect((await heights()).slice(-1)).toEqual([first]);
  });
}

test('the page around hears of no more than ten steps a second', async ({ page }) => {
  const frame = await openHost(page, { query: 'panels=loss&speed=5000' });
  await ready(frame);
  await tell(page, order({ type: 'play' }));
  await expect.poll(async () => (await heard(page, 'step')).length).toBeGreaterThan(12);
  const times = (await heard(page, 'step')).map(({ at }) => at);
  for (let k = 11; k < times.length; k++) {
    // Messages may be held up on their way, and then come close together: eleven span a second, but for that.
    expect((times[k] ?? 0) - (times[k - 11] ?? 0)).toBeGreaterThan(950);
  }
});

test('a small frame has no sideways scroll and breaks no rule', async ({ page }) => {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    const frame = await openHost(page, {
      width: 360,
      query: 'net=4&lanes=raw,standard%2Bbn-after',
    });
    await ready(frame);
    const wide = await frame.locator('html').evaluate((html) => html.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
    await expectAccessible(page);
  }
});

test('the poster is the first thing the keyboard comes to', async ({ page }) => {
  await page.goto('./embed.html?panels=contour');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Play: train the networks' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-figure]')).toHaveAttribute('data-status', 'running');
  const pause = page.getByRole('button', { name: 'Pause', exact: true });
  await expect(pause).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Back to step 0' }).click();
  await expect(page.locator('[data-figure]')).toHaveAttribute('data-status', 'idle');
  await expect(page.locator('.embed-poster')).toHaveCount(0);
});

test('with autoplay=1 it starts when it is first seen, but not for those who want less motion', async ({
  page,
}) => {
  const options = { query: 'panels=contour&autoplay=1', above: 3000 };
  let frame = await openHost(page, options);
  await expect.poll(async () => (await heard(page, 'ready')).length).toBe(1);
  await page.waitForTimeout(1000);
  await expect(figure(frame)).not.toHaveAttribute('data-status', 'running');
  expect(await stateOf(page)).toMatchObject({ status: 'idle', step: 0 });
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await expect(figure(frame)).toHaveAttribute('data-status', 'running');

  await page.emulateMedia({ reducedMotion: 'reduce' });
  frame = await openHost(page, { ...options, above: 0 });
  await ready(frame);
  await page.waitForTimeout(500);
  await expect(figure(frame)).toHaveAttribute('data-status', 'idle');
  await expect(frame.locator('.embed-poster')).toBeVisible();
});

test('an author chooses the parts, and hears of what was mended', async ({ page }) => {
  const frame = await openHost(page, {
    query: 'panels=contour&controls=none&hide=caption,legend,clock&poster=0&lr=fast&data=wine',
  });
  await ready(frame);
  for (const part of [
    '.figure-clock',
    '.caption',
    '.plot-legend',
    '.lane-choices',
    '.embed-poster',
  ])
    await expect(frame.locator(part).locator('visible=true')).toHaveCount(0);
  await expect(frame.locator('.lane-name').first()).toBeVisible();
  const notices = (await heard(page, 'notice')).map(({ data }) => String(data['text']));
  expect(notices).toHaveLength(2);
  expect(notices[0]).toContain('“clock”');
  expect(notices[1]).toContain('lr “fast”');
  await tell(page, order({ type: 'set', query: 'panels=contour&controls=full' }));
  await expect(frame.locator('.figure-clock')).toBeVisible();
  await expect(frame.locator('.side-panel')).toBeVisible();
  await expect(frame.locator('.caption')).toBeHidden();
});

test('the link leads to the lab with the experiment as it is now', async ({ page }) => {
  const frame = await openHost(page, { query: 'panels=contour&controls=none&lr=0.2' });
  await ready(frame);
  const link = frame.getByRole('link', { name: 'Open in the lab' });
  await expect(link).toHaveAttribute('href', /\/\?lr=0\.2&panels=contour$/);
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('rel', 'noopener');
  await tell(page, order({ type: 'set', query: 'lr=0.4' }));
  await expect(link).toHaveAttribute('href', /\/\?lr=0\.4$/);
});

test('a panel can be had as a picture, or a reason why not', async ({ page }) => {
  const frame = await openHost(page, { query: 'until=5' });
  await ready(frame);
  for (const panel of ['contour', 'loss', 'surface', '"] *, ['])
    await tell(page, order({ type: 'snapshot', panel }));
  for (const format of ['svg', 'run-csv', 'gif', '__proto__'])
    await tell(page, order({ type: 'snapshot', panel: 'contour', format }));
  await expect.poll(async () => (await heard(page, 'notice')).length).toBe(4);
  await expect.poll(async () => (await heard(page, 'snapshot')).length).toBe(4);
  const pictures = await heard(page, 'snapshot');
  const kinds = pictures.map(({ data }) => `${String(data['panel'])} ${String(data['format'])}`);
  expect(kinds.sort()).toEqual(['contour png', 'contour svg', 'loss png', 'surface png']);
  const sizes = await page.evaluate(async () => {
    const found = (window as unknown as { heard: Heard[] }).heard;
    const pictures = found.filter(({ data }) => data['type'] === 'snapshot');
    return await Promise.all(
      pictures.map(async ({ data }) => {
        const image = new Image();
        image.src = String(data['data']);
        await image.decode();
        return [image.width, image.height];
      }),
    );
  });
  for (const [width = 0, height = 0] of sizes) {
    expect(width).toBeGreaterThan(500);
    expect(height).toBeGreaterThan(150);
  }
});

test('the link to the lab and the button to begin cover no control, at any width', async ({
  page,
}) => {
  for (const query of ['?panels=common&axes=raw', '?panels=contour']) {
    await page.goto(`./embed.html${query}`);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    for (const width of [360, 641, 700, 780, 860, 1000]) {
      await page.setViewportSize({ width, height: 800 });
      const boxes = await page
        .locator('.embed-link a, .embed-poster, .figure-clock :is(button, input, .step-counter)')
        .evaluateAll((parts) =>
          parts.map((part) => {
            const { left, top, right, bottom } = part.getBoundingClientRect();
            return { name: part.className || part.tagName, left, top, right, bottom };
          }),
        );
      const shown = boxes.filter(({ left, right }) => right > left);
      expect(shown.length).toBeGreaterThan(6);
      shown.forEach((a, k) => {
        for (const b of shown.slice(k + 1)) {
          const apart =
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          expect(apart, `${a.name} and ${b.name} at ${width}`).toBe(true);
        }
      });
    }
  }
});
