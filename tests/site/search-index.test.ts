import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

import { openSearchIndex } from '../../src/search/index.ts';
import { fixtures, runCommand } from './fixtures.ts';

async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-index-')));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe('a search index that cannot be built', () => {
  test.each([
    ['cannot be started', '#!/bin/sh\nexit 3\n'],
    ['dies while it works', '#!/bin/sh\nhead -c 20 > /dev/null\nsleep 0.2\nexit 3\n'],
  ])('fails the build when Pagefind %s, says so and leaves nothing behind', async (_how, script) => {
    const folder = await temporaryFolder();
    const pagefind = join(await temporaryFolder(), 'pagefind');
    await writeFile(pagefind, script, { mode: 0o755 });
    const options = ['--out-dir', join(folder, 'dist')];
    const broken = { PAGEFIND_EXTENDED_BINARY_PATH: pagefind };
    const { code, stderr } = await runCommand('build', fixtures.seed.content, options, broken);
    expect(code).toBe(1);
    expect(stderr).toContain('The search index could not be built, and the site was not published');
    expect(await readdir(folder)).toEqual([]);
  });

  test('is one that lacks an article', async () => {
    const site = await temporaryFolder();
    const path = 'articles/2021/07/18/china-opposes-regime-change-in-syria-wang-yi-tells-assad/';
    const html = await readFile(join(fixtures.seed.dist, path, 'index.html'), 'utf8');
    const index = openSearchIndex('en');
    onTestFinished(() => index.close());
    await index.add(0, path, html);
    await expect(index.finish(site, 2)).rejects.toThrow('It holds 1 of 2 articles.');
    await expect(index.finish(site, 1)).resolves.toBeUndefined();
  });
});
