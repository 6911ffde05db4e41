import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import * as pagefind from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { indexDocuments } from '../../../../src/search/pagefind/index-documents.ts';
import type { IndexedDocument } from '../../../../src/search/pagefind/prepare-document.ts';
import { readWrittenIndex, type IndexFiles } from '../../../../src/search/pagefind/written-index.ts';

// What is read here are files that the version of Pagefind in package-lock.json writes.

const pages = ['ferry café - ferry cafe wéll - wellbeing', 'tram the ferry of well being 港 ten10s'];

let files: IndexFiles;

beforeAll(async () => {
  const { index } = await pagefind.createIndex({ forceLanguage: 'unknown' });
  for (const [number, content] of pages.entries())
    await index?.addCustomRecord({ url: `${number}`, content, language: 'unknown' });
  const written = await index?.getFiles();
  files = new Map(written?.files.map(({ path, content }) => [path, content]));
});
afterAll(() => pagefind.close());

/** Replaces what files of one kind have. */
function change(isIt: RegExp, replace: (content: unknown[]) => unknown): IndexFiles {
  return new Map(
    Array.from(files, ([path, bytes]): [string, Uint8Array] => {
      if (!isIt.test(path)) return [path, bytes];
      const content = gunzipSync(bytes);
      const replaced = encode(replace(decode(content.subarray(12)) as unknown[]));
      return [path, gzipSync(Buffer.concat([content.subarray(0, 12), replaced]))];
    }),
  );
}

const [meta, words] = [/\.pf_meta$/, /\.pf_index$/];
const inOtherForm = 'It is not in the form of Pagefind 1.6. Use the version in package-lock.json.';

test('has each word as it is written, with its positions', () => {
  expect(Object.fromEntries(readWrittenIndex(files))).toEqual({
    being: [{ page: 1, positions: [5] }],
    cafe: [{ page: 0, positions: [4] }],
    café: [{ page: 0, positions: [1] }],
    ferry: [
      { page: 0, positions: [0, 3] },
      { page: 1, positions: [2] },
    ],
    of: [{ page: 1, positions: [3] }],
    ten10s: [{ page: 1, positions: [7] }],
    the: [{ page: 1, positions: [1] }],
    tram: [{ page: 1, positions: [0] }],
    well: [{ page: 1, positions: [4] }],
    wellbeing: [{ page: 0, positions: [7] }],
    wéll: [{ page: 0, positions: [5] }],
    港: [{ page: 1, positions: [6] }],
  });
});

test.each<[what: string, file: RegExp, replace: (content: unknown[]) => unknown]>([
  ['of another version', meta, ([, ...rest]) => ['1.7.0', ...rest]],
  ['with no pages', meta, ([version, , ...rest]) => [version, [], ...rest]],
  ['with words elsewhere', meta, ([version, pages]) => [version, pages, [['a', 'b', 'c']]]],
  ['with positions that are none', words, () => [[['a', [[0, [-25, '1'], []]], []]]]],
  ['with a page too many', words, () => [[['a', [[2, [-25, 1], []]], []]]]],
  ['with a page without positions', words, () => [[['a', [[0]], []]]]],
  ['with positions that are no list', words, () => [[['a', [[0, 5]], []]]]],
  ['with a word without forms', words, () => [[['a', [[0, [-25, 1], []]]]]]],
  ['with a word that is none', words, () => [[[7, [[0, [-25, 1], []]], []]]]],
  ['with something else', words, () => 'words'],
])('is refused %s', (_what, file, replace) => {
  expect(() => readWrittenIndex(change(file, replace))).toThrow(inOtherForm);
});

test('is refused when it is no such file', () => {
  const others = Array.from(files, ([path]): [string, Uint8Array] => [path, gzipSync('<html>')]);
  expect(() => readWrittenIndex(new Map(others))).toThrow(inOtherForm);
});

test('is refused when it is cut off', () => {
  const cut = Array.from(files, ([path, bytes]): [string, Uint8Array] => {
    if (!words.test(path)) return [path, bytes];
    const content = gunzipSync(bytes);
    return [path, gzipSync(content.subarray(0, content.length - 3))];
  });
  expect(() => readWrittenIndex(new Map(cut))).toThrow(inOtherForm);
});

test('is read whatever else there is after what is known', () => {
  const more = change(words, ([all, ...rest]) => [
    (all as unknown[][]).map((word) => [...word, { more: [1, 'two'] }]),
    ...rest,
    'more',
  ]);
  expect(readWrittenIndex(more)).toEqual(readWrittenIndex(files));
});

test('is empty without pages', () => {
  expect(readWrittenIndex(new Map())).toEqual([]);
});

describe('the words of documents', () => {
  const document = (title: string, text: string): IndexedDocument => ({
    title: title.split(' '),
    text: text.split(' '),
    fragment: { url: '', title, text, language: 'en', date: '' },
  });

  test('are those that each has in its title and in its text', async () => {
    const { words, lengths } = await indexDocuments([
      document('ferry', 'a ferry'),
      document('a documentx', 'ferry - document 10'),
    ]);
    expect(lengths).toEqual([3, 6]);
    expect(Object.fromEntries(words)).toEqual({
      a: [
        { article: 0, inTitle: 0, positions: [2] },
        { article: 1, inTitle: 1, positions: [0] },
      ],
      ferry: [
        { article: 0, inTitle: 1, positions: [0, 3] },
        { article: 1, inTitle: 0, positions: [3] },
      ],
      document: [{ article: 1, inTitle: 0, positions: [5] }],
      documentx: [{ article: 1, inTitle: 1, positions: [1] }],
      '10': [{ article: 1, inTitle: 0, positions: [6] }],
    });
  });

  test('are all there, in documents of any length', async () => {
    const many = Array.from({ length: 60_000 }, (_, number) => `w${'abcdefghij'[number % 10]}`).join(' ');
    const { words } = await indexDocuments([document('a', many), document('b', many), document('c', many)]);
    const found = words.get('wj') ?? [];
    expect(found.map(({ article, positions }) => [article, positions.length, positions.at(-1)])).toEqual([
      [0, 6_000, 60_001],
      [1, 6_000, 60_001],
      [2, 6_000, 60_001],
    ]);
  });

  test('are refused when Pagefind has not found all', async () => {
    // It counts a sign, and does not index it.
    await expect(indexDocuments([document('ferry', 'a + b')])).rejects.toThrow('It holds 5 of 6 words.');
  });
});
