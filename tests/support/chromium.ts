import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

import { installPackages, locate, runSilently } from './system-packages.ts';

/** The shell has no window to draw, and opens pages in half the time. */
const commands = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const macApps = ['Chromium', 'Google Chrome'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/**
 * Finds a Chromium: `CHROMIUM_PATH`, Playwright's own, or an installed Chromium or Chrome.
 *
 * @returns its path; `undefined` when there is none
 * @throws when `CHROMIUM_PATH` names no file
 */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named))
    throw new Error(`CHROMIUM_PATH is ${named}, which is not there. Correct or unset it.`);
  return [named, chromium.executablePath(), ...commands.map(locate), ...macApps].find(
    (path) => path && existsSync(path),
  );
}

/**
 * Finds a Chromium, or installs one: Debian's with apt when this is Debian and it may, else Playwright's.
 *
 * @throws with one line that says what to install, when there is none and none can be had
 */
export async function ensureChromium(): Promise<string> {
  const attempts = [
    () => installPackages('chromium-headless-shell'),
    () => installPackages('chromium'),
    installFromPlaywright,
  ];
  for (let found = findChromium(); ; found = findChromium()) {
    if (found) return found;
    const install = attempts.shift();
    if (!install) break;
    await install();
  }
  throw new Error(
    'The browser tests need Chromium, and none could be installed: install Chromium or Google Chrome, or set CHROMIUM_PATH to one.',
  );
}

async function installFromPlaywright(): Promise<void> {
  console.log('Installing Chromium with Playwright …');
  await runSilently(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
}
