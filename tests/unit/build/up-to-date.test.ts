import { hash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

import {
  listChanges,
  readContentState,
  readProgramState,
  type InputState,
} from '../../../src/build/input-state.ts';
import { isUpToDate, rememberInputState } from '../../../src/build/up-to-date.ts';
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
  onTestFinished(() => process.chdir(before));
});

function readInputState(): InputState {
  return {
    content: readContentState(join(root, 'content')),
    read: Date.now(),
    program: readProgramState(),
    options: {},
  };
}

/** The files that have changed since a state, relative to the project. */
function changesSince(before: InputState): string[] {
  const now = readInputState();
  const changes = [...listChanges(before.content, now.content), ...listChanges(before.program, now.program)];
  return changes.map((path) => relative(root, path));
}

describe('the state of what a build reads', () => {
  test('stays the same while nothing changes', async () => {
    expect(readInputState()).toEqual({ ...readInputState(), read: expect.any(Number) as number });
  });

  test.for(Object.keys(project).filter((path) => !path.startsWith('dist')))(
    'changes with the length of %s',
    async (path) => {
      const before = readInputState();
      const { atime, mtime } = await stat(path);
      await writeFile(path, `${project[path as keyof typeof project]}more`);
      await utimes(path, atime, mtime);
      expect(changesSince(before)).toEqual([path]);
    },
  );

  test('changes with the time at which a file was changed', async () => {
    const before = readInputState();
    await utimes('content/people/ada.md', new Date(), new Date('2021-05-04T00:00:00Z'));
    expect(changesSince(before)).toEqual(['content/people/ada.md']);
  });

  test('changes when a file is added, removed or renamed', async () => {
    const before = readInputState();
    await writeFile('content/people/bo.md', 'Bo\n');
    expect(changesSince(before)).toEqual(['content/people/bo.md']);
    await rename('content/people/bo.md', 'content/people/cy.md');
    expect(changesSince(before)).toEqual(['content/people/cy.md']);
    await rm('content/people/ada.md');
    expect(changesSince(before)).toEqual(['content/people/ada.md', 'content/people/cy.md']);
  });

  test('does not change with what a build writes, even into the content folder', async () => {
    const outDir = join(root, 'content/dist');
    const before = readContentState(join(root, 'content'), { outDir });
    await mkdir(outDir);
    await writeFile(join(outDir, 'index.html'), '<p>new</p>');
    await mkdir('content/.dist-previous');
    await writeFile('content/.dist-previous/index.html', '<p>new</p>');
    expect(readContentState(join(root, 'content'), { outDir })).toEqual(before);
  });

  test('does not change with the hidden files of editors and of version control, but with hidden records', async () => {
    const before = readInputState();
    await mkdir('content/.git');
    await writeFile('content/.git/index', '');
    await writeFile('content/people/.ada.md.swp', '');
    expect(changesSince(before)).toEqual([]);
    await writeFile('content/people/._ada.md', '');
    expect(changesSince(before)).toEqual(['content/people/._ada.md']);
  });

  test('can be read where a link is broken, and where there is nothing', async () => {
    const before = readInputState();
    await symlink('nothing', 'public/link');
    await symlink('loop', 'public/loop');
    await rm('package.json');
    expect(changesSince(before)).toEqual(['package.json', 'public/link', 'public/loop']);
    await rm('content', { recursive: true });
    expect(changesSince(before)).toContain('content');
  });
});

describe('isUpToDate', () => {
  /** Digests that are known: none, so that all files are read for them. */
  const none = new Map<string, string>();

  test('says no before a build', async () => {
    expect(await isUpToDate(join(root, 'dist'), readInputState(), cache)).toBe(false);
  });

  test('says yes after one, until an input changes', async () => {
    const outDir = join(root, 'dist');
    await rememberInputState(outDir, readInputState(), none, cache);
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(true);
    await writeFile('content/people/ada.md', 'Ada Lind\n');
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(false);
  });

  test('says yes when files have other times and the same bytes, as after touch or a change of branches', async () => {
    const outDir = join(root, 'dist');
    const file = join(root, 'content/people/ada.md');
    // A build knows the digests of the records that it has read.
    const known = new Map([[file, hash('sha256', 'Ada\n')]]);
    expect(await readFile(file, 'utf8')).toBe('Ada\n');
    await rememberInputState(outDir, readInputState(), known, cache);
    for (const path of ['content/people/ada.md', 'content/site.yaml', 'package.json'])
      await utimes(path, 1e9, 1e9);
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(true);
    await writeFile(file, 'Ida\n');
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(false);
    await writeFile(file, 'Ada\n');
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(true);
    await writeFile('content/people/bo.md', 'Bo\n');
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(false);
    await rm('content/people/bo.md');
    await rm('content/people/ada.md');
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(false);
  });

  test('says no when the build was made with other options', async () => {
    const outDir = join(root, 'dist');
    await rememberInputState(outDir, { ...readInputState(), options: { host: 'netlify' } }, none, cache);
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(false);
  });

  test('says no when an input changed while the build was reading', async () => {
    const outDir = join(root, 'dist');
    const state = readInputState();
    await writeFile('content/people/ada.md', 'Ada Lind\n');
    await rememberInputState(outDir, state, none, cache);
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(false);
  });

  test('says no when the folder was removed or replaced', async () => {
    const outDir = join(root, 'dist');
    await rememberInputState(outDir, readInputState(), none, cache);
    await rename(outDir, join(root, 'moved'));
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(false);
    await mkdir(outDir);
    expect(await isUpToDate(outDir, readInputState(), cache)).toBe(false);
  });

  test('keeps the stamps of several folders apart', async () => {
    await mkdir('other');
    await rememberInputState(join(root, 'dist'), readInputState(), none, cache);
    expect(await isUpToDate(join(root, 'other'), readInputState(), cache)).toBe(false);
  });
});
