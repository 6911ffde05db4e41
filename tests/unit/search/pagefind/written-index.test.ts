import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import * as pagefind from 'pagefind';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { indexDocuments } from '../../../../src/search/pagefind/index-documents.ts';
import { readWrittenIndex, type IndexFiles } from '../../../../src/search/pagefind/written-index.ts';

// What is read here are files that the version of Pagefind in package-lock.json writes.

const bodies = [
  '<h1 data-pagefind-meta="title">ferry café</h1><p>ferry cafe wéll</p><p>- wellbeing</p>',
  '<h1 data-pagefind-meta="title">tram</h1><p>the ferry of well being 港</p><p></p>',
];
const htmlOf = (body: string) =>
  `<!doctype html><html><body><article data-pagefind-body>${body}</article></body></html>`;

let files: IndexFiles;

beforeAll(async () => {
  const { index } = await pagefind.createIndex({ forceLanguage: 'unknown' });
  for (const [number, body] of bodies.entries())
    await index?.addHTMLFile({ url: `${number}/`, content: htmlOf(body) });
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

test('has each word as it is written, with where it is in the title and in the text', () => {
  const { words, lengths } = readWrittenIndex(files);
  expect(lengths).toEqual([7, 7]);
  expect(Object.fromEntries(words)).toEqual({
    being: [{ article: 1, inTitle: [], inText: [6] }],
    cafe: [{ article: 0, inTitle: [], inText: [4] }],
    café: [{ article: 0, inTitle: [1], inText: [] }],
    ferry: [
      { article: 0, inTitle: [0], inText: [3] },
      { article: 1, inTitle: [], inText: [3] },
    ],
    of: [{ article: 1, inTitle: [], inText: [4] }],
    the: [{ article: 1, inTitle: [], inText: [2] }],
    tram: [{ article: 1, inTitle: [0], inText: [] }],
    well: [{ article: 1, inTitle: [], inText: [5] }],
    // A sign that stands alone counts as a word: no phrase reaches over it.
    wellbeing: [{ article: 0, inTitle: [], inText: [7] }],
    wéll: [{ article: 0, inTitle: [], inText: [5] }],
    港: [{ article: 1, inTitle: [], inText: [7] }],
  });
});

test.each<[what: string, file: RegExp, replace: (content: unknown[]) => unknown]>([
  ['of another version', meta, ([, ...rest]) => ['1.7.0', ...rest]],
  ['with lengths that are none', meta, ([version, , ...rest]) => [version, [['a', 'b', '']], ...rest]],
  ['with words elsewhere', meta, ([version, pages]) => [version, pages, [['a', 'b', 'c']]]],
  ['with positions that are none', words, () => [[['a', [[0, [-25, '1'], []]], []]]]],
  ['with a page too many', words, () => [[['a', [[2, [-25, 1], []]], []]]]],
  ['with a word that is none', words, () => [[[7, [[0, [-25, 1], []]], []]]]],
  ['with something else', words, () => 'words'],
])('is refused %s', (_what, file, replace) => {
  expect(() => readWrittenIndex(change(file, replace))).toThrow(inOtherForm);
});

test('is refused when it is no such file', () => {
  const others = Array.from(files, ([path]): [string, Uint8Array] => [path, gzipSync('<html>')]);
  expect(() => readWrittenIndex(new Map(others))).toThrow(inOtherForm);
});

test('is empty without documents', () => {
  expect(readWrittenIndex(new Map())).toEqual({ lengths: [], words: new Map() });
});

test('is refused when it lacks a document', async () => {
  // Pagefind leaves out pages without a body, where others have one.
  const htmls = [htmlOf(bodies[0] ?? ''), '<html><body><p>ferry</p></body></html>'];
  const documents = htmls.map((html, number) => ({
    html,
    fragment: { url: `${number}/`, title: '', text: '', language: 'en', date: '' },
  }));
  await expect(indexDocuments(documents)).rejects.toThrow('It holds 1 of 2 articles.');
});
