// A phone: lanes beside each other, so that one glance compares them, and nothing too small to read.
import { expectAccessible } from './support/accessible.ts';
import { openFigure, openFinished, stepOf, type FigureElement } from './support/figure.ts';
import { expect, test } from './support/test.ts';

interface Stage extends HTMLElement {
  plotFrame(): { readonly left: number; readonly width: number; readonly height: number } | null;
}

test.use({ viewport: { width: 390, height: 844 } });

test('the contour plots of two lanes are on the screen together, with their legends', async ({
  page,
}) => {
  const figure = await openFinished(page, '?until=30&speed=100&panels=contour,loss');
  const boxes = await figure.locator('[data-panel="contour"] .plot-stage').evaluateAll((stages) => {
    stages[0]?.scrollIntoView({ block: 'center' });
    return stages.map((stage) => {
      const { top, bottom, left, right } = stage.getBoundingClientRect();
      const area = (stage as Stage).plotFrame();
      return { top, bottom, left, right, width: area?.width ?? 0, height: area?.height ?? 0 };
    });
  });
  expect(boxes).toHaveLength(2);
  for (const { top, bottom, width, height } of boxes) {
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(844);
    // Of the 185 pixels of a lane the numbers take no more than a third.
    expect(width).toBeGreaterThan(120);
    expect(height).toBeGreaterThan(120);
  }
  expect(boxes[0]?.top).toBe(boxes[1]?.top);
  expect(boxes[0]?.right).toBeLessThan(boxes[1]?.left ?? 0);
  for (const id of ['raw', 'standard']) {
    const legends = page.locator(`[data-lane="${id}"]`).getByRole('img', { name: /^Colours of/ });
    await expect(legends).toHaveCount(1);
    await expect(legends).toBeVisible();
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
});

test('a small surface fills its picture, and no name of a lane or a control is broken', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const figure = await openFinished(page, '?until=5');
  const lineCounts = await figure.locator('.lane-name, .transport label').evaluateAll((names) =>
    names.map((name) => {
      const range = document.createRange();
      range.selectNodeContents(name);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    }),
  );
  expect(lineCounts.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...lineCounts)).toBe(1);
  // From above: the first row of the picture with a colour of the loss.
  const picture = figure.locator('[data-lane="raw"] [data-panel="surface"]');
  await picture.scrollIntoViewIfNeeded();
  const shot = (await picture.screenshot()).toString('base64');
  const empty = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('missing context: 2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    for (let k = 0; k < data.length; k += 4) {
      const [red = 0, , blue = 0] = data.subarray(k, k + 3);
      // Yellow and green are where the surface is highest.
      if (red - blue > 60) return Math.floor(k / 4 / image.width) / image.height;
    }
    return 1;
  }, shot);
  expect(empty).toBeLessThan(0.25);
  await context.close();
});

test('one lane, and lanes with a diagram of their network, have all of the width', async ({
  page,
}) => {
  for (const query of ['?lanes=raw&until=1', '?panels=contour,network&net=3&until=1']) {
    const figure = await openFinished(page, query);
    const lanes = await figure.evaluate(
      (element) => (element as FigureElement).normscape.views.length,
    );
    const widths = await figure
      .locator('[data-lane]')
      .evaluateAll((elements) => elements.map((element) => element.clientWidth));
    expect(widths).toHaveLength(lanes);
    for (const width of widths) expect(width).toBeGreaterThan(320);
  }
});

for (const [width, height] of [
  [390, 844],
  [320, 568],
] as const) {
  test(`the clock stands at the foot of the window, over nothing that the keyboard comes to, on ${width} x ${height}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    const figure = await openFigure(page);
    const play = figure.getByRole('button', { name: 'Pause' });
    const clock = await figure.locator('.transport-run').boundingBox();
    if (!clock) throw new Error('missing clock');
    expect(clock.y + clock.height).toBeCloseTo(height, 0);
    expect(clock.height).toBeLessThan(100);
    await expect(play).toBeInViewport({ ratio: 1 });
    await expect(figure.locator('[data-readout="step"]')).toBeInViewport({ ratio: 1 });
    if (height > 800) {
      for (const lane of ['raw', 'standard']) {
        const surface = figure.locator(`[data-lane="${lane}"] [data-panel="surface"]`);
        const box = await surface.boundingBox();
        if (!box) throw new Error('missing surface');
        expect(box.y + box.height, lane).toBeLessThan(clock.y);
      }
    }
    // Pressed where it stands.
    await play.tap();
    await expect(figure).toHaveAttribute('data-status', 'paused');
    const step = await stepOf(figure);
    await figure.getByRole('button', { name: 'One step', exact: true }).tap();
    await expect.poll(() => stepOf(figure)).toBe(step + 1);
    expect(await page.evaluate(() => scrollY)).toBe(0);

    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((each) => (each.open = true)),
    );
    await page.getByRole('button', { name: /^Copy/ }).focus();
    const covered: string[] = [];
    let count = 0;
    for (let k = 0; k < 120; k++) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const focused = document.activeElement;
        const bar = document.querySelector('.transport-run');
        if (!focused || !bar || focused === document.body) return 'end';
        if (bar.contains(focused)) return '';
        const box = focused.getBoundingClientRect();
        const top = bar.getBoundingClientRect().top;
        const isSeen = box.top < top - 8 && box.bottom > 8;
        return isSeen
          ? ''
          : `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 40)}`;
      });
      if (found === 'end') break;
      count++;
      if (found !== '') covered.push(found);
    }
    expect(covered).toEqual([]);
    expect(count).toBeGreaterThan(50);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await context.close();
  });
}

for (const width of [390, 1280]) {
  test(`panels of lanes stand at one height, whatever stands above them, ${width} pixels wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await openFinished(page, '?net=4&lanes=raw,standard%2Bbn-after~lr:0.3&until=1');
    const tops = () =>
      page
        .locator('[data-panel="contour"]')
        .evaluateAll((panels) => panels.map((panel) => panel.getBoundingClientRect().top));
    const [first, second = NaN] = await tops();
    expect(first).toBeCloseTo(second, 1);
    // A line less above the second lane is a line less above both.
    await page.getByRole('button', { name: /^Drop learning rate 0.3/ }).click();
    await expect.poll(async () => (await tops())[1]).toBeLessThan(second);
    const [left, right = NaN] = await tops();
    expect(left).toBeCloseTo(right, 1);
  });
}

test('what removes a lane stands at its own name', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  for (const [lanes, least] of [
    ['raw,standard', 50],
    // A name of two lines takes all the room there is.
    ['standard%2Bbn,raw', 20],
  ] as const) {
    await openFinished(page, `?net=4&lanes=${lanes}&until=1`);
    const [toName = NaN, toNext] = await page.locator('.lane-title').evaluateAll(([head, next]) => {
      const name = document.createRange();
      const cross = head?.querySelector('.icon')?.getBoundingClientRect();
      const mark = next?.querySelector('.lane-mark')?.getBoundingClientRect();
      const words = head?.querySelector('.lane-name');
      if (!cross || !mark || !words) throw new Error('missing head');
      name.selectNodeContents(words);
      return [cross.left - name.getBoundingClientRect().right, mark.left - cross.right];
    });
    expect(toName).toBeLessThan(30);
    expect(toNext).toBeGreaterThan(least);
  }
  await context.close();
});

test('after the pictures come their marks, how they are drawn and the losses, and what cannot be chosen says why in a line', async ({
  page,
}) => {
  const figure = await openFinished(page, '?until=5');
  const top = async (selector: string) => (await figure.locator(selector).first().boundingBox())?.y;
  const parts = ['.lanes', '.mark-key', 'View', '[data-panel="loss"]', 'Data', 'Network'];
  const tops = await Promise.all(
    parts.map((part) => top(/^\w+$/.test(part) ? `[data-section="${part}"]` : part)),
  );
  expect(tops).toEqual(tops.toSorted((a = NaN, b = NaN) => a - b));
  expect(new Set(tops).size).toBe(parts.length);
  // Whoever chooses another slice sees it drawn.
  await figure.getByText('Slice, plots, colours, marks').click();
  const menu = await figure.getByRole('combobox', { name: 'Slice' }).boundingBox();
  const plot = await figure.locator('[data-panel="contour"]').first().boundingBox();
  const clock = await figure.locator('.transport-run').boundingBox();
  if (!menu || !plot || !clock) throw new Error('missing box');
  expect(menu.y + menu.height - plot.y).toBeLessThan(844 - clock.height);
  const reasons = figure.locator('[data-lane] .control-reason');
  await expect(reasons).toHaveText(['needs a hidden layer', 'needs a hidden layer']);
  for (const reason of await reasons.all()) {
    const [isCut, lines] = await reason.evaluate((each) => {
      const text = document.createRange();
      text.selectNodeContents(each);
      return [each.scrollWidth > each.clientWidth, text.getClientRects().length];
    });
    expect(isCut).toBe(false);
    expect(lines).toBe(1);
  }
});

for (const width of [390, 320]) {
  test(`nothing moves when the run has begun, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.addInitScript(() => {
      const seen = new Set<number>();
      Object.assign(globalThis, { seen });
      const look = () => {
        const lanes = document.querySelector('.figure .lanes');
        if (lanes) seen.add(lanes.getBoundingClientRect().top);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await openFinished(page, '?until=60&speed=60');
    const tops = await page.evaluate(() => [
      ...(globalThis as unknown as { seen: Set<number> }).seen,
    ]);
    expect(tops).toHaveLength(1);
  });
}

test('every button that turns a surface can be pressed by a finger, in either lane', async ({
  browser,
}) => {
  for (const [width, height] of [
    [390, 844],
    [320, 568],
  ] as const) {
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    const figure = await openFinished(page, '?until=3');
    for (const lane of ['raw', 'standard']) {
      const slot = figure.locator(`[data-lane="${lane}"] .scene-slot`);
      await slot.locator('.scene-picture').scrollIntoViewIfNeeded();
      await slot.locator('.scene-picture').tap();
      const buttons = slot.locator('.scene-buttons button');
      await expect(buttons).toHaveCount(7);
      for (const button of await buttons.all()) {
        const box = await button.boundingBox();
        if (!box) throw new Error('missing button');
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.height).toBeGreaterThanOrEqual(44);
        // A seventh of the width, where seven have no more room.
        expect(box.width).toBeGreaterThanOrEqual(width > 340 ? 44 : 41);
        // Nothing lies over it.
        await button.tap({ trial: true, timeout: 10_000 });
      }
      const azimuth = () =>
        figure.evaluate((element) => (element as FigureElement).normscape.camera.azimuth);
      const before = await azimuth();
      await slot.getByRole('button', { name: 'Turn left' }).tap();
      await expect.poll(azimuth).not.toBe(before);
    }
    await context.close();
  }
});

test('the numbers of a step fit, and say what to do when the run has ended', async ({ page }) => {
  const figure = await openFinished(page, '?panels=step&until=60&speed=100');
  const hint = figure.locator('[data-step-hint]');
  await expect(hint).toContainText('The run has ended');
  for (const table of await figure.locator('.step-scroll').all()) {
    const hidden = await table.evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(hidden).toBe(0);
  }
  await figure.getByRole('button', { name: 'One step back' }).click();
  await expect(hint).toContainText('The step at which the figure stands');
  await expect(hint).not.toContainText('ended');
});
