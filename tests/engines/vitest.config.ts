// The tests of other engines than Chromium, where they are installed: `npm test -- engines`.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['tests/engines/support/setup.ts'],
    include: ['tests/engines/**/*.test.ts'],
    // One engine at a time, and one page in it: they draw in software.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 90_000,
    reporters: ['default', ['json', { outputFile: 'test-results/engines.json' }]],
  },
});
