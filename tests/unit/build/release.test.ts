import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

import { manifestFile, openEdition, workFolder, type Edition } from '../../../src/build/release.ts';
import { digestIndexed } from '../../../src/search/indexed-page.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

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

/** Publishes an edition of files, each made of its key; @returns those that were taken over */
async function publish(files: Record<string, string>, program = 'a'): Promise<string[]> {
  return inEdition(async (edition) => {
    const taken: string[] = [];
    for (const [file, key] of Object.entries(files)) {
      if (edition.takeOver(file, key)) taken.push(file);
      else await edition.write(file, `content of ${key}`, key);
    }
    for (const file of taken)
      expect(await readFile(edition.pathOf(file), 'utf8')).toBe(`content of ${files[file]}`);
    await edition.publish();
    return taken;
  }, program);
}

async function inEdition<Result>(
  work: (edition: Edition) => Promise<Result>,
  program = 'a',
): Promise<Result> {
  const edition = await openEdition(folder, program);
  try {
    return await work(edition);
  } finally {
    await edition.close();
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

describe('an edition', () => {
  test('takes over what has the same key, from the published folder and from the one before it', async () => {
    expect(await publish({ 'a/index.html': '1', 'b/index.html': '1' })).toEqual([]);
    expect(await publish({ 'a/index.html': '1', 'b/index.html': '2' })).toEqual(['a/index.html']);
    expect(await publish({ 'a/index.html': '1', 'b/index.html': '1' })).toEqual([
      'a/index.html',
      'b/index.html',
    ]);
    expect(await contents()).toEqual({ 'a/index.html': 'content of 1', 'b/index.html': 'content of 1' });
  });

  test('knows what is indexed of its pages, also of those that it takes over', async () => {
    const html = '<body><article class="article" data-pagefind-body><p>Text.</p></article></body>';
    const list = '<body><ul></ul></body>';
    const heard: string[] = [];
    await inEdition(async (edition) => {
      const write = (file: string, page: string) =>
        edition.writePage(file, Buffer.from(page), '1', (indexed) => heard.push(indexed));
      await write('a.html', html);
      await write('b.html', list);
      await edition.finishWriting();
      await edition.publish();
    });
    expect(heard).toEqual([digestIndexed(html), '']);
    await inEdition(async (edition) => {
      for (const file of ['a.html', 'b.html']) expect(edition.takeOver(file, '1')).toBe(true);
      expect(['a.html', 'b.html'].map((file) => edition.indexedOf(file))).toEqual(heard);
    });
  });

  test('has nothing that does not belong to it, and no empty folders', async () => {
    await publish({ 'a/index.html': '1', 'b/c/index.html': '1' });
    await writeFile(join(folder, 'a/stray.html'), 'stray');
    await publish({ 'a/index.html': '1' });
    await publish({ 'a/index.html': '1' });
    expect(await contents()).toEqual({ 'a/index.html': 'content of 1' });
    expect(existsSync(join(folder, 'b'))).toBe(false);
  });

  test('makes anew what somebody has changed by hand', async () => {
    await publish({ 'a.html': '1' });
    await writeFile(join(folder, 'a.html'), 'by hand, longer than before');
    expect(await publish({ 'a.html': '1' })).toEqual([]);
    expect(await contents()).toEqual({ 'a.html': 'content of 1' });
  });

  test('has the sums of its files, however they came into it', async () => {
    await publish({ 'a.html': '1', 'b/c.html': '1' });
    await inEdition(async (edition) => {
      edition.takeOver('a.html', '1');
      await edition.write('b\\\n.html', 'content of 2');
      await edition.link('c.html', join(folder, 'b/c.html'));
      await edition.publish();
    });
    const sum = (text: string) => hash('sha256', text);
    expect((await allContents())[manifestFile]).toBe(
      `${sum('content of 1')}  a.html\n` +
        `\\${sum('content of 2')}  b\\\\\\n.html\n` +
        `${sum('content of 1')}  c.html\n`,
    );
  });

  test('takes over nothing that another program has made', async () => {
    await publish({ 'a.html': '1' });
    expect(await publish({ 'a.html': '1' }, 'b')).toEqual([]);
  });

  test('never writes into a file that is published', async () => {
    await publish({ 'a.html': '1' });
    await publish({ 'a.html': '1' });
    const { ino } = await stat(join(folder, 'a.html'));
    await inEdition(async (edition) => {
      await edition.write('a.html', 'other', '2');
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
    await inEdition((edition) => edition.write('b.html', 'other'));
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
