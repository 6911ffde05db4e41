import { spawn } from 'node:child_process';
import { chmod, cp, readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';

import { cacheFolder } from '../../src/records/content-root.ts';
import { createRandom } from '../bench/corpus.ts';
import { makeFolder } from '../unit/publish/temporary-folder.ts';
import { change, makeContent } from '../unit/records/content-folder.ts';
import { runCommand } from './fixtures.ts';
import { sumFiles } from './read-site.ts';

/** A small archive, and the folder that it is published in. */
interface Published {
  content: string;
  dist: string;
}

async function makePublished(): Promise<Published> {
  const content = await makeContent();
  const dist = join(await makeFolder(), 'dist');
  await nameArchive(content, 'The first');
  await build({ content, dist });
  return { content, dist };
}

function nameArchive(content: string, title: string): Promise<void> {
  const site = `title: ${title}\ndescription: Made up\nlanguage: en\nurl: http://localhost/\n`;
  return change(content, { 'site.yaml': site });
}

async function build({ content, dist }: Published): Promise<void> {
  const { code, stderr } = await runCommand('build', content, ['--out-dir', dist]);
  expect(code, stderr).toBe(0);
}

/** Begins a build. @returns its process, and how it ends */
function startBuild({ content, dist }: Published, env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, ['src/publish/build.ts', '--out-dir', dist], {
    env: { ...process.env, ARCHIVE_CONTENT: content, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, said })),
  );
  return { child, ended };
}

/** The title of a whole published site: one whose files are all those of its manifest, as it has them. */
async function titleOfWhole(dist: string): Promise<string> {
  const { 'manifest-sha256.txt': _own, ...sums } = await sumFiles(dist);
  const lines = (await readFile(join(dist, 'manifest-sha256.txt'), 'utf8')).trimEnd().split('\n');
  expect(sums).toEqual(Object.fromEntries(lines.map((line) => [line.slice(66), line.slice(0, 64)])));
  return /<title>([^<]*)/.exec(await readFile(join(dist, 'index.html'), 'utf8'))?.[1] ?? '';
}

describe('the published folder', () => {
  test(
    'is whole after builds that were killed at fifty moments, and the next one succeeds',
    { timeout: 600_000 },
    async () => {
      const published = await makePublished();
      const { content, dist } = published;
      const random = createRandom(50);
      await nameArchive(content, 'The second');
      const start = performance.now();
      await build(published);
      const usual = performance.now() - start;
      const titles = new Set(['The second']);
      let kills = 0;
      for (let round = 0; round < 50; round++) {
        const title = `Title ${round}`;
        await nameArchive(content, title);
        const { child, ended } = startBuild(published);
        await Promise.race([setTimeout(random() * usual), ended]);
        if (child.kill('SIGKILL')) kills++;
        await ended;
        titles.add(title);
        // The one that was there, or the new one.
        expect([...titles]).toContain(await titleOfWhole(dist));
      }
      expect(kills).toBeGreaterThan(40);
      await nameArchive(content, 'The last');
      await build(published);
      expect(await titleOfWhole(dist)).toBe('The last');
      const fresh: Published = { content: await makeFolder(), dist: join(await makeFolder(), 'dist') };
      await cp(content, fresh.content, { recursive: true });
      await build(fresh);
      expect(await sumFiles(dist)).toEqual(await sumFiles(fresh.dist));
      expect((await readdir(dirname(dist))).sort()).toEqual(['.dist-previous', 'dist']);
      const kept = (await readdir(cacheFolder(content), { recursive: true })).sort();
      expect(kept.filter((name) => /next|\.\d+$/.test(name))).toEqual([]);
    },
  );

  test('is that of the last of two builds at once, of which one waits for the other', async () => {
    const published = await makePublished();
    await nameArchive(published.content, 'The second');
    const [one, two] = [startBuild(published), startBuild(published)];
    const ends = await Promise.all([one.ended, two.ended]);
    for (const { code, said } of ends) expect(code, said).toBe(0);
    const waited = ends.filter(({ said }) =>
      said.includes('Another build is under way; waiting for it to end.'),
    );
    expect(waited).toHaveLength(1);
    expect(await titleOfWhole(published.dist)).toBe('The second');
  });

  test('stays as it was when the check fails', async () => {
    const published = await makePublished();
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
    const published = await makePublished();
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
    // A file system of its own, which is gone with the process that has mounted it.
    const mount = ['mount', '-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk];
    const script = [process.execPath, resolve('tests/site/full-disk.ts'), content, disk];
    const { code, said } = await runIn([
      'unshare',
      '--mount',
      '--map-root-user',
      'sh',
      '-c',
      `${mount.join(' ')} && exec "$@"`,
      'sh',
      ...script,
    ]);
    expect(said).toBe('');
    expect(code).toBe(0);
  });
});

async function runIn([command = '', ...options]: readonly string[]) {
  const child = spawn(command, options, { stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void child.kill());
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, said };
}
