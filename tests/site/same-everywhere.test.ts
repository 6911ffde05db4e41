import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { fixtures, runCommand } from './fixtures.ts';
import { sumFiles } from './read-site.ts';

/** The sums of all files of a site built in a time zone. */
async function buildIn(timeZone: string): Promise<Record<string, string>> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-zone-')));
  onTestFinished(() => rm(folder, { recursive: true }));
  const dist = join(folder, 'dist');
  const env = { TZ: timeZone, LANG: timeZone === 'UTC' ? 'C' : 'de_DE.UTF-8' };
  const { code, stderr } = await runCommand('build', fixtures.variety.content, ['--out-dir', dist], env);
  expect(code, stderr).toBe(0);
  return sumFiles(dist);
}

test('a site is the same, byte for byte, in whatever time zone and locale it is built', async () => {
  const [utc, west, east] = [
    await buildIn('UTC'),
    await buildIn('America/Los_Angeles'),
    await buildIn('Asia/Shanghai'),
  ];
  expect(Object.keys(utc).length).toBeGreaterThan(50);
  expect(west).toEqual(utc);
  expect(east).toEqual(utc);
});
