import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Archive } from '../../../src/archive/archive.ts';
import { createArchive } from '../../../src/archive/create-archive.ts';
import { createBodyReader } from '../../../src/build/data-sets.ts';
import { readContent } from '../../../src/build/read.ts';
import { listDataFiles, sumDataFiles } from '../../../src/exports/data/data-files.ts';
import { renderContent } from '../../../src/build/render.ts';
import { openCache } from '../../../src/system/cache.ts';
import { digestOf } from '../../../src/system/digest.ts';
import { listPages } from '../../../src/views/page-list.ts';
import { keyOfPage, type PageKind, type SitePage } from '../../../src/views/page.ts';
import { openPageRenderer, type PageRenderer } from './render-page.ts';

const kinds: readonly PageKind[] = [
  'home',
  'about',
  'readingList',
  'data',
  'articles',
  'article',
  'tombstone',
  'redirect',
  'vocabulary',
  'record',
  'period',
  'search',
  'notFound',
];

let folder = '';
let archive: Archive;
let pages: SitePage[] = [];
let renderer: PageRenderer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-views-'));
  const root = join(folder, 'content');
  await cp('tests/fixtures/variety', root, { recursive: true });
  process.env.ARCHIVE_CONTENT = root;
  const cache = openCache(join(folder, 'cache'));
  const { content } = await readContent(root, { allowsRemoval: true, cache });
  archive = createArchive(await renderContent(content, cache));
  const dataFiles = listDataFiles(archive, createBodyReader(content));
  pages = listPages(archive, () => sumDataFiles(dataFiles));
  renderer = await openPageRenderer();
});

afterAll(async () => {
  delete process.env.ARCHIVE_CONTENT;
  await renderer.close();
  await rm(folder, { recursive: true });
});

/** Pages of a kind: all, or of many some, from the first to the last. */
function pagesOf(kind: PageKind): SitePage[] {
  const all = pages.filter((page) => page.kind === kind);
  const step = Math.ceil(all.length / 30);
  return all.filter((_, index) => index % step === 0);
}

/** What JSON keeps of a view, without the digests of its large and shared parts. */
function asJson<View extends object>(view: View): View {
  // A structured clone has none of the properties that are not enumerable, such as `toJSON`.
  return JSON.parse(JSON.stringify(structuredClone(view))) as View;
}

type Parent = Record<string, unknown>;

/** The values in a view that hold no others, each with what it is in. */
function* leavesOf(value: object): Generator<{ parent: Parent; name: string }> {
  for (const [name, child] of Object.entries(value)) {
    if (typeof child === 'object' && child !== null) yield* leavesOf(child as object);
    else yield { parent: value as Parent, name };
  }
}

/** The parts of a view that enter its key by a digest. */
function* digestedPartsOf(value: object): Generator<{ toJSON(): string }> {
  if ('toJSON' in value) yield value as { toJSON(): string };
  for (const child of Object.values(value)) {
    if (typeof child === 'object' && child !== null) yield* digestedPartsOf(child as object);
  }
}

test('every page has an address of its own', () => {
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
});

describe.for(kinds)('the view of a page of the kind %s', (kind) => {
  test('is plain data', async () => {
    expect(pagesOf(kind).length).toBeGreaterThan(0);
    for (const page of pagesOf(kind)) {
      const view = await page.view();
      expect(asJson(view)).toEqual(view);
    }
  });

  test('has nothing that the key of the page does not cover', async () => {
    for (const page of pagesOf(kind)) {
      const view = asJson(await page.view());
      const keyOfView = () => keyOfPage(page, view);
      const key = keyOfView();
      expect(keyOfView()).toBe(key);
      for (const { parent, name } of leavesOf(view)) {
        const value = parent[name];
        parent[name] =
          typeof value === 'string' ? `${value}.` : typeof value === 'number' ? value + 1 : !value;
        expect(keyOfView(), `${page.path}: ${name}`).not.toBe(key);
        parent[name] = value;
      }
    }
  });

  test('has digests of its large and shared parts that are of all that they hold', async () => {
    const { articles, records } = archive;
    const entries = new Map(
      [...articles, ...Object.values(records).flat()].map((entry) => [
        entry.digest,
        'text' in entry ? entry.text.html : entry.html,
      ]),
    );
    for (const page of pagesOf(kind)) {
      for (const part of digestedPartsOf(await page.view())) {
        const digest = part.toJSON();
        if (entries.has(digest)) expect(part).toHaveProperty('html', entries.get(digest));
        else expect(digest).toBe(digestOf(structuredClone(part)));
      }
    }
  });

  test('is all that its component needs', async () => {
    for (const page of pagesOf(kind).slice(0, 8)) {
      const view = await page.view();
      const html = await renderer.render(kind, view);
      expect(html).toContain('<main');
      expect(await renderer.render(kind, asJson(view))).toBe(html);
    }
  });
});
