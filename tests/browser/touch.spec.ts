// The figure by finger and by keyboard alone: along the run and into a step, and nearer to a surface.
import type { Browser, Locator, Page } from '@playwright/test';
import { openFigure, openFinished, settle, stepOf, type FigureElement } from './support/figure.ts';
import { expect, test } from './support/test.ts';

type Finger = readonly [x: number, y: number];

/** A phone, and a hand that touches it. */
async function onPhone(
  browser: Browser,
  act: (
    page: Page,
    touch: (type: 'touchStart' | 'touchMove' | 'touchEnd', ...fingers: Finger[]) => Promise<void>,
  ) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await act(page, async (type, ...fingers) => {
    await protocol.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: fingers.map(([x, y], id) => ({ x, y, id })),
    });
  });
  await context.close();
}

async function boxOf(part: Locator) {
  await part.scrollIntoViewIfNeeded();
  const box = await part.boundingBox();
  if (!box) throw new Error('missing box');
  return box;
}

/** The loss at a step of a lane, from the record of its run. */
const recordedLoss = (figure: Locator, step: number) =>
  figure.evaluate((element, wanted) => {
    const { trajectory } = (element as FigureElement).normscape.views[0]?.lane ?? {};
    if (!trajectory) throw new Error('missing lane');
    return trajectory.losses[[...trajectory.iterations].indexOf(wanted)];
  }, step);

/** What the inspector of the first lane shows for its first weight. */
async function inspected(page: Page, row: string): Promise<number> {
  const cell = page.locator(`[data-step-lane] [data-cell="${row} 0"]`).first();
  return Number(await cell.getAttribute('data-value'));
}

/** The step that is shown adds up: weight before and update make the weight after. */
async function expectSum(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const [before, update, after] = await Promise.all(
        ['before', 'update', 'after'].map((row) => inspected(page, row)),
      );
      return Math.abs((before ?? NaN) + (update ?? NaN) - (after ?? NaN));
    })
    .toBeLessThan(1e-12);
}

test('a finger goes along the run, opens the step inspector and reads the step it is at', async ({
  browser,
}) => {
  await onPhone(browser, async (page, touch) => {
    const figure = await openFinished(page, '?until=40&speed=200');
    const slider = figure.getByRole('slider', { name: 'Step of the run' });
    const { x, y, width, height } = await boxOf(slider);
    const middle = y + height / 2;
    await touch('touchStart', [x + width - 8, middle]);
    for (const part of [0.9, 0.8, 0.7, 0.6, 0.5])
      await touch('touchMove', [x + part * width, middle]);
    await touch('touchEnd');
    await expect.poll(() => stepOf(figure)).toBeLessThan(23);
    const step = await stepOf(figure);
    expect(step).toBeGreaterThan(17);
    await expect(slider).toHaveValue(String(step));
    const lane = page.locator('[data-lane]').first();
    const loss = lane.locator('[data-readout="loss"]');
    const wanted = await recordedLoss(figure, step);
    await expect.poll(async () => Number(await loss.getAttribute('data-value'))).toBe(wanted);

    await page.getByText('Panels shown').tap();
    await page.getByRole('checkbox', { name: /step inspector/i }).tap();
    const panel = page.locator('[data-panel="step"]');
    // Below the fold until now: it has come into view by itself, above the clock.
    await expect(panel.getByRole('table').first()).toBeInViewport({ ratio: 1 });
    await expect
      .poll(async () => {
        const clock = await figure.locator('.transport-run').boundingBox();
        const box = await panel.boundingBox();
        return (clock?.y ?? NaN) - ((box?.y ?? NaN) + (box?.height ?? NaN));
      })
      .toBeGreaterThanOrEqual(0);
    await expect(panel).toContainText('gradient');
    await expectSum(page);
    const before = await inspected(page, 'before');
    const again = await boxOf(slider);
    await touch('touchStart', [again.x + again.width / 2, again.y + again.height / 2]);
    await touch('touchMove', [again.x + 0.3 * again.width, again.y + again.height / 2]);
    await touch('touchEnd');
    await expect.poll(() => inspected(page, 'before')).not.toBe(before);
    await expectSum(page);
  });
});

test('two fingers come nearer to a surface, and one that is put down shortly chooses a place', async ({
  browser,
}) => {
  await onPhone(browser, async (page, touch) => {
    const figure = await openFigure(page, '?autoplay=0');
    await settle(figure);
    await expect(figure.locator('.scene-canvas')).toBeVisible();
    const picture = page.locator('[data-lane="standard"] .scene-picture');
    const { x, y, width, height } = await boxOf(picture);
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    const pair = (apart: number): Finger[] => [
      [middleX - apart, middleY],
      [middleX + apart, middleY],
    ];
    const read = () =>
      figure.evaluate((element) => {
        const { camera, store, crosshair } = (element as FigureElement).normscape;
        return { ...camera, from: store.getState().experiment.from, crosshair };
      });
    const { distance } = await read();
    await touch('touchStart', ...pair(25));
    for (const apart of [30, 35, 40, 45, 50]) await touch('touchMove', ...pair(apart));
    await touch('touchEnd');
    await expect.poll(async () => (await read()).distance).toBeLessThan(0.75 * distance);
    const { from, crosshair } = await read();
    expect(from).toBeNull();
    expect(crosshair).toBeNull();
    await expect(page.getByRole('button', { name: /start here, all lanes/ })).toHaveCount(0);

    await touch('touchStart', [middleX, y + 0.6 * height]);
    await touch('touchEnd');
    const start = page.getByRole('button', { name: /start here, all lanes: Standardized/ });
    await expect(start).toBeVisible();
    const place = (await read()).crosshair;
    await start.tap();
    await expect.poll(async () => (await read()).from).toEqual(place);
  });
});

test('keys go along the run, and the inspector follows', async ({ page }) => {
  const figure = await openFinished(page, '?until=30&speed=200&panels=contour,step');
  const slider = figure.getByRole('slider', { name: 'Step of the run' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => stepOf(figure)).toBe(0);
  for (let k = 0; k < 4; k++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => stepOf(figure)).toBe(4);
  await expectSum(page);
  const before = await inspected(page, 'before');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => inspected(page, 'before')).not.toBe(before);
  await expectSum(page);
  await page.keyboard.press('End');
  await expect.poll(() => stepOf(figure)).toBe(30);
});

test('a panel that opens below the fold comes into view, and the focus stays where it was chosen', async ({
  page,
}) => {
  const figure = await openFinished(page, '?until=5&speed=200');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const choice = page.getByRole('checkbox', { name: /step inspector/i });
  await page.getByText('Panels shown').press('Enter');
  await choice.focus();
  const scrolls = figure.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let count = 0;
        addEventListener('scroll', () => {
          count++;
          setTimeout(() => resolve(count), 300);
        });
      }),
  );
  await page.keyboard.press('Space');
  const panel = page.locator('[data-panel="step"]');
  await expect(panel).toBeInViewport({ ratio: 1 });
  // At once, for who wants nothing to move.
  expect(await scrolls).toBe(1);
  await expect(choice).toBeFocused();
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('Space');
  await expect(panel).toHaveCount(0);
  expect(await page.evaluate(() => scrollY)).toBeLessThanOrEqual(before);
});

test('keys choose a start in a plot, as a click does', async ({ page }) => {
  const figure = await openFigure(page, '?autoplay=0&panels=contour');
  await settle(figure);
  const stage = page.locator('[data-lane="raw"] .plot-stage');
  const from = () =>
    figure.evaluate(
      (element) => (element as FigureElement).normscape.store.getState().experiment.from,
    );
  await stage.focus();
  await page.keyboard.press('Enter');
  expect(await from()).toBeNull();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(from).not.toBeNull();
  const chosen = await from();
  const box = await boxOf(stage);
  await page.mouse.click(box.x + 0.5 * box.width, box.y + 0.4 * box.height);
  await expect.poll(from).not.toEqual(chosen);
  const starts = await figure.evaluate((element) =>
    (element as FigureElement).normscape.views.map(({ lane }) => [...lane.start.slice(0, 2)]),
  );
  const clicked = await from();
  for (const start of starts) expect(start).toEqual(clicked);
});
