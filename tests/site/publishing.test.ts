import { spawnSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

import { makeFolder } from '../support/temporary-folder.ts';
import { change, makeContent } from '../support/content-folder.ts';
import { build, openPublished, nameArchive, startBuild, titleOfWhole } from './published.ts';
import { sumFiles } from '../support/read-site.ts';

describe('the published folder', () => {
  test('is that of the last of two builds at once, one of which waits for the other', async () => {
    const published = await openPublished();
    await nameArchive(published.content, 'The second');
    const [one, two] = [startBuild(published), startBuild(published)];
    const ends = await Promise.all([one.ended, two.ended]);
    for (const { code, said } of ends) expect(code, said).toBe(0);
    const waited = ends.filter(({ said }) =>
      said.includes('Another build is running; waiting for it to end.'),
    );
    expect(waited).toHaveLength(1);
    expect(await titleOfWhole(published.dist)).toBe('The second');
  });

  test('stays as it was when the check fails', async () => {
    const published = await openPublished();
    const before = await sumFiles(published.dist);
    await change(published.content, { 'articles/2021/broken.md': 'nothing' });
    const { code, said } = await startBuild(published).ended;
    expect([code, said]).toEqual([1, expect.stringContaining('broken.md:1:1: found no frontmatter')]);
    expect(await sumFiles(published.dist)).toEqual(before);
    await change(published.content, { 'articles/2021/broken.md': null });
    await nameArchive(published.content, 'The next');
    await build(published);
    expect(await titleOfWhole(published.dist)).toBe('The next');
  });

  test('stays as it was when Pagefind fails', async () => {
    const published = await openPublished();
    const before = await sumFiles(published.dist);
    const broken = join(
      await makeFolder({ pagefind: '#!/bin/sh\nhead -c 1 > /dev/null\nexit 1\n' }),
      'pagefind',
    );
    await chmod(broken, 0o755);
    await change(published.content, { 'articles/undated/ferry-song.md': null });
    const { code, said } = await startBuild(published, {
      PAGEFIND_BINARY_PATH: broken,
      PAGEFIND_EXTENDED_BINARY_PATH: broken,
    }).ended;
    expect([code, said]).toEqual([
      1,
      expect.stringContaining('The search index could not be built, and the site was not published.'),
    ]);
    expect(said).not.toMatch(/^ {4}at /m);
    expect(await sumFiles(published.dist)).toEqual(before);
    await build(published);
    expect(Object.keys(await sumFiles(published.dist))).not.toContain(
      'articles/undated/ferry-song/index.html',
    );
  });

  test('stays as it was when the disk is full', async () => {
    const content = await makeContent();
    const disk = await makeFolder();
    const script = [process.execPath, resolve('tests/site/full-disk.ts'), content, disk];
    // A small file system of its own, which disappears with the process that mounted it; not every machine allows this.
    const mount = `mount -t tmpfs -o size=16m tmpfs ${disk}`;
    const apart = ['--mount', '--map-root-user', 'sh', '-c'];
    const mayMount = spawnSync('unshare', [...apart, mount]).status === 0;
    const [command = '', ...options] = mayMount
      ? ['unshare', ...apart, `${mount} && exec "$@"`, 'sh', ...script, 'small']
      : script;
    const { status, stderr } = spawnSync(command, options, { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});
