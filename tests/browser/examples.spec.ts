// The examples that authors copy from: each is opened as it is, and its figures train.
import { readFile } from 'node:fs/promises';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/test.ts';

const play = 'Play: train the networks';

test('two components: buttons of the page move the first, and its sentence follows', async ({
  page,
}) => {
  await page.goto('./examples/components.html');
  const first = page.locator('#scalings');
  await first.locator('.normscape[data-ready]').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Go to step 50' }).click();
  await expect(first.locator('[data-figure]')).toHaveAttribute('data-step', '50');
  await expect(page.locator('#said')).toHaveText(
    /^after 50 steps the losses are raw 0\.\d+, centre/,
  );
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Learn faster' }).click();
  await expect(first).toHaveAttribute('lr', '0.4');
  await expect(first.locator('[data-figure]')).toHaveAttribute('data-step', '0');
  const second = page.locator('#norm');
  await second.scrollIntoViewIfNeeded();
  await second.getByRole('button', { name: play }).click();
  await expect(second.locator('[data-figure]')).toHaveAttribute('data-status', 'running');
  await expect(second.locator('.scene-canvas')).toBeVisible();
});

test('a post in React: a slider of the page is the rate, and the figure calls back', async ({
  page,
}) => {
  await page.goto('./examples/react-post.html');
  const figure = page.locator('[data-figure]');
  await page.locator('.normscape[data-ready]').waitFor({ state: 'attached' });
  await expect(figure).toHaveAttribute(
    'aria-label',
    'Raw and standardized inputs at the rate of the slider',
  );
  await page.getByRole('button', { name: 'Go to step 50' }).click();
  await expect(figure).toHaveAttribute('data-step', '50');
  await expect(page.locator('#said')).toHaveText(/^step 50: raw 0\.\d+, standard/);
  const losses = await page.locator('#said').textContent();
  await expectAccessible(page);
  await page.getByRole('slider', { name: 'Learning rate' }).first().press('ArrowRight');
  await expect(figure).toHaveAttribute('data-step', '0');
  await page.getByRole('button', { name: 'Go to step 50' }).click();
  await expect(page.locator('#said')).toHaveText(/^step 50/);
  expect(await page.locator('#said').textContent()).not.toBe(losses);
  await expect(page.getByRole('link', { name: 'Open in the lab' })).toHaveAttribute(
    'href',
    /\?lr=/,
  );
});

test('what a Quarto document puts into its page is a frame and an element that train', async ({
  page,
}) => {
  const source = await readFile(
    new URL('../../public/examples/quarto-post.qmd', import.meta.url),
    'utf8',
  );
  const raw = [...source.matchAll(/```\{=html\}\n([\s\S]*?)```/g)].map((match) => match[1]);
  expect(raw).toHaveLength(2);
  const header = /text: \|\n\s+(<script.*<\/script>)/.exec(source)?.[1];
  const body = `<!doctype html><html lang="en"><head><title>Quarto</title>${header}</head>
    <body>${raw.join('')}</body></html>`
    .replace('https://example.org/normscape/', './')
    // A page made up by a test has no place in the network, and a sandbox would be cut off from it.
    .replace(/sandbox="[^"]*"/, '');
  await page.route('**/quarto.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('./quarto.html');
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: play }).click();
  await expect(frame.locator('[data-figure]')).toHaveAttribute('data-status', 'running');
  const element = page.locator('norm-scape');
  await element.scrollIntoViewIfNeeded();
  await element.getByRole('button', { name: play }).click();
  await expect(element.locator('[data-figure]')).toHaveAttribute('data-status', /running|done/);
  await expect(element.getByRole('link', { name: 'Open in the lab' })).toHaveCount(0);
});
