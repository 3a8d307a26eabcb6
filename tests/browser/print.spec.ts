// A printed page: on light paper whatever the theme, without controls, and painted before the printer looks.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { coloursOf, openFigure, openFinished, settle } from './support/figure.ts';
import { expect, test } from './support/test.ts';

test('a dark page is printed light, at once, and is dark again afterwards', async ({ page }) => {
  const figure = await openFigure(page, '?theme=dark&autoplay=0');
  await settle(figure);
  const seen = await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-panel="contour"] canvas');
    const state = () => [document.documentElement.dataset['theme'], canvas?.toDataURL()] as const;
    const [before, dark] = state();
    dispatchEvent(new Event('beforeprint'));
    // In the same turn: a printer waits for no frame.
    const [printed, light] = state();
    dispatchEvent(new Event('afterprint'));
    return { themes: [before, printed, state()[0]], repainted: dark !== light };
  });
  expect(seen).toEqual({ themes: ['dark', 'light', 'dark'], repainted: true });
});

test('controls are left out of print, and lanes, readouts and caption are in it', async ({
  page,
}) => {
  const figure = await openFigure(page, '?autoplay=0&lr=1.2');
  await settle(figure);
  await expect(figure.getByRole('button', { name: /^use / }).first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.transport', '.side-panel', '.lab-tools', '.figure-clock', '.safer-rate']) {
    await expect(page.locator(part).first(), part).toBeHidden();
  }
  for (const part of ['.lane', '.readouts', '.caption', '[data-panel="contour"] canvas']) {
    await expect(page.locator(part).first(), part).toBeVisible();
  }
});

/** A4 between margins of a centimetre, in CSS pixels. */
const sheet = { width: 718, height: 1046 };

const hasRasterizer = spawnSync('pdftoppm', ['-v']).status === 0;

/** The sheet as a printer gets it, in pixels, where there is a program to make them. */
async function showPrinted(page: Page, pdf: Buffer, folder: string): Promise<Locator> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/sheet.pdf`, pdf);
  const options = ['-r', '96', '-png', '-singlefile', 'sheet.pdf', 'sheet'];
  execFileSync('pdftoppm', options, { cwd: folder });
  const picture = readFileSync(`${folder}/sheet.png`).toString('base64');
  await page.setViewportSize(sheet);
  await page.setContent(
    `<body style="margin: 0"><img src="data:image/png;base64,${picture}" alt="" />`,
  );
  return page.locator('img');
}

for (const theme of ['light', 'dark']) {
  test(`the whole of a ${theme} figure is on one sheet, with every picture and number`, async ({
    page,
    context,
  }) => {
    const figure = await openFinished(page, `?theme=${theme}&until=40&speed=1000`);
    await settle(figure);
    const pdf = await page.pdf({
      width: `${sheet.width}px`,
      height: `${sheet.height}px`,
      printBackground: false,
    });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(sheet);
    const size = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.body.scrollHeight,
    ]);
    expect(size[0]).toBeLessThanOrEqual(sheet.width);
    expect(size[1]).toBeLessThanOrEqual(sheet.height);
    const boxes: { x: number; y: number; width: number; height: number }[] = [];
    for (const kind of ['surface', 'contour', 'loss']) {
      const panels = await page.locator(`[data-panel="${kind}"]`).all();
      expect(panels).toHaveLength(kind === 'loss' ? 1 : 2);
      const found = await Promise.all(panels.map((panel) => panel.boundingBox()));
      const [first, second = first] = found;
      // Beside each other.
      expect(second?.y).toBe(first?.y);
      for (const [k, box] of found.entries()) {
        if (!box || !panels[k]) throw new Error(`missing box: ${kind}`);
        boxes.push(box);
        expect((await coloursOf(panels[k])).size, kind).toBeGreaterThan(50);
      }
    }
    const loss = page.locator('[data-lane="raw"] [data-readout="loss"]');
    await expect(loss).toBeVisible();
    expect(Number(await loss.textContent())).toBeCloseTo(0.174, 3);

    if (!hasRasterizer) return;
    const { outputDir } = test.info();
    const paper = await showPrinted(await context.newPage(), pdf, outputDir);
    for (const { x, y, width, height } of boxes) {
      const clip = { x, y, width, height };
      expect((await coloursOf(paper, clip)).size).toBeGreaterThan(50);
    }
  });
}
