import { defineConfig } from 'vitest/config';

import { LongestFirst } from './support/longest-first.ts';

// A site test builds whole sites.
const patience = { testTimeout: 300_000, hookTimeout: 600_000 };

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          root: '.',
          include: ['tests/unit/**/*.test.ts'],
          globalSetup: 'tests/support/warm-commands.ts',
          setupFiles: 'tests/support/seed-fast-check.ts',
          maxWorkers: 2,
          isolate: false,
          // Begun again for each file, as our own modules are: it can be initialized only once.
          server: { deps: { inline: ['@resvg/resvg-wasm'] } },
          sequence: { groupOrder: 0 },
          ...patience,
        },
      },
      {
        test: {
          name: 'site',
          root: '.',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/support/site-fixtures.ts', 'tests/support/warm-commands.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          ...patience,
        },
      },
    ],
  },
});
