import { defineConfig } from '@playwright/test';

import { findChromium } from '../support/chromium.ts';

const executablePath = findChromium();
if (!executablePath)
  throw new Error('There is no Chromium: run npm test, which installs one, or set CHROMIUM_PATH.');

export default defineConfig({
  testDir: '.',
  outputDir: '../../node_modules/.cache/dateline/browser',
  fullyParallel: true,
  workers: 2,
  // Generous, for slow machines.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath,
      args: ['--disable-background-networking', '--disable-component-update'],
    },
  },
  webServer: {
    command: `"${process.execPath}" tests/browser/serve-fixtures.ts`,
    cwd: '../..',
    wait: { stdout: /^All sites are served\.$/m },
    timeout: 600_000,
  },
});
