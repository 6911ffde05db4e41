import { spawnSync } from 'node:child_process';

import { ensureChromium } from '../browser/chromium.ts';

// All payloads, through every field: what `npm test` does with some of them.
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config',
    'tests/browser/playwright.config.ts',
    'hostile.spec.ts',
  ],
  { stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: ensureChromium(), HOSTILE: 'all' } },
);
process.exit(status ?? 1);
