import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: '.',
    include: ['tests/unit/**/*.test.ts', 'tests/site/**/*.test.ts'],
    // A site test builds whole sites.
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
