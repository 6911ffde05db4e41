import { defineConfig } from 'vitest/config';

// A site test builds whole sites.
const patience = { testTimeout: 120_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
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
