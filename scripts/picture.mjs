// Takes the README's picture from the running product: node scripts/picture.mjs [link] [file]
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { ensureBrowser, noBrowser } from './browser.mjs';
import { root, shell } from './shell.mjs';

const [query = '?until=14', file = 'docs/first-screen.png'] = process.argv.slice(2);

const executablePath = await ensureBrowser();
if (!executablePath) throw new Error(noBrowser);
if ((await shell('vite build --logLevel warn')) !== 0) throw new Error('failed build: see above.');
const server = await preview({ root, preview: { host: '127.0.0.1', port: 4373 } });
const browser = await chromium.launch({
  executablePath,
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${server.resolvedUrls?.local[0]}${query}`);
  await page.waitForSelector('html[data-ready] [data-figure][data-status="done"]');
  // Surfaces refine once the run has stopped.
  await page.waitForTimeout(3000);
  await page.screenshot({ path: `${root}/${file}` });
  console.log(`${file} shows ${query}`);
} finally {
  await browser.close();
  await server.close();
}
