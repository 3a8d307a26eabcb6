// The tests that need no browser: everything of src/, and what of app/ is plain arithmetic.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/engines/**'],
    environment: 'node',
    setupFiles: ['tests/setup.ts'],
    // One core is otherwise left free, which is half of a small machine.
    maxWorkers: '100%',
    // The longest compare whole training runs with reference values.
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
});
