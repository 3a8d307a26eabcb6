// The embed builder: opened and used by keyboard, with a preview that follows and a text that brings the figure back.
import type { Page } from '@playwright/test';
import { createLanes, parseExperiment } from '../../src/index.ts';
import { expectAccessible } from './support/accessible.ts';
import { openFigure, readout, type FigureElement } from './support/figure.ts';
import { expect, test } from './support/test.ts';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Embed' });

async function openBuilder(page: Page, query: string): Promise<void> {
  await openFigure(page, query);
  await page.getByRole('button', { name: 'Embed: put this figure' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialogOf(page)).toBeVisible();
}

/** The experiment and the size of the previewed figure. */
async function previewed(page: Page) {
  const figure = page.frameLocator('.embed-preview iframe').locator('[data-figure]');
  return await figure.evaluate((element) => {
    const { experiment } = (element as FigureElement).normscape.store.getState();
    const { lanes, panels, until, theme, data } = experiment;
    return { lanes: lanes.map(({ id }) => id), panels, until, theme, data: data.id };
  });
}

test('by keyboard: choices, a preview that follows, and a copied text', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openBuilder(page, '?autoplay=0&panels=loss&lr=0.3&until=40');
  const dialog = dialogOf(page);
  expect(await previewed(page)).toEqual({
    ...{ lanes: ['raw', 'standard'], panels: ['loss'], until: 40, theme: 'auto' },
    data: 'two-scales',
  });

  await dialog.getByRole('checkbox', { name: 'Standardized' }).focus();
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('checkbox', { name: 'Raw inputs' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'Contour plot' }).focus();
  await page.keyboard.press('Space');
  await dialog.getByRole('radio', { name: 'clock' }).focus();
  await page.keyboard.press('ArrowRight');
  await dialog.getByRole('radio', { name: 'the reader’s' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const until = dialog.getByRole('textbox', { name: 'Stop at step' });
  await until.fill('a few');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('Not a number');
  await until.fill('25');
  await page.keyboard.press('Enter');
  // The preview is opened anew with every choice: what is asked of the one before is not answered.
  await expect(async () => {
    expect(await previewed(page)).toEqual({
      ...{ lanes: ['raw'], panels: ['contour', 'loss'], until: 25, theme: 'dark' },
      data: 'two-scales',
    });
  }).toPass();
  const inside = page.frameLocator('.embed-preview iframe');
  await expect(inside.locator('.embed')).toHaveAttribute('data-controls', 'none');

  // The height is what the figure needs until the author wants another, and again when they no longer do.
  const heightField = dialog.getByRole('textbox', { name: 'Height' });
  const needed = () =>
    inside.locator('.embed').evaluate((figure) => Math.ceil(figure.getBoundingClientRect().height));
  await expect(async () => {
    expect(Number(await heightField.inputValue()) - (await needed())).toBe(0);
  }).toPass();
  await expect(dialog.getByText('The figure fits')).toBeVisible();
  const height = await heightField.inputValue();
  await heightField.fill('333');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(`the figure is ${height} pixels high`)).toBeVisible();
  await expect(heightField).toHaveValue('333');
  await dialog.getByRole('button', { name: 'Use this height' }).click();
  await expect(dialog.getByText('The figure fits')).toBeVisible();
  await expect(heightField).toHaveValue(height);
  await dialog.getByRole('button', { name: 'Copy', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Copied.')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain(
    'embed.html?lr=0.3&amp;lanes=raw&amp;panels=contour,loss&amp;until=25&amp;theme=dark&amp;controls=none"',
  );
  expect(text).toContain(`height="${height}"`);
  // The figure in the frame has the landmarks of the one behind the dialog; embed.spec.ts checks it alone.
  await expectAccessible(page, '.embed-preview iframe');

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  // The page's own figure is as it was, and what was filled in is there again.
  await expect(page.locator('[data-lane]')).toHaveCount(2);
  await page.getByRole('button', { name: 'Embed: put this figure' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Height' })).toHaveValue(height);
});

test('a browser reads hostile titles, addresses and tables in every HTML form as plain text', async ({
  page,
  context,
}) => {
  // A page without a policy of its own, as an author's may be.
  const reader = await context.newPage();
  const hostile = `"><script>window.hit=1</script><img src=x onerror="window.hit=1">'{{x}}`;
  await openBuilder(page, '?autoplay=0&panels=loss&data=wine&lanes=raw,standard%2Bbn&net=4');
  const dialog = dialogOf(page);
  await dialog.getByLabel('Title, which').fill(hostile);
  const address = dialog.getByLabel('Served from');
  await address.fill('javascript:alert(1)//');
  await expect(dialog.getByRole('alert')).toContainText('beginning with https://');
  await address.fill('https://example.org/n"s/');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  for (const form of ['iframe', 'web-component', 'wordpress']) {
    await dialog.getByLabel('Form').selectOption(form);
    const text = await dialog.getByRole('textbox', { name: /^Text for/ }).inputValue();
    const found = await reader.evaluate((given) => {
      const { body, head } = new DOMParser().parseFromString(given, 'text/html');
      const all = [...head.children, ...body.querySelectorAll('*')];
      const [tag] = all.filter(({ localName }) => /^(iframe|norm-scape)$/.test(localName));
      return {
        names: all.map(({ localName }) => localName),
        title: tag?.getAttribute('title'),
        sources: all.map((element) => element.getAttribute('src') ?? ''),
        data: tag?.getAttribute('data'),
        lanes: tag?.getAttribute('lanes'),
      };
    }, text);
    expect(found.title).toBe(hostile);
    const isComponent = form === 'web-component';
    expect(found.names).toEqual(isComponent ? ['script', 'norm-scape', 'a'] : ['iframe']);
    expect(found.sources[0]).toMatch(/^https:\/\/example\.org\/n%22s\//);
    if (isComponent) expect(found).toMatchObject({ data: 'wine', lanes: 'raw,standard+bn' });
    else expect(found.sources[0]).toContain('?data=wine&net=4&lanes=raw,standard%2Bbn');
  }
  await dialog.getByLabel('Form').selectOption('hugo');
  await expect(dialog.getByRole('textbox', { name: 'Contents of layouts/' })).toBeVisible();
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
});

test('the frame that is pasted into a page with a strict policy trains what the page showed', async ({
  page,
}) => {
  const query = 'lr=0.3&seed=3&lanes=raw,standard%2Bbn&panels=contour&speed=1000';
  await openBuilder(page, `?autoplay=0&${query}`);
  const dialog = dialogOf(page);
  await dialog.getByRole('textbox', { name: 'Stop at step' }).fill('30');
  await page.keyboard.press('Enter');
  await dialog.getByRole('checkbox', { name: 'Starts by itself' }).check();
  await dialog.getByLabel('Title, which').fill('"Raw" & <scaled>');
  const text = await dialog.getByRole('textbox', { name: /^Text for/ }).inputValue();
  // The line that the builder names is all that this page's policy allows, and inline styles.
  const said = await dialog.getByText(/^If your page has a content security policy/).innerText();
  const [line = ''] = /frame-src \S+?(?=;|$)/.exec(said) ?? [];
  expect(line).not.toBe('');
  await page.route('**/post.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: {
        'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; ${line}`,
      },
      body: `<!doctype html><html lang="en"><head><title>A post</title></head><body>
        <main><h1>A post</h1>${text}<p>And on.</p></main></body></html>`,
    }),
  );
  await page.goto('./post.html');
  await expect(page.locator('iframe')).toHaveAttribute('title', '"Raw" & <scaled>');
  const inside = page.frameLocator('iframe');
  await expect(inside.locator('[data-figure]')).toHaveAttribute('data-status', 'done');
  await expect(inside.locator('[data-figure]')).toHaveAttribute('data-step', '30');
  for (const lane of createLanes(parseExperiment(query).experiment)) {
    lane.step(30);
    const cell = inside.locator(`[data-lane="${lane.id}"] [data-readout="loss"]`);
    expect(Number(await cell.getAttribute('data-value'))).toBe(lane.loss);
  }
});

test('the element that is pasted holds its script to the version that the page showed', async ({
  page,
}) => {
  const query = 'lr=0.3&seed=3&lanes=raw,standard%2Bbn&panels=contour&speed=1000&until=30';
  await openBuilder(page, `?autoplay=0&${query}`);
  const dialog = dialogOf(page);
  await dialog.getByLabel('Form').selectOption('web-component');
  const box = dialog.getByRole('textbox', { name: /^Text for/ });
  await expect(box).toHaveValue(/integrity="sha384-/);
  const text = await box.inputValue();
  const said = await dialog.getByText(/^If your page has a content security policy/).innerText();
  const [, directives = ''] = /policy: (.*?)\. /.exec(said) ?? [];
  expect(directives).toMatch(/^script-src \S+ 'wasm-unsafe-eval'; worker-src blob:$/);
  const serve = (body: string) =>
    page.route('**/post.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': `default-src 'none'; ${directives}` },
        body: `<!doctype html><html lang="en"><head><title>A post</title></head><body>
          <main><h1>A post</h1>${body}<p>And on.</p></main></body></html>`,
      }),
    );
  await serve(text);
  await page.goto('./post.html');
  const figure = page.locator('norm-scape [data-figure]');
  await page.getByRole('button', { name: 'Play: train the networks' }).click();
  await expect(figure).toHaveAttribute('data-status', 'done');
  for (const lane of createLanes(parseExperiment(query).experiment)) {
    lane.step(30);
    expect(await readout(page, lane.id, 'loss')).toBe(lane.loss);
  }
});

test('the element is written without a hash where there is none', async ({ page }) => {
  // Some servers answer with a page whatever it is that they do not have.
  await page.route('**/norm-scape.js.sri', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Normscape</title>' }),
  );
  const answered = page.waitForResponse('**/norm-scape.js.sri');
  await openBuilder(page, '?autoplay=0&panels=loss');
  const dialog = dialogOf(page);
  await (await answered).finished();
  await dialog.getByLabel('Form').selectOption('web-component');
  const text = await dialog.getByRole('textbox', { name: /^Text for/ }).inputValue();
  expect(text).toContain('norm-scape.js" defer></script>');
  expect(text).not.toContain('integrity');
  await expect(dialog.getByText('norm-scape.js.sri')).toBeVisible();
});

test('a dialog that is open again when word comes that it was closed stays, as the development server needs', async ({
  page,
}) => {
  await openBuilder(page, '?autoplay=0&panels=loss');
  const dialog = dialogOf(page);
  await dialog.evaluate(async (element: HTMLDialogElement) => {
    const told = new Promise((resolve) =>
      element.addEventListener('close', resolve, { once: true }),
    );
    element.close();
    element.showModal();
    await told;
  });
  await page.waitForTimeout(100);
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
