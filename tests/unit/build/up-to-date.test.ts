import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';

import { isUpToDate, readInputState, rememberInputState } from '../../../src/build/up-to-date.ts';
import { openCache, type Cache } from '../../../src/system/cache.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const project = {
  'content/site.yaml': 'title: A\n',
  'content/people/ada.md': 'Ada\n',
  'src/pages/index.astro': '<p></p>\n',
  'public/favicon.svg': '<svg/>\n',
  'astro.config.mjs': '',
  'package.json': '{}',
  'package-lock.json': '{}',
  'dist/index.html': '<p></p>',
};
let root: string;
let cache: Cache;

beforeEach(async () => {
  root = await makeFolder(project);
  cache = openCache(join(await makeFolder(), 'cache'));
  const before = process.cwd();
  process.chdir(root);
  vi.stubEnv('ARCHIVE_CONTENT', '');
  onTestFinished(() => {
    process.chdir(before);
    vi.unstubAllEnvs();
  });
});

describe('readInputState', () => {
  test('stays the same while nothing changes', async () => {
    expect(readInputState()).toBe(readInputState());
  });

  test.for(Object.keys(project).filter((path) => !path.startsWith('dist')))(
    'changes with the length of %s',
    async (path) => {
      const before = readInputState();
      const { atime, mtime } = await stat(path);
      await writeFile(path, `${project[path as keyof typeof project]}more`);
      await utimes(path, atime, mtime);
      expect(readInputState()).not.toBe(before);
    },
  );

  test('changes with the time at which a file was changed', async () => {
    const before = readInputState();
    await utimes('content/people/ada.md', new Date(), new Date('2021-05-04T00:00:00Z'));
    expect(readInputState()).not.toBe(before);
  });

  test('changes when a file is added, removed or renamed', async () => {
    const states = [readInputState()];
    await writeFile('content/people/bo.md', 'Bo\n');
    states.push(readInputState());
    await rename('content/people/bo.md', 'content/people/cy.md');
    states.push(readInputState());
    await rm('content/people/ada.md');
    states.push(readInputState());
    expect(new Set(states).size).toBe(4);
  });

  test('does not change with what a build writes', async () => {
    const before = readInputState();
    await writeFile('dist/index.html', '<p>new</p>');
    await mkdir('.astro');
    expect(readInputState()).toBe(before);
  });

  test('is that of the content folder that the environment names', async () => {
    const before = readInputState();
    const elsewhere = await makeFolder({ 'site.yaml': 'title: B\n' });
    vi.stubEnv('ARCHIVE_CONTENT', elsewhere);
    const there = readInputState();
    expect(there).not.toBe(before);
    await writeFile(join(elsewhere, 'about.md'), 'About\n');
    expect(readInputState()).not.toBe(there);
  });
});

describe('isUpToDate', () => {
  test('says no before a build', async () => {
    expect(await isUpToDate(join(root, 'dist'), readInputState(), cache)).toBe(false);
  });

  test('says yes after one, until an input changes', async () => {
    const outDir = join(root, 'dist');
    await rememberInputState(outDir, readInputState(), cache);
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(true);
    await writeFile('content/people/ada.md', 'Ada Lind\n');
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(false);
  });

  test('says no when an input changed while the build was reading', async () => {
    const outDir = join(root, 'dist');
    const state = readInputState();
    await writeFile('content/people/ada.md', 'Ada Lind\n');
    await rememberInputState(outDir, state, cache);
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(false);
  });

  test('says no when the folder was removed or replaced', async () => {
    const outDir = join(root, 'dist');
    await rememberInputState(outDir, readInputState(), cache);
    await rename(outDir, join(root, 'moved'));
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(false);
    await mkdir(outDir);
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(false);
  });

  test('keeps the stamps of several folders apart', async () => {
    await mkdir('other');
    await rememberInputState(join(root, 'dist'), readInputState(), cache);
    expect(await isUpToDate(join(root, 'other'), readInputState(), cache)).toBe(false);
  });
});
