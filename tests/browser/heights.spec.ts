// The height modes and the scale for all lanes, in the plots, on the mesh and in the legend.
import {
  drawnSurfaces,
  openFigure,
  openFinished,
  settle,
  type FigureElement,
} from './support/figure.ts';
import { expect, test } from './support/test.ts';
import type { Locator } from '@playwright/test';

const scales = (figure: Locator) =>
  figure.evaluate((element) =>
    (element as FigureElement).normscape.views.map(({ scale, surface }) => ({
      mode: scale?.mode ?? '',
      min: scale?.min ?? NaN,
      max: scale?.max ?? NaN,
      clip: scale?.clip ?? null,
      greatest: surface?.max ?? NaN,
    })),
  );

test('log and clipped heights are chosen by keyboard, and the run stays where it is', async ({
  page,
}) => {
  const figure = await openFinished(page, '?steps=5&axes=fit&until=5&speed=100');
  const linear = await scales(figure);
  // Small changes keep the scale.
  for (const { max, greatest } of linear) expect(Math.abs(max / greatest - 1)).toBeLessThan(0.03);
  await page.getByRole('radio', { name: 'linear' }).focus();
  await page.keyboard.press('ArrowRight');
  await settle(figure);
  expect((await scales(figure)).map(({ mode }) => mode)).toEqual(['log', 'log']);
  await expect(page).toHaveURL(/height=log/);
  await page.keyboard.press('ArrowRight');
  await settle(figure);
  await expect(page).toHaveURL(/height=clip/);
  const clipped = await scales(figure);
  for (const { mode, max, clip, greatest } of clipped) {
    expect(mode).toBe('clip');
    expect(clip).toBe(max);
    expect(max).toBeLessThan(greatest);
  }
  await expect(figure).toHaveAttribute('data-step', '5');
  // The mesh has the losses themselves; the shader cuts them.
  const drawn = await drawnSurfaces(figure);
  drawn.forEach(({ heights }, k) =>
    expect(Math.max(...heights)).toBeGreaterThan(clipped[k]?.max ?? NaN),
  );
});

test('what is cut off is said under the plot, in the legend and by hatching', async ({ page }) => {
  const figure = await openFigure(page, '?axes=fit&autoplay=0&height=clip');
  await settle(figure);
  const legend = figure.locator('[data-lane="standard"] .plot-legend-column');
  await expect(legend).toHaveAttribute('aria-label', /what is above is cut off, and hatched/);
  await expect(legend.getByText('cut', { exact: true })).toBeVisible();
  await expect(figure.locator('[data-lane="standard"] .lane-note')).toContainText(/Hatched: above/);
  // Stripes: in a corner of the plot, which is cut off, dark pixels lie among those of the brightest band.
  for (const moving of [false, true]) {
    if (moving) await page.getByRole('button', { name: 'Play' }).click();
    await expect
      .poll(() =>
        figure
          .locator('[data-lane="standard"] .plot-stage canvas')
          .first()
          .evaluate((canvas) => {
            const shown = canvas as HTMLCanvasElement;
            const copy = new OffscreenCanvas(shown.width, shown.height).getContext('2d', {
              willReadFrequently: true,
            });
            copy?.drawImage(shown, 0, 0);
            const { data } = copy?.getImageData(Math.round(0.8 * shown.width), 12, 40, 30) ?? {
              data: [],
            };
            let [bright, dark] = [0, 0];
            for (let k = 0; k < data.length; k += 4) {
              if ((data[k] ?? 0) > 200 && (data[k + 2] ?? 0) < 120) bright++;
              else if ((data[k] ?? 0) < 180 && (data[k + 2] ?? 0) < 120) dark++;
            }
            return bright > 100 && dark > 20;
          }),
      )
      .toBe(true);
  }
});

test('one scale for all lanes makes a colour the same loss everywhere', async ({ page }) => {
  const figure = await openFigure(page, '?autoplay=0');
  await settle(figure);
  const own = await scales(figure);
  expect(own[0]?.max).not.toBeCloseTo(own[1]?.max ?? NaN, 1);
  await page.getByText('Slice, plots, colours, marks').click();
  await page.getByRole('radio', { name: 'one for all' }).check();
  await settle(figure);
  const shared = await scales(figure);
  expect(shared[0]).toMatchObject({ min: shared[1]?.min, max: shared[1]?.max });
  expect(shared[0]?.max).toBe(Math.max(...own.map(({ max }) => max)));
  await expect(page).toHaveURL(/scale=shared\b/);
  const legends = await figure.locator('.plot-legend-scale').allTextContents();
  expect(new Set(legends.map((text) => text.replace('target', ''))).size).toBe(1);
});
