// Slices by menu, every kind of axes, and windows that each slice remembers; see slice-planes.spec.ts for each slice.
import type { Locator } from '@playwright/test';
import { openFigure, openFinished, settle, type FigureElement } from './support/figure.ts';
import { expect, test } from './support/test.ts';

const base = 'data=two-scales-curved&count=60&net=4&lr=0.3&lanes=raw,standard&until=12&speed=100';

/** Each lane's window, and whether the latest step is in it. */
const pictures = (figure: Locator) =>
  figure.evaluate((element) =>
    (element as FigureElement).normscape.views.map(({ path, window }) => {
      const at = 3 * (path.count - 1);
      const [u, v] = [path.points[at] ?? NaN, path.points[at + 1] ?? NaN];
      const [left, right, bottom, top] = window;
      return {
        inside: u >= left && u <= right && v >= bottom && v <= top,
        window: [...window],
      };
    }),
  );

test('a slice is chosen by menu, without a pointer, and the run goes on', async ({ page }) => {
  const figure = await openFinished(page, `?${base}`);
  await page.getByText('Slice, plots, colours, marks').focus();
  await page.keyboard.press('Enter');
  const menu = page.getByLabel('Slice', { exact: true });
  await menu.focus();
  await menu.selectOption('hessian');
  await settle(figure);
  await expect(page).toHaveURL(/slice=hessian/);
  await expect(figure).toHaveAttribute('data-step', '12');
});

test('equal units: one window for all lanes, and a unit is as long on both axes', async ({
  page,
}) => {
  const figure = await openFinished(page, `?${base}&axes=equal`);
  const [raw, standard] = await pictures(figure);
  expect(raw?.window).toEqual(standard?.window);
  const lengths = await figure.locator('[data-panel="contour"] .plot-stage').evaluateAll((stages) =>
    stages.map((stage) => {
      const frame = (
        stage as unknown as { plotFrame(): { x(u: number): number; y(v: number): number } }
      ).plotFrame();
      return [frame.x(1) - frame.x(0), frame.y(0) - frame.y(1)];
    }),
  );
  for (const [across = NaN, up = NaN] of lengths) expect(across / up).toBeCloseTo(1, 6);
});

test('fitted: each lane has the window that its own path and valley need', async ({ page }) => {
  const figure = await openFinished(page, '?until=12&speed=100&axes=fit');
  const [raw, standard] = await pictures(figure);
  expect(raw?.window).not.toEqual(standard?.window);
  expect([raw?.inside, standard?.inside]).toEqual([true, true]);
});

test('units of the raw inputs: all lanes stand on one landscape', async ({ page }) => {
  const figure = await openFinished(page, '?until=12&speed=100&axes=raw');
  const views = await figure.evaluate((element) =>
    (element as FigureElement).normscape.views.map(({ lane, drawn, surface, window }) => ({
      loss: lane.loss,
      folded: drawn.objective.evaluate(drawn.place(lane.theta)),
      isOwn: drawn.isOwn,
      window: [...window],
      heights: [...(surface?.heights ?? [])],
    })),
  );
  for (const { loss, folded, isOwn } of views) {
    expect(isOwn).toBe(false);
    expect(folded / loss).toBeCloseTo(1, 9);
  }
  expect(views[0]?.window).toEqual(views[1]?.window);
  await expect(figure.locator('[data-lane="standard"] .lane-note')).toContainText(
    'In units of the raw inputs: input scaling folded into the weights',
  );
});

test('the window follows wheel with ctrl, drag and keys, and each slice remembers its own', async ({
  page,
}) => {
  const figure = await openFigure(page, '?autoplay=0&data=two-scales-curved&net=4&count=60');
  await settle(figure);
  const windowNow = async () => (await pictures(figure))[0]?.window ?? [];
  const first = await windowNow();
  const stage = figure.locator('[data-lane="raw"] .plot-stage');
  const box = await stage.boundingBox();
  if (!box) throw new Error('missing box: plot');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];

  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect.poll(async () => width(await windowNow())).toBeLessThan(width(first));
  const zoomed = await windowNow();

  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await windowNow())[0]).toBeLessThan(zoomed[0] ?? NaN);
  // A drag is no click.
  const from = await figure.evaluate(
    (element) => (element as FigureElement).normscape.store.getState().experiment.from,
  );
  expect(from).toBeNull();
  const moved = await windowNow();
  await expect(page).toHaveURL(/window=/);

  await page.getByText('Slice, plots, colours, marks').click();
  const menu = page.getByLabel('Slice', { exact: true });
  await menu.selectOption('random');
  await settle(figure);
  expect(await windowNow()).not.toEqual(moved);
  await menu.selectOption('weights');
  await settle(figure);
  expect(await windowNow()).toEqual(moved);

  await stage.focus();
  await page.keyboard.press('0');
  await expect.poll(windowNow).toEqual(first);
  await page.keyboard.press('+');
  await expect.poll(async () => width(await windowNow())).toBeLessThan(width(first));
});

const width = ([left = NaN, right = NaN]: readonly number[]) => right - left;

test('a path out of a chosen window can be fitted again, by a key', async ({ page }) => {
  const figure = await openFinished(page, '?lanes=standard&until=30&speed=100');
  await settle(figure);
  const [before] = await pictures(figure);
  const stage = figure.locator('[data-lane="standard"] .plot-stage');
  // Far to the left of the path.
  await figure.evaluate((element) => {
    const { normscape } = element as FigureElement;
    normscape.setWindow([-9, -5, -2, 2], 0);
  });
  await settle(figure);
  expect((await pictures(figure))[0]?.inside).toBe(false);
  await stage.focus();
  await page.keyboard.press('f');
  await expect.poll(async () => (await pictures(figure))[0]?.inside).toBe(true);
  expect(before?.inside).toBe(true);
});

test('axes that stay while only bands move are those that would be drawn anew', async ({
  page,
}) => {
  const figure = await openFinished(page, '?axes=fit&until=5&speed=60&theme=light');
  await settle(figure);
  // Another window has other numbers at its axes.
  await figure.locator('.plot-tools').first().getByRole('button', { name: 'Zoom in' }).click();
  await settle(figure);
  const drawn = () =>
    figure
      .locator('[data-panel="contour"] canvas:first-child')
      .evaluateAll((canvases) => canvases.map((each) => (each as HTMLCanvasElement).toDataURL()));
  const before = await drawn();
  expect(before).toHaveLength(2);
  const toggle = page.getByRole('button', { name: /^Theme/ });
  await toggle.click();
  await expect.poll(drawn).not.toEqual(before);
  await toggle.click();
  // Other colours have all of it drawn anew.
  await expect.poll(drawn).toEqual(before);
});
