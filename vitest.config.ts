import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['engine/**/*.test.ts', 'evaluation/**/*.test.ts', 'workbench/**/*.test.{ts,tsx}'],
    // Two cores, and tests that start processes of their own: more at once would only make them wait for each other.
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
