import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { describe, expect, onTestFinished, test } from 'vitest';

import { cacheFolder } from '../../src/records/content-root.ts';
import { writePart } from '../../src/search/pagefind/index-part.ts';
import {
  openSearchIndex,
  type IndexTarget,
  type PageToIndex,
} from '../../src/search/pagefind/search-index.ts';
import { mergeParts } from '../../src/search/pagefind/merge-parts.ts';
import type { Part } from '../../src/search/pagefind/part-store.ts';
import { createRandom, type Random } from '../support/random.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { runCommand } from '../support/run-command.ts';

/** Where files of an index go that nobody looks at. */
const nowhere: IndexTarget = { takeOver: () => false, write: async () => {}, link: async () => {} };

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
    // Of this project's own archive the index is kept, and Pagefind has nothing to do.
    const content = await temporaryFolder();
    await cp(fixtures.seed.content, content, { recursive: true });
    onTestFinished(() => rm(cacheFolder(content), { recursive: true, force: true }));
    const { code, stderr } = await runCommand('build', content, options, broken);
    expect(code).toBe(1);
    expect(stderr).toContain('The search index could not be built, and the site was not published');
    expect(await readdir(folder)).toEqual([]);
  });

  test('is one that lacks an article', async () => {
    const path = 'articles/2021/07/18/china-opposes-regime-change-in-syria-wang-yi-tells-assad/';
    const index = openSearchIndex('en', await temporaryFolder());
    onTestFinished(() => index.close());
    index.add(0, { url: path, digest: 'a', path: join(fixtures.seed.dist, path, 'index.html') });
    await expect(index.finish(nowhere, 2)).rejects.toThrow('It holds 1 of 2 articles.');
    await expect(index.finish(nowhere, 1)).resolves.toBeUndefined();
  });
});

describe('an index of parts', () => {
  test('has the words that Pagefind gives all pages at once, byte for byte', async () => {
    const words = ['café', 'cafe', 'naïve', 'harbour', 'Überfahrt', 'running', 'ferry', '港口', 'zoë'];
    const random = createRandom(3);
    const built = await temporaryFolder();
    const makePage = async (number: number): Promise<PageToIndex> => {
      const text = Array.from({ length: 150 }, () => `${pick(words, random)} w${Math.floor(random() * 400)}`);
      const body = `<h1 data-pagefind-meta="title">${pick(words, random)} ${number}</h1><p>${text.join(' ')}</p>`;
      const content = `<html><body><article class="article" data-pagefind-body>${body}</article></body></html>`;
      const path = join(built, `${number}.html`);
      await writeFile(path, content);
      return { url: `articles/${number}/`, digest: String(number), path };
    };
    const pages: PageToIndex[] = [];
    for (let number = 0; number < 300; number++) pages.push(await makePage(number));
    const folders = await Promise.all([
      temporaryFolder(),
      temporaryFolder(),
      temporaryFolder(),
      temporaryFolder(),
    ]);
    const [whole = '', ...others] = folders;
    const ends = [0, 90, 91, 300];
    for (const folder of folders) await mkdir(join(folder, 'fragment'));
    await writePart(whole, pages, 'en');
    for (const [index, folder] of others.entries()) {
      await writePart(folder, pages.slice(ends[index], ends[index + 1]), 'en');
    }
    await pagefind.close();
    const once = await mergedFiles([{ key: 'whole', folder: whole }]);
    const merged = await mergedFiles(others.map((folder, index) => ({ key: String(index), folder })));
    expect(once.size).toBeGreaterThan(6);
    expect([...merged.keys()]).toEqual([...once.keys()]);
    for (const [name, content] of once) expect(merged.get(name), name).toEqual(content);
  });

  test('is made anew in the part of an article that has changed, and in no other', async () => {
    const [built, cache] = [await temporaryFolder(), await temporaryFolder()];
    const pages: PageToIndex[] = [];
    const write = async (number: number, word: string) => {
      const path = join(built, `${number}.html`);
      const article = `<article class="article" data-pagefind-body><h1>${word}</h1></article>`;
      await writeFile(path, `<html><body>${article}</body></html>`);
      pages[number] = { url: `articles/1987/${number}/`, digest: word, path };
    };
    for (let number = 0; number < 1_500; number++) await write(number, 'ferry');
    const before = await indexInParts(pages, cache);
    expect(before.size).toBeGreaterThan(2);
    await write(700, 'harbour');
    const after = await indexInParts(pages, cache);
    expect(after.size).toBe(before.size);
    const kept = [...after].filter(([key, made]) => before.get(key) === made);
    expect(kept).toHaveLength(before.size - 1);
  });
});

/** Indexes pages; @returns for each part, by its key, when it was made */
async function indexInParts(pages: readonly PageToIndex[], cache: string): Promise<Map<string, number>> {
  const index = openSearchIndex('en', cache);
  for (const [place, page] of pages.entries()) index.add(place, page);
  await index.finish(nowhere, pages.length).finally(() => index.close());
  const keys = await readdir(cache);
  return new Map(
    await Promise.all(
      keys.map(async (key) => [key, (await stat(join(cache, key))).birthtimeMs] as [string, number]),
    ),
  );
}

async function mergedFiles(parts: readonly Part[]): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const put = async (file: string, content: string | Uint8Array) =>
    void files.set(file, Buffer.from(content).toString('base64'));
  const link = async (file: string, from: string) => put(file, await readFile(from));
  await mergeParts(parts, { takeOver: () => false, write: put, link });
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function pick(items: readonly string[], random: Random): string {
  return items[Math.floor(random() * items.length)] ?? '';
}
