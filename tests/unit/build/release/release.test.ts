import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

import { workFolder } from '../../../../src/build/release/file-list.ts';
import { isIntact } from '../../../../src/build/release/intact.ts';
import { manifestFile } from '../../../../src/build/release/manifest.ts';
import { openRelease, type Release } from '../../../../src/build/release/release.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

let folder: string;

beforeEach(async () => {
  folder = join(await makeFolder({}), 'dist');
  onTestFinished(() => rm(workFolder(folder), { recursive: true, force: true }));
});

/** The content of the published files, but for their sums. */
async function contents() {
  const { [manifestFile]: _sums, ...files } = await allContents();
  return files;
}

/** Publishes a release of files, each made of its key. @returns those that were taken over */
async function publish(files: Record<string, string>, log?: (line: string) => void): Promise<string[]> {
  return inRelease(async (release) => {
    const taken: string[] = [];
    for (const [file, key] of Object.entries(files)) {
      if (await release.takeOver(file, key)) taken.push(file);
      else await release.write(file, `content of ${key}`, key);
    }
    await release.publish();
    return taken;
  }, log);
}

async function inRelease<Result>(
  work: (release: Release) => Promise<Result>,
  log?: (line: string) => void,
): Promise<Result> {
  const release = await openRelease(folder, 'https://example.org/data/', log && { log });
  try {
    return await work(release);
  } finally {
    await release.close();
  }
}

async function allContents(): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const pairs = files
    .sort()
    .map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')]);
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>;
}

describe('a release', () => {
  test('takes over what has the same key, from the published folder and from the one before it', async () => {
    expect(await publish({ 'a/index.html': '1', 'b/index.html': '1' })).toEqual([]);
    expect(await publish({ 'a/index.html': '1', 'b/index.html': '2' })).toEqual(['a/index.html']);
    expect(await publish({ 'a/index.html': '1', 'b/index.html': '1' })).toEqual([
      'a/index.html',
      'b/index.html',
    ]);
    expect(await contents()).toEqual({ 'a/index.html': 'content of 1', 'b/index.html': 'content of 1' });
  });

  test('has nothing that does not belong to it, and no empty folders', async () => {
    await publish({ 'a/index.html': '1', 'b/c/index.html': '1' });
    await writeFile(join(folder, 'a/stray.html'), 'stray');
    await publish({ 'a/index.html': '1' });
    await publish({ 'a/index.html': '1' });
    expect(await contents()).toEqual({ 'a/index.html': 'content of 1' });
    expect(existsSync(join(folder, 'b'))).toBe(false);
  });

  test('moves aside what no build has made, and removes nothing of it', async () => {
    await publish({ 'a/index.html': '1' });
    await writeFile(join(folder, 'a/notes.txt'), 'by hand');
    await mkdir(join(folder, 'a/own'));
    await writeFile(join(folder, 'a/own/picture.jpg'), 'also');
    await publish({ 'a/index.html': '1' });
    const said: string[] = [];
    await publish({ 'a/index.html': '1' }, (line) => said.push(line));
    const strays = join(folder, '../.dist-strays');
    expect(said).toEqual([
      `Moved to ${strays}, since no build has made them: a/notes.txt, a/own/picture.jpg.`,
    ]);
    expect(await readFile(join(strays, 'a/notes.txt'), 'utf8')).toBe('by hand');
    expect(await readFile(join(strays, 'a/own/picture.jpg'), 'utf8')).toBe('also');
    expect(await contents()).toEqual({ 'a/index.html': 'content of 1' });
  });

  test('moves it aside also when nothing is known of the releases but their sums', async () => {
    await publish({ 'a/index.html': '1' });
    await writeFile(join(folder, 'a/notes.txt'), 'by hand');
    await publish({ 'a/index.html': '1' });
    await rm(workFolder(folder), { recursive: true });
    await publish({ 'a/index.html': '2' });
    expect(await readFile(join(folder, '../.dist-strays/a/notes.txt'), 'utf8')).toBe('by hand');
    expect(await contents()).toEqual({ 'a/index.html': 'content of 2' });
  });

  test('is refused where something beside its files would leave the published folder with them', async () => {
    await publish({ 'a/index.html': '1' });
    await mkdir(join(folder, '.git'));
    await writeFile(join(folder, '.git/config'), '');
    await expect(publish({ 'a/index.html': '2' })).rejects.toThrow(
      `${join(folder, '.git')}: not the work of a build`,
    );
    expect(await contents()).toEqual({ '.git/config': '', 'a/index.html': 'content of 1' });
    expect(await readdir(join(folder, '..'))).toEqual(['dist']);
  });

  test.for(['.dist-next', '.dist-previous'])(
    'is refused where %s is not the work of a build',
    async (name) => {
      const own = join(folder, '..', name);
      await mkdir(own);
      await writeFile(join(own, 'novel.txt'), 'Chapter one');
      await expect(publish({ 'a.html': '1' })).rejects.toThrow('was not made by one');
      expect(await readFile(join(own, 'novel.txt'), 'utf8')).toBe('Chapter one');
    },
  );

  test('that was begun and killed is begun again, and what no build has made is still moved aside', async () => {
    await publish({ 'a/index.html': '1' });
    await writeFile(join(folder, 'a/notes.txt'), 'by hand');
    await publish({ 'a/index.html': '1' });
    // As if it had ended between renaming the folder and looking through it.
    await rename(join(folder, '../.dist-previous'), join(folder, '../.dist-next'));
    await publish({ 'a/index.html': '2' });
    expect(await readFile(join(folder, '../.dist-strays/a/notes.txt'), 'utf8')).toBe('by hand');
  });

  test('makes anew what somebody has changed by hand', async () => {
    await publish({ 'a.html': '1' });
    await writeFile(join(folder, 'a.html'), 'by hand, longer than before');
    expect(await publish({ 'a.html': '1' })).toEqual([]);
    expect(await contents()).toEqual({ 'a.html': 'content of 1' });
  });

  test('has the sums of its files, however they came into it', async () => {
    await publish({ 'a.html': '1', 'b/c.html': '1' });
    await inRelease(async (release) => {
      await release.takeOver('a.html', '1');
      await release.write('b\\\n.html', 'content of 2');
      release.link('c.html', join(folder, 'b/c.html'));
      await release.publish();
    });
    const sum = (text: string) => hash('sha256', text);
    expect((await allContents())[manifestFile]).toBe(
      `${sum('content of 1')}  a.html\n` +
        `\\${sum('content of 2')}  b\\\\\\n.html\n` +
        `${sum('content of 1')}  c.html\n`,
    );
  });

  test('takes over nothing when the list of its files is damaged', async () => {
    await publish({ 'a.html': '1' });
    const [list = ''] = (await readdir(workFolder(folder))).filter((name) => name.endsWith('.ndjson'));
    const file = join(workFolder(folder), list);
    await writeFile(file, (await readFile(file, 'utf8')).replace('a.html', 'b.html'));
    expect(await publish({ 'a.html': '1', 'b.html': '1' })).toEqual([]);
  });

  test('never writes into a file that is published', async () => {
    await publish({ 'a.html': '1' });
    await publish({ 'a.html': '1' });
    const { ino } = await stat(join(folder, 'a.html'));
    await inRelease(async (release) => {
      await release.write('a.html', 'other', '2');
      const seen = await contents();
      expect(seen).toEqual({ 'a.html': 'content of 1' });
    });
    expect(await contents()).toEqual({ 'a.html': 'content of 1' });
    expect((await stat(join(folder, 'a.html'))).ino).toBe(ino);
  });

  test('puts a folder where a file was, and a file where a folder was', async () => {
    await publish({ a: '1', 'b/c': '1' });
    await publish({ a: '1', 'b/c': '1' });
    await publish({ 'a/c': '2', b: '2' });
    expect(await contents()).toEqual({ 'a/c': 'content of 2', b: 'content of 2' });
  });

  test('that is not published leaves the folder as it was, and nothing beside it', async () => {
    await publish({ 'a.html': '1' });
    await inRelease((release) => release.write('b.html', 'other'));
    expect(await readdir(join(folder, '..'))).toEqual(['dist']);
    expect(await contents()).toEqual({ 'a.html': 'content of 1' });
  });

  test('brings back the folder of a build that was killed while it put another in its place', async () => {
    await publish({ 'a.html': '1' });
    await publish({ 'a.html': '2' });
    await rm(folder, { recursive: true });
    expect(await publish({ 'a.html': '1' })).toEqual(['a.html']);
  });
});

test('a release offers what was made with a key that begins as asked', async () => {
  await publish({ 'a.txt': 'code-a view' });
  await inRelease(async (release) => {
    expect(['code-a', 'code-b'].map((begins) => release.offers('a.txt', begins))).toEqual([true, false]);
    expect(release.offers('b.txt', 'code-a')).toBe(false);
  });
});

describe('a published folder', () => {
  const nothing = () => {};

  test('is intact until something is changed, added or removed', async () => {
    expect(await isIntact(folder, nothing)).toBe(false);
    const files = { 'a/index.html': 'a', 'b.txt': 'b' };
    const changes: (() => Promise<unknown>)[] = [
      () => writeFile(join(folder, 'a/index.html'), 'other'),
      () => writeFile(join(folder, 'a/added.txt'), 'added'),
      () => rm(join(folder, 'b.txt')),
      () => rename(join(folder, 'a/index.html'), join(folder, 'a/other.html')),
      () => rm(workFolder(folder), { recursive: true }),
      // A build that was killed has left it.
      () => mkdir(join(folder, '../.dist-next')),
    ];
    for (const change of changes) {
      await publish(files);
      expect(await isIntact(folder, nothing)).toBe(true);
      await change();
      expect(await isIntact(folder, nothing), String(change)).toBe(false);
    }
  });

  test('is intact with what file managers leave in it', async () => {
    await publish({ 'a.txt': 'a' });
    await writeFile(join(folder, '.DS_Store'), '');
    expect(await isIntact(folder, nothing)).toBe(true);
  });
});
