import { defineConfig } from '@playwright/test';

import { fixtures } from '../support/site-fixtures.ts';
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
  globalSetup: '../support/site-fixtures.ts',
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath,
      args: ['--disable-background-networking', '--disable-component-update'],
    },
  },
  // The sites are served by the command behind `npm start`.
  webServer: Object.values(fixtures).map(({ content, dist, base, port }) => ({
    command: `"${process.execPath}" src/commands/start.ts --out-dir "${dist}"`,
    cwd: '../..',
    env: { ARCHIVE_CONTENT: content, PORT: String(port) },
    url: `http://localhost:${port}${base}`,
    timeout: 120_000,
  })),
});
