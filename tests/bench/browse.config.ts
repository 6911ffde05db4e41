import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const cache = resolve(import.meta.dirname, '../../node_modules/.cache/dateline/browse');

export default defineConfig({
  testDir: '.',
  testMatch: 'browse.spec.ts',
  outputDir: `${cache}/results`,
  workers: 2,
  reporter: [['list']],
  use: { browserName: 'chromium', launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '' } },
  webServer: [
    { name: 'newswire', port: 4705 },
    { name: 'generated', port: 4706 },
  ].map(({ name, port }) => ({
    command: `"${process.execPath}" src/commands/start.ts --out-dir "${cache}/${name}/dist"`,
    cwd: '../..',
    env: { ARCHIVE_CONTENT: `${cache}/${name}/content`, PORT: String(port) },
    url: `http://localhost:${port}/`,
    timeout: 120_000,
  })),
});
