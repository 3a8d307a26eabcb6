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

test('far off the map a run is told with its loss, and what is read off the map with its step', async ({
  page,
}) => {
  const figure = await openFinished(page, '?lr=3&until=12&speed=100');
  const lane = figure.locator('[data-lane="standard"]');
  await expect(lane.locator('.scene-labels [data-kind="note"]')).toHaveText(
    /^now: loss \d(\.\d)?×10[⁰-⁹¹²³]+, above ↑$/,
  );
  const note = await lane.locator('.lane-note').textContent();
  const step = /map, which stays at step (\d+) with that step’s losses\./.exec(note ?? '')?.[1];
  await lane.locator('.plot-stage').hover();
  await expect(lane.locator('.scene-reading')).toHaveText(new RegExp(` at step ${step}$`));
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
