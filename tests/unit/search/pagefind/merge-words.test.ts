import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import * as pagefind from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { CborReader } from '../../../../src/search/pagefind/cbor.ts';
import { mergeWords } from '../../../../src/search/pagefind/merge-words.ts';
import { decodeMeta, encodeMeta, type Meta } from '../../../../src/search/pagefind/meta-file.ts';
import { numberPages } from '../../../../src/search/pagefind/number-pages.ts';
import { decodeLength, encodeLength } from '../../../../src/search/pagefind/page-length.ts';
import { signature } from '../../../../src/search/pagefind/pagefind-file.ts';
import { cutIntoChunks } from '../../../../src/search/pagefind/word-chunks.ts';
import { createRandom } from '../../../../src/system/random.ts';

// What is read, written and merged here are files that the version of Pagefind in package-lock.json writes.

/** An index as Pagefind wrote it, decompressed. */
interface WrittenIndex {
  meta: Uint8Array;
  chunks: { from: string; to: string; content: Uint8Array }[];
}

const random = createRandom(11);
const often = [
  'café',
  'cafe',
  'naïve',
  'Überfahrt',
  'uberfahrt',
  'running',
  'ran',
  '港⁠',
  'zoë',
  'résumé',
  'resume',
];

/** Texts with words that many of them have, in several forms, and with words that one of them has. */
const texts = Array.from({ length: 300 }, (_, number) => {
  const words = Array.from(
    { length: 150 },
    () => `${often[Math.floor(random() * often.length)]} w${Math.floor(random() * 900)}`,
  );
  return `<h1>Ferry ${number}</h1><p>${words.join(' ')}</p><h2>Überfahrt</h2><p>only${number}</p>`;
});

describe('words of parts of an index', () => {
  let whole: WrittenIndex;
  let parts: WrittenIndex[];

  beforeAll(async () => {
    whole = await writeIndex(texts);
    parts = [];
    for (const [from, to] of [
      [0, 90],
      [90, 91],
      [91, 300],
    ]) {
      parts.push(await writeIndex(texts.slice(from, to)));
    }
  });
  afterAll(() => pagefind.close());

  test('are merged into the words that Pagefind writes for all pages at once, byte for byte', () => {
    expect(whole.chunks.length).toBeGreaterThan(3);
    const merged = mergeWords(
      parts.map(({ meta, chunks }) => ({
        words: Buffer.concat(chunks.map(({ content }) => wordsIn(content))),
        pages: pagesOf(meta).length,
      })),
    );
    const joined = (chunks: readonly { content: Uint8Array }[]) =>
      Buffer.concat(chunks.map(({ content }) => wordsIn(content)));
    expect(Buffer.compare(joined(merged), joined(whole.chunks))).toBe(0);
    // The bounds of files follow one another: each word is looked for in one of them.
    const bounds = merged.flatMap(({ from, to }) => [from, to]).map((bound) => Buffer.from(bound));
    expect([...bounds].sort(Buffer.compare)).toEqual(bounds);
  });

  test('stand apart from a frequent word, so that they are found without loading that', () => {
    const word = (text: string, size: number) => ({ text, bytes: Uint8Array.of(0), size });
    const chunks = cutIntoChunks([
      word('a', 10),
      word('b', 50_000),
      word('c', 10),
      word('d', 9990),
      word('e', 1),
    ]);
    expect(chunks.map(({ from, to }) => [from, to])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
      ['c', 'd'],
      ['e', 'e'],
    ]);
  });

  test('are none when there are no parts, or empty ones', () => {
    expect(mergeWords([])).toEqual([]);
    expect(mergeWords([{ words: new Uint8Array(), pages: 0 }])).toEqual([]);
  });

  test('are refused in another form', () => {
    const words = wordsIn(whole.chunks[0]?.content ?? Buffer.of());
    expect(() => mergeWords([{ words: words.subarray(1), pages: 300 }])).toThrow('Expected');
    expect(() => mergeWords([{ words: words.subarray(0, -1), pages: 300 }])).toThrow('Expected');
  });

  test('belong to pages that are named by their numbers in a browser, with their lengths', () => {
    const known = decodeMeta(whole.meta) as Meta;
    const file = Buffer.concat([Buffer.from(signature), encodeMeta(known)]);
    expect(file.length).toBeLessThan(whole.meta.length / 2);
    const numbered = numberPages(file);
    expect(Buffer.from(numbered.subarray(0, signature.length)).toString()).toBe(signature);
    const [version, pages, chunks, , , fields] = decode(whole.meta) as [
      string,
      [string, number, string][],
      ...unknown[],
    ];
    expect(decode(numbered.subarray(signature.length))).toEqual([
      version,
      pages.map(([, words, text], number) => [number.toString(36), decodeLength(encodeLength(words)), text]),
      chunks,
      [],
      [],
      fields,
    ]);
  });

  test('belong to pages whose lengths are right to a sixteenth, and short ones exactly', () => {
    for (let words = 0; words < 100_000; words += words < 1000 ? 1 : 97) {
      const code = encodeLength(words);
      const length = decodeLength(code);
      expect(code).toBeLessThan(256);
      expect(Math.abs(length - words) * 16, String(words)).toBeLessThanOrEqual(words);
      if (words < 16) expect(length).toBe(words);
      expect(encodeLength(length)).toBe(code);
    }
  });
});

/** Has Pagefind index some texts. */
async function writeIndex(bodies: readonly string[]): Promise<WrittenIndex> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(errors.join());
  for (const [number, body] of bodies.entries()) {
    await index.addHTMLFile({ url: `${number}/`, content: `<html><body>${body}</body></html>` });
  }
  const { files } = await index.getFiles();
  await index.deleteIndex();
  const read = (isIt: (path: string) => boolean) => {
    const file = files.find(({ path }) => isIt(path));
    return gunzipSync(file?.content ?? Buffer.of()).subarray(signature.length);
  };
  const meta = read((path) => path.endsWith('.pf_meta'));
  const [, , rows] = decode(meta) as [string, unknown[], [string, string, string][]];
  const chunks = rows.map(([from, to, name]) => ({
    from,
    to,
    content: read((path) => path === `index/${name}.pf_index`),
  }));
  return { meta, chunks };
}

/** The words of a file of words, which is an array that holds the array of them. */
function wordsIn(content: Uint8Array): Uint8Array {
  const reader = new CborReader(content);
  expect(reader.readArray()).toBe(1);
  reader.readArray();
  return content.subarray(reader.position);
}

function pagesOf(meta: Uint8Array): unknown[] {
  return (decode(meta) as [string, unknown[]])[1];
}
