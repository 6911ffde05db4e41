import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { describe, expect, onTestFinished, test } from 'vitest';

import { cacheFolder } from '../../src/records/content-root.ts';
import { writePart } from '../../src/search/text-index/index-part.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { mergeParts, type IndexPart } from '../../src/search/text-index/merge-parts.ts';
import { mergePartWords } from '../../src/search/text-index/merged-words.ts';
import {
  openIndexThreads,
  openSearchIndex,
  type IndexTarget,
} from '../../src/search/text-index/search-index.ts';
import { openCache } from '../../src/system/cache.ts';
import { createRandom, type Random } from '../../src/system/random.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { runCommand } from '../support/run-command.ts';
import { makeFolder } from '../support/temporary-folder.ts';

/** A target that discards the files of an index. */
const nowhere: IndexTarget = { takeOver: async () => false, write: async () => {}, link: () => {} };

function makeDocument(number: number, title: string, text = ''): SearchDocument {
  return {
    url: `articles/1987/${number}/`,
    title,
    subtitle: undefined,
    byline: '',
    dateline: undefined,
    text: { html: `<p>${text}</p>` },
    language: 'en',
    date: 'Undated',
    known: undefined,
    source: undefined,
  };
}

async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-index-')));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe('a search index that cannot be built', () => {
  test.each([
    ['cannot be started', '#!/bin/sh\nexit 3\n'],
    ['dies while it works', '#!/bin/sh\nhead -c 20 > /dev/null\nexit 3\n'],
  ])('fails the build when Pagefind %s, says so and leaves nothing behind', async (_how, script) => {
    const folder = await temporaryFolder();
    const pagefind = join(await temporaryFolder(), 'pagefind');
    await writeFile(pagefind, script, { mode: 0o755 });
    const options = ['--out-dir', join(folder, 'dist')];
    const broken = { PAGEFIND_EXTENDED_BINARY_PATH: pagefind };
    // Of this project's own archive the index is kept, and Pagefind has nothing to do.
    const content = await temporaryFolder();
    await cp(fixtures.seed.content, content, { recursive: true });
    onTestFinished(() => rm(cacheFolder(content), { recursive: true, force: true }));
    const { code, stderr } = await runCommand('build', content, options, broken);
    expect(code).toBe(1);
    expect(stderr).toContain('The search index could not be built, and the site was not published');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('an index of parts', () => {
  test('has the words of an index of all articles at once, byte for byte', async () => {
    const words = ['café', 'cafe', 'naïve', 'harbour', 'Überfahrt', 'running', 'ferry', '港口', 'zoë'];
    const random = createRandom(3);
    const documents = Array.from({ length: 300 }, (_, number) => {
      const text = Array.from({ length: 150 }, () => `${pick(words, random)} w${Math.floor(random() * 400)}`);
      return makeDocument(number, `${pick(words, random)} ${number}`, text.join(' '));
    });
    const folders = await Promise.all([
      temporaryFolder(),
      temporaryFolder(),
      temporaryFolder(),
      temporaryFolder(),
    ]);
    const [whole = '', ...others] = folders;
    const ends = [0, 90, 91, 300];
    await writePart({ folder: whole, documents });
    for (const [index, folder] of others.entries()) {
      await writePart({ folder, documents: documents.slice(ends[index], ends[index + 1]) });
    }
    await pagefind.close();
    const once = await mergedFiles([{ key: 'whole', folder: whole, articles: 300, isNew: true }]);
    const parts = others.map((folder, index) => ({
      key: String(index),
      folder,
      articles: (ends[index + 1] ?? 0) - (ends[index] ?? 0),
      isNew: true,
    }));
    const merged = await mergedFiles(parts);
    expect(once.size).toBeGreaterThan(6);
    // What results show is in files for each part, whose sizes this file has.
    const own = /^fragment\/|^version\.json$/;
    const shared = [...once].filter(([name]) => !own.test(name));
    expect([...merged].filter(([name]) => !own.test(name)).map(([name]) => name)).toEqual(
      shared.map(([name]) => name),
    );
    for (const [name, content] of shared) expect(merged.get(name), name).toEqual(content);
    const linesOf = (files: ReadonlyMap<string, string>) =>
      Array.from(files)
        .filter(([name]) => name.startsWith('fragment/'))
        .flatMap(([, content]) => gunzipSync(Buffer.from(content, 'base64')).toString().trim().split('\n'));
    expect(linesOf(merged).toSorted()).toEqual(linesOf(once).toSorted());
    expect(linesOf(once)).toHaveLength(300);
  });

  test('is renewed in the part of an article that has changed, and in no other', async () => {
    const cache = await temporaryFolder();
    const documents = Array.from({ length: 1_500 }, (_, number) => makeDocument(number, 'ferry'));
    const before = await indexInParts(documents, cache);
    expect(before.size).toBeGreaterThan(2);
    documents[700] = makeDocument(700, 'harbour');
    const after = await indexInParts(documents, cache);
    expect(after.size).toBe(before.size);
    const kept = [...after].filter(([key, made]) => before.get(key) === made);
    expect(kept).toHaveLength(before.size - 1);
  });
});

/** Indexes documents. @returns for each part, by its key, when it was made */
async function indexInParts(
  documents: readonly SearchDocument[],
  cache: string,
): Promise<Map<string, number>> {
  const threads = openIndexThreads(documents.length);
  const index = openSearchIndex(documents, openCache(cache), threads);
  await index.finish(nowhere).finally(() => threads.close());
  const parts = join(cache, 'search');
  const keys = await readdir(parts);
  return new Map(
    await Promise.all(
      keys.map(async (key) => [key, (await stat(join(parts, key))).birthtimeMs] as [string, number]),
    ),
  );
}

async function mergedFiles(parts: readonly IndexPart[]): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const put = async (file: string, content: string | Uint8Array) =>
    void files.set(file, Buffer.from(content).toString('base64'));
  const link = (file: string, from: string) => void files.set(file, readFileSync(from).toString('base64'));
  const file = join(await makeFolder(), 'words');
  const words = mergePartWords({
    into: file,
    folders: parts.map(({ folder }) => folder),
    articles: parts.map(({ articles }) => articles),
  });
  await mergeParts(parts, { ...words, file }, 'a1', { takeOver: async () => false, write: put, link });
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function pick(items: readonly string[], random: Random): string {
  return items[Math.floor(random() * items.length)] ?? '';
}
