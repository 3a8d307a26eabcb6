// Everything that a reader can do to a figure, by pointer and by keyboard.
import type { Page } from '@playwright/test';
import {
  openFigure,
  openFinished,
  readout,
  settle,
  stepOf,
  type FigureElement,
} from './support/figure.ts';
import { expect, test } from './support/test.ts';

const camera = (page: Page) =>
  page
    .locator('[data-figure]')
    .evaluate((element) => ({ ...(element as FigureElement).normscape.camera }));

const start = (page: Page) =>
  page
    .locator('[data-figure]')
    .evaluate((element) =>
      (element as FigureElement).normscape.views.map(({ lane }) => [...lane.start.subarray(0, 2)]),
    );

test('play, pause, step and reset', async ({ page }) => {
  const figure = await openFigure(page, '?autoplay=0');
  await expect(figure).toHaveAttribute('data-status', 'idle');
  await page.getByRole('button', { name: 'One step', exact: true }).click();
  await page.getByRole('button', { name: 'One step', exact: true }).click();
  await expect(figure).toHaveAttribute('data-step', '2');
  const second = await readout(page, 'raw', 'loss');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => stepOf(figure)).toBeGreaterThan(8);
  await page.getByRole('button', { name: 'Pause' }).click();
  const paused = await stepOf(figure);
  await settle(figure);
  expect(await stepOf(figure)).toBe(paused);
  await page.getByRole('button', { name: 'Back to step 0' }).click();
  await expect(figure).toHaveAttribute('data-step', '0');
  await page.getByRole('button', { name: 'One step', exact: true }).click();
  await page.getByRole('button', { name: 'One step', exact: true }).click();
  await expect.poll(() => readout(page, 'raw', 'loss')).toBe(second);
});

test('the run can be scrubbed, back by one step and to any other', async ({ page }) => {
  const figure = await openFinished(page, '?until=25&speed=200');
  const last = await readout(page, 'raw', 'loss');
  await page.getByRole('button', { name: 'One step back' }).click();
  await expect(figure).toHaveAttribute('data-step', '24');
  await expect.poll(() => readout(page, 'raw', 'loss')).toBeGreaterThan(last);
  const scrubber = page.getByRole('slider', { name: 'Step of the run' });
  await scrubber.focus();
  await page.keyboard.press('Home');
  await expect(figure).toHaveAttribute('data-step', '0');
  await page.keyboard.press('End');
  await expect(figure).toHaveAttribute('data-step', '25');
  await expect.poll(() => readout(page, 'raw', 'loss')).toBe(last);
});

test('a click in a contour plot starts every lane there', async ({ page }) => {
  const figure = await openFinished(page, '?until=5');
  const before = await start(page);
  await figure.locator('[data-lane="raw"] .plot-stage').click({ position: { x: 150, y: 80 } });
  await expect(figure).toHaveAttribute('data-step', /\d/);
  await expect.poll(() => start(page)).not.toEqual(before);
  const [raw, standard] = await start(page);
  expect(raw).toEqual(standard);
  await expect(page).toHaveURL(/from=/);
});

test('the plots are few keys away, and buttons of a kind are one stop', async ({ page }) => {
  await openFigure(page, '?autoplay=0');
  const press = (key: string) => page.keyboard.press(key);
  const named = (name: string) => page.getByRole('button', { name, exact: true }).first();
  await press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the plots' })).toBeFocused();
  await press('Enter');
  await expect(page.locator('[data-lane="raw"] .scene-picture')).toBeFocused();
  expect(new URL(page.url()).hash).toBe('');

  await press('Tab');
  await expect(named('Turn left')).toBeFocused();
  await press('ArrowRight');
  await expect(named('Turn right')).toBeFocused();
  await press('End');
  await expect(named('Reset view')).toBeFocused();
  await press('Tab');
  await expect(page.locator('[data-lane="raw"] .plot-stage')).toBeFocused();
  // Back to the button where it was left.
  await press('Shift+Tab');
  await expect(named('Reset view')).toBeFocused();

  // A button that has nothing more to do hands the focus to its neighbour.
  await press('Tab');
  await press('Tab');
  await press('Enter');
  await press('ArrowLeft');
  await expect(named('Reset the window')).toBeFocused();
  await press('Enter');
  await expect(named('Reset the window')).toBeDisabled();
  await expect(page.locator('[data-lane="raw"] .plot-tools button').first()).toBeFocused();
});

test('the keyboard alone can do all of it', async ({ page }) => {
  const figure = await openFigure(page, '?autoplay=0');
  const tabTo = async (name: RegExp) => {
    for (let k = 0; k < 80; k++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const label = element?.id ? document.querySelector(`label[for="${element.id}"]`) : null;
        return [element?.getAttribute('aria-label'), label?.textContent, element?.textContent].join(
          ' ',
        );
      });
      if (name.test(focused)) return;
    }
    throw new Error(`nothing to tab to: ${name}`);
  };

  // A lane's scaling, by the letter of its option.
  await tabTo(/Inputs/);
  // The word explains itself; its menu is next.
  await page.keyboard.press('Tab');
  await page.keyboard.press('m');
  await expect(page.locator('[data-lane="minmax"]')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.locator('[data-lane="raw"]')).toBeVisible();

  // The surface turns by arrows.
  await tabTo(/surface/i);
  const pose = await camera(page);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await camera(page)).azimuth).not.toBe(pose.azimuth);
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await camera(page)).elevation).not.toBe(pose.elevation);
  await page.keyboard.press('+');
  await expect.poll(async () => (await camera(page)).distance).toBeLessThan(pose.distance);

  // The contour plot takes a new start.
  await tabTo(/contour plot/);
  const before = await start(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(() => start(page)).not.toEqual(before);

  // The run is driven by single keys while the focus is in the figure.
  await page.keyboard.press('s');
  await expect(figure).toHaveAttribute('data-step', '1');
  await page.keyboard.press('Space');
  await expect(figure).toHaveAttribute('data-status', 'running');
  await page.keyboard.press('Space');
  await expect(figure).toHaveAttribute('data-status', 'paused');
  await page.keyboard.press('r');
  await expect(figure).toHaveAttribute('data-step', '0');

  // A value is typed.
  await tabTo(/Learning rate/);
  await tabTo(/Learning rate/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('0.5');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/lr=0\.5/);
});

test('dragging turns all lanes together, and the wheel still scrolls the page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  const figure = await openFigure(page, '?autoplay=0');
  const before = await camera(page);
  const slot = figure.locator('[data-lane="raw"] [data-panel="surface"]');
  const box = await slot.boundingBox();
  if (!box) throw new Error('missing box: surface');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 80, y + 20, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await camera(page)).azimuth).not.toBe(before.azimuth);
  const turned = await camera(page);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect(await camera(page)).toEqual(turned);
});

test('making an input smaller poses the problem, while it is dragged', async ({ page }) => {
  const figure = await openFinished(page, '?x2=0:1&until=3');
  const kappa = () => readout(page, 'raw', 'condition-number');
  await expect.poll(kappa).toBeLessThan(200);
  const field = figure.getByRole('textbox', { name: 'x2 to' });
  await field.fill('0.001');
  await page.keyboard.press('Enter');
  await expect.poll(kappa).toBeGreaterThan(1e6);
  await expect(page.locator('.lab-question')).toContainText('1,000 times');
});

test('a value that makes no sense is refused beside its field, and kept', async ({ page }) => {
  const figure = await openFigure(page, '?autoplay=0');
  const field = figure.getByRole('textbox', { name: 'Learning rate' });
  await field.fill('quick');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('quick');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(figure.locator('.problem').first()).toBeVisible();
});

test('lanes are added and removed', async ({ page }) => {
  const figure = await openFigure(page, '?net=4&autoplay=0');
  await page.getByRole('button', { name: /^Add lane/ }).click();
  await expect(figure.locator('[data-lane]')).toHaveCount(3);
  await page
    .getByRole('button', { name: /^Remove the lane/ })
    .first()
    .click();
  await expect(figure.locator('[data-lane]')).toHaveCount(2);
});

test('the buttons of a contour plot can be pressed, also where they stand below its legend', async ({
  page,
}) => {
  const figure = await openFinished(page, '?lanes=raw,standard,minmax&until=2');
  const buttons = await figure.locator('.plot-tools').first().locator('button:enabled').all();
  expect(buttons.length).toBeGreaterThan(2);
  for (const button of buttons) await button.click({ trial: true, timeout: 10_000 });
});

test('a control that goes leaves the focus to what comes next', async ({ page }) => {
  const figure = await openFinished(
    page,
    '?net=4&lanes=raw,standard~lr:0.3&lr=quick&until=2&speed=100',
  );
  const press = async (name: string | RegExp) => {
    await page.getByRole('button', { name, exact: true }).last().focus();
    await page.keyboard.press('Enter');
  };
  await press('Dismiss this notice');
  await expect(page.getByRole('button', { name: 'Remove the lane Raw inputs' })).toBeFocused();
  await press(/^Drop learning rate 0.3/);
  await expect(figure.getByRole('img', { name: /3D: Standardized/ })).toBeFocused();
  await press(/^Remove the lane Standardized/);
  await expect(page.getByRole('button', { name: 'What the marks mean' })).toBeFocused();
  await press('Back to step 0');
  for (const step of ['1', '2']) {
    await press('One step');
    await expect(figure).toHaveAttribute('data-step', step);
  }
  await expect(figure.getByRole('slider', { name: 'Step of the run' })).toBeFocused();
});
