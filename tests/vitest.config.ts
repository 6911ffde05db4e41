import { defineConfig } from 'vitest/config';

// A site test builds whole sites.
const patience = { testTimeout: 120_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
    // Left to itself it keeps one processor free for watching.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'unit', root: '.', include: ['tests/unit/**/*.test.ts'], ...patience } },
      {
        test: {
          name: 'site',
          root: '.',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: 'tests/site/fixtures.ts',
          ...patience,
        },
      },
    ],
  },
});
