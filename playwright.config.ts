// The tests that need a browser: they drive the built page in dist/ (`npm test -- browser` builds it first).
import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';
import { freePort } from './scripts/free-port.mjs';

// The configuration is read again in the worker process, which must come to the same port and browser.
const port = (process.env['PREVIEW_PORT'] ??= String(await freePort(4273)));
const executablePath = await findBrowser();

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  // Drawing without a graphics card takes every core there is.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium refuses its sandbox to root.
      chromiumSandbox: process.getuid?.() !== 0,
      // WebGL in software, the same on every machine; and no traffic of the browser's own.
      args: [
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        // Without a graphics processor a browser draws these with the main one, unless it is told to pretend.
        '--disable-accelerated-2d-canvas',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-quic',
      ],
    },
  },
  webServer: {
    command: `npx vite preview --config tests/browser/serve.config.ts --host 127.0.0.1 --strictPort --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
