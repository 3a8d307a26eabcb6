// A printed page: on light paper whatever the theme, without controls, and painted before the printer looks.
import { openFigure, settle } from './support/figure.ts';
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
  const figure = await openFigure(page, '?autoplay=0');
  await settle(figure);
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.transport', '.side-panel', '.lab-tools', '.figure-clock']) {
    await expect(page.locator(part).first(), part).toBeHidden();
  }
  for (const part of ['.lane', '.readouts', '.caption', '[data-panel="contour"] canvas']) {
    await expect(page.locator(part).first(), part).toBeVisible();
  }
});
