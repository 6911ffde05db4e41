import { defineConfig } from '@playwright/test';

import { findChromium } from '../support/chromium.ts';

const executablePath = findChromium();
if (!executablePath)
  throw new Error('There is no Chromium: run npm test, which installs one, or set CHROMIUM_PATH.');

/**
 * Files whose tests run one after the other, in one worker. They are begun with, so that no worker has many of them left when
 * the other has nothing to do any more.
 */
const serial = ['hostile-received', 'hostile', 'source-texts', 'span-hosts'].map((name) => `${name}.spec.ts`);

export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'one after the other', testMatch: serial },
    { name: 'side by side', testIgnore: serial },
  ],
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
