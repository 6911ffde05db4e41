import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import {
  loadIndexVersion,
  openTextIndex,
  type Pagefind,
  type TextIndex,
} from '../../src/search/pagefind/text-index.ts';
import { createWatchedFetch } from '../../src/search/pagefind/watched-fetch.ts';

/** A text index as the search's worker opens it, outside a browser. */
export interface OpenedIndex {
  text: TextIndex;
  close: () => void;
}

/**
 * Serves a folder, and opens the text index in it. One at a time: Pagefind loads with the process's `fetch`.
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
  const ownFetch = globalThis.fetch;
  globalThis.fetch = createWatchedFetch(ownFetch, () => {});
  const close = () => {
    globalThis.fetch = ownFetch;
    server.close();
  };
  const pagefind = (await import(pathToFileURL(join(folder, path, 'pagefind.js')).href)) as Pagefind;
  const load = () => Promise.resolve(pagefind);
  const index = `http://localhost:${port}/${path}`;
  return { text: openTextIndex(load, index, loadIndexVersion(index)), close };
}
