import { describe, expect, test } from 'vitest';

import type { PreparedFile } from '../../../src/archive/site-file.ts';
import { createDataPackage } from '../../../src/exports/data/data-package.ts';
import { listDataFiles, sumDataFiles } from '../../../src/exports/data/data-files.ts';
import { listFeeds } from '../../../src/exports/feeds/feed-files.ts';
import { listHostFiles } from '../../../src/exports/hosts/host-files.ts';
import { listSharingFiles } from '../../../src/exports/sharing/sharing-files.ts';
import { makeArchive, type Contents } from '../archive/entries.ts';

const readBody = (key: string) => `The text of ${key}.\n`;

async function listFiles(contents: Contents): Promise<Map<string, PreparedFile>> {
  const archive = makeArchive(contents);
  const data = listDataFiles(archive, readBody);
  const files = [
    ...listFeeds(archive),
    ...data,
    createDataPackage(archive, () => sumDataFiles(data)),
    ...listHostFiles(archive, [], "default-src 'none'"),
    ...listSharingFiles(archive, undefined, 'public'),
  ];
  return new Map(files.map((file) => [file.path, file.prepare()]));
}

const article = { date: '2021-07-18', people: ['ada-lind'], byline: ['Bo Ek'], summary: 'A summary.' };
const person = { name: 'Ada Lind', description: 'Mayor', roles: [{ title: 'Mayor', from: '1999' }] };
const contents: Contents = {
  articles: {
    '2021/07/18/a': article,
    'undated/b': {},
    'undated/c': { withdrawn: { date: '2022-01-01', reason: 'error' } },
  },
  records: {
    people: { 'ada-lind': person },
    places: { norhaven: { coordinates: { latitude: 1, longitude: 2 } } },
  },
};

const changeSite = (site: NonNullable<Contents['site']>): Contents => ({ ...contents, site });
const changeArticle = (change: object): Contents => ({
  ...contents,
  articles: { ...contents.articles, '2021/07/18/a': { ...article, ...change } },
});
const changePerson = (change: object): Contents => ({
  ...contents,
  records: { ...contents.records, people: { 'ada-lind': { ...person, ...change } } },
});

describe('the files that are no pages', () => {
  test.each<[string, Contents]>([
    ["the archive's title", changeSite({ title: 'Another' })],
    ["the archive's language", changeSite({ language: 'fr' })],
    ["the archive's URL", changeSite({ url: 'http://example.org/archive/' })],
    ["the archive's publisher", changeSite({ publisher: { name: 'A publisher' } })],
    ["the archive's licence", changeSite({ license: { name: 'CC0', url: 'https://example.org/cc0' } })],
    ["an article's title", changeArticle({ title: 'Another' })],
    ["an article's date", changeArticle({ date: '2021-07' })],
    ["an article's language", changeArticle({ language: 'ar' })],
    ["an article's byline", changeArticle({ byline: [] })],
    ["an article's corrections", changeArticle({ corrections: [{ date: '2022-01-01', note: 'A note' }] })],
    ["an article's rights", changeArticle({ rights: 'All' })],
    ["a record's name", changePerson({ name: 'Another' })],
    ["a record's roles", changePerson({ roles: [{ title: 'Minister' }] })],
    ["a record's links", changePerson({ sameAs: ['https://example.org/ada'] })],
  ])('keep no key when %s changes what they say', async (_, changed) => {
    const [before, after] = [await listFiles(contents), await listFiles(changed)];
    const kept = [...before].filter(([path, { key }]) => key !== undefined && after.get(path)?.key === key);
    expect(kept.length).toBeLessThan(before.size);
    for (const [path, file] of kept)
      expect(String(await after.get(path)?.content()), path).toBe(String(await file.content()));
  });

  test('keep their keys while nothing changes', async () => {
    const [before, after] = [await listFiles(contents), await listFiles(contents)];
    for (const [path, file] of before) expect(after.get(path)?.key, path).toBe(file.key);
  });

  test('are at different paths', async () => {
    const archive = makeArchive(contents);
    const paths = [...listFeeds(archive), ...listDataFiles(archive, readBody)].map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
