// Divergence as a lesson: the run stops before its numbers do, says why, and can be repaired by a button.
import { expect, test } from './support/test.ts';
import { openFigure, openFinished, readout } from './support/figure.ts';

for (const kind of ['scale', 'rate'] as const) {
  test(`a lane that has diverged is repaired by its button: ${kind}`, async ({ page }) => {
    const figure = await openFigure(page, '?x1=0:100&count=40&lanes=raw&panels=contour,loss');
    const lane = figure.locator('[data-lane]').first();
    await expect(lane).toHaveAttribute('data-status', 'diverged');
    const lesson = lane.locator('[data-divergence]');
    await expect(lesson).toContainText(
      /its learning rate (was above|passed) the largest safe rate (from the start|at step)/,
    );
    await expect(page.locator('body')).not.toContainText(/NaN|Infinity/);
    const button = lesson.locator(`[data-repair="${kind}"]`);
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(lesson).toBeHidden();
    // The attributes are the last frame's: the new run's are there when its status is.
    await expect(lane).not.toHaveAttribute('data-status', 'diverged');
    await expect
      .poll(async () => Number(await figure.getAttribute('data-step')))
      .toBeGreaterThan(20);
    await expect(lane).not.toHaveAttribute('data-status', 'diverged');
    const id = await lane.getAttribute('data-lane');
    await expect.poll(() => readout(page, id ?? '', 'loss')).toBeLessThan(1);
  });
}

test('why a run stopped is read above the clock, and how its repair was tried beside the rate and on the button', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const figure = await openFinished(page, '?lr=3&until=400&speed=1000');
  const lane = figure.locator('[data-lane="raw"]');
  const trial = /With rate 0\.7 the loss fell without jumps in a trial of [\d,]+ steps\./;
  await expect(lane.locator('[data-repair="rate"]')).toHaveAttribute('title', trial);
  await expect(lane.locator('[data-more="safe-rate"]')).toContainText(trial);
  const lesson = lane.locator('[data-divergence]');
  await expect(lesson.locator('p')).toHaveText(
    'Stopped at step 187: its learning rate was above the largest safe rate from the start, so each step overshot further.',
  );
  const [words, clock] = await Promise.all(
    [lesson, figure.locator('.figure-clock')].map((part) => part.boundingBox()),
  );
  expect((words?.y ?? Infinity) + (words?.height ?? 0)).toBeLessThanOrEqual(clock?.y ?? 0);
});

test('a rate too large from the start is said to be, whenever the curvature was first measured', async ({
  page,
}) => {
  const figure = await openFigure(
    page,
    '?data=two-scales-curved&net=4-4&lr=2&lanes=raw&slice=random&until=200&autoplay=1&speed=200',
  );
  const lane = figure.locator('[data-lane="raw"]');
  await expect(lane).toHaveAttribute('data-status', 'diverged');
  await expect(lane.locator('[data-divergence]')).toContainText(
    /: its learning rate was above the largest safe rate from the start, so each step/,
  );
  await expect(lane.locator('.plot-legend-mark').first()).toHaveText(/^(0|\d+(\.\d+)?)$/);
  await expect(lane.locator('.plot-legend-mark').nth(4)).toHaveText(/^\d/);
});

test('far off the map a run is told with its loss, and what is read off the map with its step', async ({
  page,
}) => {
  const figure = await openFinished(page, '?lr=3&until=12&speed=100');
  const lane = figure.locator('[data-lane="standard"]');
  await expect(lane.locator('.scene-labels [data-kind="note"]')).toHaveText(
    /^now: loss \d(\.\d)?×10[⁰-⁹¹²³]+, above ↑$/,
  );
  const note = await lane.locator('.lane-note').textContent();
  const step = /map, which keeps step (\d+)’s losses\./.exec(note ?? '')?.[1];
  await lane.locator('.plot-stage').hover();
  await expect(lane.locator('.scene-reading')).toHaveText(new RegExp(` at step ${step}$`));
});

test('a path that crosses the map often keeps the colour of its lane', async ({ page }) => {
  const figure = await openFinished(page, '?lr=1&until=60&speed=200&panels=contour');
  const coloured = await figure
    .locator('[data-lane="raw"] .plot-stage canvas')
    .last()
    .evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const copy = new OffscreenCanvas(width, height).getContext('2d');
      copy?.drawImage(canvas as HTMLCanvasElement, 0, 0);
      const data = copy?.getImageData(0, 0, width, height).data ?? [];
      const columns = new Set<number>();
      for (let k = 0; k < data.length; k += 4) {
        const [red = 0, , blue = 0, alpha = 0] = data.slice(k, k + 4);
        if (alpha > 80 && red > blue + 60) columns.add((k / 4) % width);
      }
      return columns.size / width;
    });
  // All of the plot's width, which is most of the canvas's.
  expect(coloured).toBeGreaterThan(0.5);
});

test('the step inspector shows the numbers of any step, and they add up', async ({ page }) => {
  const figure = await openFigure(page, '?panels=contour,loss,step&until=6&autoplay=1');
  await expect(figure).toHaveAttribute('data-status', 'done');
  const panel = page.locator('[data-panel="step"]');
  await expect(panel).toContainText('gradient');
  const before = await panel.innerText();
  await page.getByRole('button', { name: /one step back|back one step|previous step/i }).click();
  await expect(figure).toHaveAttribute('data-step', '5');
  await expect.poll(() => panel.innerText()).not.toBe(before);
});
