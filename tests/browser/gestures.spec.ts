// What hands do to the window of a contour plot, and what a crosshair shows in every view: wheel, fingers, hovering, a tap.
import type { Browser, Locator, Page } from '@playwright/test';
import {
  coloursOf,
  openFigure,
  openFinished,
  settle,
  type FigureElement,
} from './support/figure.ts';
import { expect, test } from './support/test.ts';

interface Place {
  /** Pixels of the page. */
  readonly x: number;
  readonly y: number;
  /** Slice coordinates there. */
  readonly point: readonly [number, number];
}

const stageOf = (page: Page, lane: string) => page.locator(`[data-lane="${lane}"] .plot-stage`);

/** A place in a plot area, given as parts of its width and height from the upper left corner. */
const placeIn = (stage: Locator, across: number, down: number): Promise<Place> =>
  stage.evaluate(
    (element, [partX, partY]) => {
      const { plotFrame } = element as HTMLElement & {
        plotFrame(): {
          left: number;
          top: number;
          width: number;
          height: number;
          u(x: number): number;
          v(y: number): number;
        } | null;
      };
      const frame = plotFrame();
      if (!frame) throw new Error('missing frame of a contour plot');
      const bounds = element.getBoundingClientRect();
      const x = frame.left + partX * frame.width;
      const y = frame.top + partY * frame.height;
      const point: [number, number] = [frame.u(x), frame.v(y)];
      return { x: bounds.left + x, y: bounds.top + y, point };
    },
    [across, down] as const,
  );

const state = (figure: Locator) =>
  figure.evaluate((element) => {
    const { normscape } = element as FigureElement;
    const { from } = normscape.store.getState().experiment;
    return {
      from,
      crosshair: normscape.crosshair,
      window: [...(normscape.views[0]?.window ?? [])],
    };
  });

const widthOf = ([left = NaN, right = NaN]: readonly number[]) => right - left;

async function onPhone(browser: Browser, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await act(await context.newPage());
  await context.close();
}

test('a wheel zooms with ctrl only, about the pointer; without, it scrolls and a line says how', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  const figure = await openFigure(page, '?autoplay=0');
  await settle(figure);
  const stage = stageOf(page, 'raw');
  await stage.scrollIntoViewIfNeeded();
  const { window: before } = await state(figure);
  const { x, y } = await placeIn(stage, 0.7, 0.4);
  await page.mouse.move(x, y);
  const scrolled = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 60);
  await expect(figure.locator('[data-lane="raw"] .plot-wheel-hint')).toBeVisible();
  expect((await state(figure)).window).toEqual(before);
  // A scroll that is still under way would carry the plot away from under the pointer.
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolled + 60);
  await page.mouse.wheel(0, -60);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolled);

  const under = await placeIn(stage, 0.7, 0.4);
  await page.mouse.move(under.x, under.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  await expect
    .poll(async () => widthOf((await state(figure)).window))
    .toBeLessThan(0.8 * widthOf(before));
  await settle(figure);
  const { window } = await state(figure);
  const there = await placeIn(stage, 0.7, 0.4);
  for (const axis of [0, 1] as const) {
    expect(Math.abs(there.point[axis] - under.point[axis])).toBeLessThan(0.03 * widthOf(window));
  }
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

test('two fingers zoom the window of a plot, and one leaves it to the page', async ({
  browser,
}) => {
  await onPhone(browser, async (page) => {
    const figure = await openFigure(page, '?autoplay=0');
    await settle(figure);
    const stage = stageOf(page, 'raw');
    await stage.scrollIntoViewIfNeeded();
    const { window: before } = await state(figure);
    const { x, y } = await placeIn(stage, 0.5, 0.5);
    const protocol = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...fingers: number[][]) =>
      protocol.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: fingers.map(([fingerX = 0, fingerY = 0], id) => ({
          x: fingerX,
          y: fingerY,
          id,
        })),
      });

    await touch('touchStart', [x, y]);
    for (const moved of [15, 30, 45, 60]) await touch('touchMove', [x, y - moved]);
    await touch('touchEnd');
    await settle(figure);
    expect((await state(figure)).window).toEqual(before);

    await stage.scrollIntoViewIfNeeded();
    const middle = await placeIn(stage, 0.5, 0.5);
    const pair = (apart: number) => [
      [middle.x - apart, middle.y],
      [middle.x + apart, middle.y],
    ];
    await touch('touchStart', ...pair(30));
    for (const apart of [36, 42, 50, 60]) await touch('touchMove', ...pair(apart));
    await touch('touchEnd');
    await expect
      .poll(async () => widthOf((await state(figure)).window) / widthOf(before))
      .toBeCloseTo(0.5, 1);
    // A pinch is no tap.
    expect((await state(figure)).from).toBeNull();
    await expect(page.locator('.start-here:visible')).toHaveCount(0);
    await expect(page).toHaveURL(/window=/);
  });
});

test('a tap in a contour plot asks before it starts all lanes there', async ({ browser }) => {
  await onPhone(browser, async (page) => {
    const figure = await openFigure(page, '?autoplay=0');
    await settle(figure);
    const stage = stageOf(page, 'standard');
    await stage.scrollIntoViewIfNeeded();
    const { x, y, point } = await placeIn(stage, 0.3, 0.3);
    await page.touchscreen.tap(x, y);
    const button = page.getByRole('button', { name: /start here, all lanes: Standardized/ });
    await expect(button).toBeVisible();
    const { from, crosshair } = await state(figure);
    expect(from).toBeNull();
    for (const axis of [0, 1] as const) {
      expect(crosshair?.[axis]).toBeCloseTo(point[axis], 1);
    }
    await button.tap();
    await expect.poll(async () => (await state(figure)).from).toEqual(crosshair);
    await expect(button).toBeHidden();
  });
});

test('a place under the pointer is shown in every lane, flat and in 3D', async ({ page }) => {
  const figure = await openFigure(page, '?autoplay=0');
  await settle(figure);
  await expect(figure.locator('.scene-canvas')).toBeVisible();
  const views = ['raw', 'standard'].flatMap((lane) =>
    // What is drawn, without the buttons and the legend around it.
    ['surface .scene-picture', 'contour .plot-stage canvas:first-of-type'].map((parts) => {
      const [panel, ...picture] = parts.split(' ');
      const inPanel = `[data-lane="${lane}"] [data-panel="${panel}"]`;
      return {
        name: `${panel} of ${lane}`,
        part: figure.locator(`${inPanel} ${picture.join(' ')}`).first(),
      };
    }),
  );
  const pictures = async () => {
    const shots: string[] = [];
    for (const { part } of views) shots.push((await part.screenshot()).toString('base64'));
    return shots;
  };
  /** Pixels that are another colour: a browser may paint the same twice with another last digit. */
  const changed = (before: string | undefined, after: string) =>
    page.evaluate(
      async (shots) => {
        const [first, second] = await Promise.all(
          shots.map(async (shot) => {
            const image = new Image();
            image.src = `data:image/png;base64,${shot}`;
            await image.decode();
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
            const context = canvas.getContext('2d');
            context?.drawImage(image, 0, 0);
            return context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
          }),
        );
        let count = 0;
        for (let k = 0; k < (first?.length ?? 0); k += 4) {
          const channels = [0, 1, 2].map((c) =>
            Math.abs((first?.[k + c] ?? 0) - (second?.[k + c] ?? 0)),
          );
          if (Math.max(...channels) > 16) count++;
        }
        return count;
      },
      [before ?? '', after],
    );
  await page.mouse.move(2, 2);
  await settle(figure);
  const bare = await pictures();
  const expectShown = async () => {
    await settle(figure);
    const crossed = await pictures();
    for (const [k, picture] of crossed.entries())
      expect(await changed(bare[k], picture), `${views[k]?.name} has a crosshair`).toBeGreaterThan(
        50,
      );
  };

  // From a plot...
  const { x, y, point } = await placeIn(stageOf(page, 'raw'), 0.45, 0.55);
  await page.mouse.move(x, y);
  await expect.poll(async () => (await state(figure)).crosshair?.[0]).toBeCloseTo(point[0], 6);
  await expectShown();
  // ... and from a surface.
  const box = await figure.locator('[data-lane="standard"] .scene-picture').boundingBox();
  if (!box) throw new Error('missing box: surface');
  await page.mouse.move(box.x + 0.52 * box.width, box.y + 0.6 * box.height);
  await expect.poll(async () => (await state(figure)).crosshair?.[0]).not.toBeCloseTo(point[0], 6);
  expect((await state(figure)).crosshair).not.toBeNull();
  await expectShown();
  // It goes with the pointer.
  await page.mouse.move(2, 2);
  await expect.poll(async () => (await state(figure)).crosshair).toBeNull();
  await settle(figure);
  for (const [k, picture] of (await pictures()).entries())
    expect(await changed(bare[k], picture), `${views[k]?.name} keeps no crosshair`).toBe(0);
});

test('a path outside its window is marked at the edge, in words too', async ({ page }) => {
  const query = '?lanes=standard&until=30&speed=100';
  const figure = await openFinished(page, `${query}&window=-9:-5:-2:2`);
  const stage = stageOf(page, 'standard');
  const colour = await stage.evaluate((element) => {
    const probe = document.createElement('i');
    probe.style.color = 'var(--lane-1)';
    element.append(probe);
    const text = getComputedStyle(probe).color;
    probe.remove();
    return text.replaceAll(/[^\d,]/g, '');
  });
  // The head of an arrow, in the lane's colour: nothing else of the path is in sight.
  const marked = (await coloursOf(stage)).get(colour) ?? 0;
  expect(marked).toBeGreaterThan(15);
  expect(marked).toBeLessThan(200);
  const words = figure.locator('[data-lane="standard"] .plot p.plot-hidden');
  await expect(words.filter({ hasText: 'outside the window' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Fit the path' }).click();
  await expect(words.filter({ hasText: ', outside the window' })).toHaveCount(0);
  await settle(figure);
  const { window } = await state(figure);
  const points = await figure.evaluate((element) => {
    const { path } = (element as FigureElement).normscape.views[0] ?? { path: null };
    return path ? [...path.points.subarray(0, 3 * path.count)] : [];
  });
  expect(points.length).toBe(3 * 31);
  const [left = NaN, right = NaN, bottom = NaN, top = NaN] = window;
  for (let k = 0; k < points.length; k += 3) {
    expect((points[k] ?? NaN) >= left && (points[k] ?? NaN) <= right).toBe(true);
    expect((points[k + 1] ?? NaN) >= bottom && (points[k + 1] ?? NaN) <= top).toBe(true);
  }
});

test('keys walk over the surface in 3D, hear its loss, and start all lanes there', async ({
  page,
}) => {
  const figure = await openFigure(page, '?autoplay=0&panels=surface');
  await settle(figure);
  await expect(figure.locator('.scene-canvas')).toBeVisible();
  const lane = figure.locator('[data-lane="raw"]');
  const reading = lane.locator('.scene-reading');
  const pose = () =>
    figure.evaluate((element) => ({ ...(element as FigureElement).normscape.camera }));
  const before = await pose();
  await expect(reading).toBeHidden();
  await lane.locator('.scene-picture').focus();
  await page.keyboard.press('Enter');
  expect((await state(figure)).from).toBeNull();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp'])
    await page.keyboard.press(`Shift+${key}`);
  await expect(reading).toBeVisible();
  const heard = lane.locator('.scene-slot p[aria-live]');
  await expect(heard).toContainText(/weight of .* loss about/);
  expect(await pose()).toEqual(before);
  const { crosshair, from } = await state(figure);
  expect(from).toBeNull();
  const loss = await figure.evaluate(
    (element, [u, v]) => {
      const { lane: raw } = (element as FigureElement).normscape.views[0] ?? {};
      const theta = raw?.theta.slice();
      if (!raw || !theta) return NaN;
      [theta[0], theta[1]] = [u, v];
      return raw.objective.evaluate(theta);
    },
    crosshair ?? ([NaN, NaN] as const),
  );
  // It is written in the next frame.
  await expect
    .poll(async () => {
      const read = Number(/loss ≈ ([\d.]+)/.exec((await reading.textContent()) ?? '')?.[1]);
      return Math.abs(read / loss - 1);
    })
    .toBeLessThan(0.02);
  // The other lane reads its own loss at the same place.
  await expect(figure.locator('[data-lane="standard"] .scene-reading')).toBeVisible();

  await page.keyboard.press('Enter');
  await expect.poll(async () => (await state(figure)).from).not.toBeNull();
  const chosen = (await state(figure)).from;
  for (const axis of [0, 1] as const) {
    expect(chosen?.[axis]).toBeCloseTo(crosshair?.[axis] ?? NaN, 6);
  }
  await page.keyboard.press('Escape');
  await expect(reading).toBeHidden();
  expect((await state(figure)).crosshair).toBeNull();
  // Without shift the arrows still turn it.
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await pose()).azimuth).not.toBe(before.azimuth);
});

for (const [what, query, size, hasTouch] of [
  ['a laptop', '', [1280, 800], false],
  ['a laptop, with fitted axes', '?axes=fit', [1280, 800], false],
  ['a laptop, in three lanes', '?lanes=raw,standard,minmax', [1280, 800], false],
  [
    'a laptop, in three fitted lanes',
    '?net=4&lanes=raw,standard,minmax&axes=fit',
    [1280, 800],
    false,
  ],
  ['a phone', '', [390, 844], true],
  ['a small phone', '', [320, 568], true],
  ['a phone, in one plot for all lanes', '?axes=raw&panels=common', [390, 844], true],
] as const) {
  test(`the buttons of a contour plot cover neither it nor its numbers: ${what}`, async ({
    browser,
  }) => {
    const [width, height] = size;
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch,
      isMobile: hasTouch,
    });
    const page = await context.newPage();
    const figure = await openFinished(page, `${query}${query ? '&' : '?'}until=5`);
    const plots = await figure.locator('.plot-with-tools').evaluateAll((all) =>
      all.map((plot) => {
        const stage = plot.querySelector('.plot-stage') as HTMLElement & {
          plotFrame(): { left: number; top: number; width: number; height: number };
        };
        const at = stage.getBoundingClientRect();
        const area = stage.plotFrame();
        // Below the plot all of it; beside the plot what is to be read there: its title, colours and numbers.
        const parts = ['title', 'strip', 'mark', 'target'].map(
          (part) => `.plot-legend-column .plot-legend-${part}`,
        );
        const legends = ['.plot-legend-row', ...parts].join();
        const legend = [...(plot.parentElement?.querySelectorAll(legends) ?? [])]
          .map((each) => each.getBoundingClientRect())
          .filter((box) => box.width > 0);
        const buttons = [...plot.querySelectorAll('.plot-tools button')].map((button) => {
          const { left, top, right, bottom } = button.getBoundingClientRect();
          return { left, top, right, bottom };
        });
        return {
          buttons,
          // With the numbers of the horizontal axis.
          foot: at.top + area.top + area.height + 18,
          legend: legend.map(({ top, left, right, bottom }) => ({ top, left, right, bottom })),
        };
      }),
    );
    expect(plots.length).toBeGreaterThan(0);
    for (const { buttons, foot, legend } of plots) {
      expect(legend.length).toBeGreaterThan(0);
      expect(buttons).toHaveLength(4);
      for (const { left, top, right, bottom } of buttons) {
        expect(Math.min(right - left, bottom - top)).toBeGreaterThanOrEqual(hasTouch ? 44 : 24);
        expect(top).toBeGreaterThanOrEqual(foot - 0.5);
        for (const other of legend) {
          const isBeside = right <= other.left || left >= other.right;
          expect(isBeside || bottom <= other.top + 0.5 || top >= other.bottom - 0.5).toBe(true);
        }
      }
    }
    await context.close();
  });
}
