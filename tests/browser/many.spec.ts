// Twenty figures on one page: only those that are seen train, none loses its graphics, and the page scrolls over them.
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const figures = 20;
const most = 3;
const query = 'panels=surface,contour&autoplay=1&poster=0';

const pageOf = (figure: (k: number) => string) =>
  `<!doctype html><html lang="en"><head><title>Many</title>
   <script src="../norm-scape.js"></script><script src="../examples/frame-height.js"></script></head>
   <body style="width:760px;margin:0 auto"><h1>Many</h1>
   ${Array.from({ length: figures }, (_, k) => `${figure(k)}<p>Text between two figures.</p>`).join('')}
   </body></html>`;

async function open(page: Page, figure: (k: number) => string): Promise<void> {
  await page.route('**/pages/many.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: pageOf(figure) }),
  );
  await page.goto('./pages/many.html');
}

/** The steps of every figure that there is, wherever it stands. */
async function steps(page: Page): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const [k, frame] of page.frames().entries()) {
    const here = await frame
      .locator('[data-figure]')
      .evaluateAll((all) => all.map((figure) => Number(figure.getAttribute('data-step'))))
      .catch(() => []);
    here.forEach((step, n) => found.set(`${k} ${n}`, step));
  }
  return found;
}

async function running(page: Page): Promise<number> {
  const before = await steps(page);
  await page.waitForTimeout(1200);
  const after = await steps(page);
  return [...before].filter(([id, step]) => (after.get(id) ?? step) > step).length;
}

async function expectToScroll(page: Page): Promise<void> {
  await page.mouse.move(640, 400);
  let seen = 0;
  for (let stop = 0; stop < 5; stop++) {
    const before = await page.evaluate(() => scrollY);
    // Over a surface, a contour plot or a frame: a wheel without Ctrl always moves the page.
    await page.mouse.wheel(0, 900);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
    await expect.poll(() => running(page)).toBeGreaterThan(0);
    const now = await running(page);
    expect(now).toBeLessThanOrEqual(most);
    seen = Math.max(seen, now);
  }
  expect(seen).toBeGreaterThan(0);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect.poll(() => running(page)).toBeGreaterThan(0);
  expect(await running(page)).toBeLessThanOrEqual(most);
}

const canvases = async (page: Page) => {
  const counts = await Promise.all(
    page.frames().map((frame) =>
      frame
        .locator('.scene-canvas')
        .count()
        .catch(() => 0),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};

// A lost context, or one too many, is a line on the console, on which every test fails.
test('twenty elements', async ({ page }) => {
  test.slow();
  const attributes = query.replaceAll('&', '" ').replaceAll('=', '="');
  await open(page, (k) => `<norm-scape seed="${k + 1}" ${attributes}"></norm-scape>`);
  await expectToScroll(page);
  expect(await canvases(page)).toBeLessThanOrEqual(2 * most);
});

test('twenty frames', async ({ page }) => {
  test.slow();
  await open(
    page,
    (k) =>
      `<iframe title="${k}" src="../embed.html?seed=${k + 1}&amp;${query.replaceAll('&', '&amp;')}"
        width="100%" height="640" loading="lazy" style="border:0"></iframe>`,
  );
  await expectToScroll(page);
});
