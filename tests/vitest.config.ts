import { defineConfig } from 'vitest/config';

// A site test builds whole sites.
const patience = { testTimeout: 120_000, hookTimeout: 240_000 };

const endedRun = 'tests/unit/ingest/ended-run.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root: '.',
          include: ['tests/unit/**/*.test.ts'],
          exclude: [endedRun],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          ...patience,
        },
      },
      {
        test: {
          // It sends signals at a moment, which it would miss beside others.
          name: 'ended run',
          root: '.',
          include: [endedRun],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          ...patience,
        },
      },
      {
        test: {
          name: 'site',
          root: '.',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: 'tests/support/site-fixtures.ts',
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          ...patience,
        },
      },
    ],
  },
});
