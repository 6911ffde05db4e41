import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { loadIndexVersion, openTextIndex, type TextIndex } from '../../src/search/text-index/text-index.ts';
import {
  openIndexThreads,
  openSearchIndex,
  type IndexTarget,
} from '../../src/search/text-index/search-index.ts';

import { openCache } from '../../src/system/cache.ts';

/** A text index as the search's worker opens it, outside a browser. */
export interface OpenedIndex {
  text: TextIndex;
  close: () => void | Promise<void>;
}

/**
 * Serves a folder, and opens the text index in it.
 *
 * @param folder absolute path, served as the root of a site
 * @param path of the index in it, such as `pagefind/`
 */
export async function openServedIndex(folder: string, path: string): Promise<OpenedIndex> {
  const server = createServer((request, response) => {
    readFile(join(folder, new URL(request.url ?? '/', 'http://site.test').pathname)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const index = `http://localhost:${port}/${path}`;
  return { text: openTextIndex(index, loadIndexVersion(index)), close: () => void server.close() };
}

/** Indexes articles as a build does, and opens the index. An article's URL is its position. */
export async function openIndexOf(
  articles: readonly { title: string; html: string; language?: string }[],
): Promise<OpenedIndex> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-index-')));
  const documents = articles.map(({ title, html, language = 'en' }, number) => ({
    url: `${number}/`,
    title,
    subtitle: undefined,
    byline: '',
    dateline: undefined,
    text: { html },
    language,
    date: 'Undated',
    known: undefined,
    source: undefined,
  }));
  const threads = openIndexThreads(documents.length);
  const index = openSearchIndex(documents, openCache(join(folder, 'cache')), threads);
  const place = async (file: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    return join(folder, file);
  };
  const linked: Promise<void>[] = [];
  const target: IndexTarget = {
    takeOver: () => Promise.resolve(false),
    write: async (file, content) => writeFile(await place(file), content),
    link: (file, from) => void linked.push(place(file).then((path) => cp(from, path))),
  };
  await index.finish(target).finally(() => threads.close());
  await Promise.all(linked);
  const opened = await openServedIndex(folder, '');
  return {
    ...opened,
    async close() {
      await opened.close();
      await rm(folder, { recursive: true });
    },
  };
}
