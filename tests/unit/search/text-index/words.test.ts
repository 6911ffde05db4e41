import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import * as pagefind from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { foldWord } from '../../../../src/search/browser/text/fold-for-search.ts';
import type { SearchDocument } from '../../../../src/search/document.ts';
import { ByteReader, ByteWriter } from '../../../../src/search/text-index/bytes.ts';
import { cutWords } from '../../../../src/search/text-index/cut-words.ts';
import { openPartWords, writePart } from '../../../../src/search/text-index/index-part.ts';
import {
  mergeWords,
  type MergedWord,
  type PartWords,
} from '../../../../src/search/text-index/merge-words.ts';
import {
  encodePartWords,
  readPartWords,
  type Occurrences,
  type PartWord,
  type ReadBytes,
} from '../../../../src/search/text-index/part-words.ts';
import { readPositions } from '../../../../src/search/text-index/positions.ts';
import { scoreOf, weigh } from '../../../../src/search/text-index/weight.ts';
import {
  asList,
  decodePositions,
  decodeWords,
  encodeWords,
  readNumbers,
} from '../../../../src/search/text-index/word-file.ts';
import { createRandom } from '../../../../src/system/random.ts';

// What Pagefind finds in texts, encoded, merged, cut and read back, is where the words are.

const random = createRandom(11);
const often = ['café', 'cafe', 'naïve', 'überfahrt', 'uberfahrt', 'running', 'ran', '港', 'zoë', 'résumé'];
const title = 'ferry überfahrt';

/** A number in letters: Pagefind also finds the parts of words with digits. */
const letters = (number: number) => [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

/** Texts with words that many of them have, and with words that one of them has. */
const texts = Array.from({ length: 300 }, (_, number) => {
  const words = Array.from({ length: 120 }, () => [
    often[Math.floor(random() * often.length)] ?? '',
    `w${letters(Math.floor(random() * 900))}`,
  ]);
  return [...words.flat(), `only${letters(number)}`];
});

/** Where each word is: `article: positions`, the text's one further on than its words are. */
function locate(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [article, words] of texts.entries()) {
    const own = new Map<string, number[]>();
    const printed = [...title.split(' '), '', ...words];
    for (const [position, word] of printed.entries()) own.set(word, [...(own.get(word) ?? []), position]);
    own.delete('');
    for (const [word, at] of own)
      found.set(word, [...(found.get(word) ?? []), `${article}: ${at.join(' ')}`]);
  }
  return found;
}

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function indexTexts(from: number, to: number): Promise<PartWords> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-words-'));
  const documents = texts.slice(from, to).map((words, number): SearchDocument => ({
    url: `${number}/`,
    title,
    subtitle: undefined,
    byline: '',
    dateline: undefined,
    text: { html: `<p>${words.join(' ')}</p>` },
    language: 'en',
    date: 'Undated',
    known: undefined,
    source: undefined,
  }));
  await writePart({ folder, documents });
  folders.push(folder);
  return { readBytes: openPartWords(folder), articles: to - from };
}

function readFrom(bytes: Uint8Array): ReadBytes {
  return (start, length) => bytes.subarray(start, start + length);
}

/** Reads words back as {@link locate} has them. */
function listPlaces(
  words: ReturnType<typeof decodeWords>,
  positions: readonly Uint8Array[],
): [string, string[]][] {
  return words.map((word, index) => {
    const reader = new ByteReader(positions[index] ?? new Uint8Array());
    const places = Array.from(readNumbers(word), (article) => {
      const at: number[] = [];
      readPositions(reader, (position) => at.push(position));
      return `${article}: ${at.join(' ')}`;
    });
    expect(reader.isAtEnd).toBe(true);
    expect(word.weights).toHaveLength(word.articles);
    return [word.form, places];
  });
}

describe('words of parts of an index', () => {
  let whole: PartWords;
  let parts: PartWords[];

  beforeAll(async () => {
    whole = await indexTexts(0, 300);
    parts = [await indexTexts(0, 90), await indexTexts(90, 91), await indexTexts(91, 300)];
  });
  afterAll(() => pagefind.close());

  test('are merged into those of all articles at once', () => {
    expect([...mergeWords(parts)]).toEqual([...mergeWords([whole])]);
  });

  test('are where they are in the texts, in files that follow one another', () => {
    const files = [...cutWords(mergeWords(parts), 300)];
    expect(files.length).toBeGreaterThan(2);
    const bounds = files.map(({ from }) => from);
    const read = files.flatMap(({ words, positions }, index) => {
      const decoded = decodeWords(words);
      for (const { form } of decoded) {
        expect(foldWord(form) >= (bounds[index] ?? '')).toBe(true);
        expect(bounds[index + 1] === undefined || foldWord(form) < (bounds[index + 1] ?? '')).toBe(true);
      }
      return listPlaces(decoded, decodePositions(positions, decoded.length));
    });
    expect(new Map(read)).toEqual(locate());
    expect(read).toHaveLength(locate().size);
  });

  test('are cut off with an error', () => {
    const [file] = cutWords(mergeWords(parts), 300);
    const { words = Uint8Array.of(), positions = Uint8Array.of() } = file ?? {};
    const { length } = decodeWords(words);
    expect(() => decodeWords(words.subarray(0, -1))).toThrow('cut off');
    expect(() => decodePositions(positions.subarray(0, -1), length)).toThrow('cut off');
    expect(() => decodeWords(Buffer.from('<!doctype html>'))).toThrow('in another form');
    const encoded = whole.readBytes(0, 2 ** 24);
    expect([...readPartWords(readFrom(encoded))]).not.toEqual([]);
    expect(() => [...readPartWords(readFrom(encoded.subarray(0, -1)))]).toThrow('cut off');
  });

  test('are none when there are no parts, or empty ones', () => {
    expect([...cutWords(mergeWords([]), 0)]).toEqual([]);
    const readBytes = readFrom(encodePartWords(new Map(), []));
    expect([...mergeWords([{ readBytes, articles: 0 }])]).toEqual([]);
  });

  test('are read in pieces, of which a word may take several, or a part of one', () => {
    const random = createRandom(5);
    const words = Array.from({ length: 400 }, (_, number): [string, Occurrences[]] => {
      const times = number % 80 === 3 ? 30_000 : Math.floor(random() * 200);
      return [
        `word${number}`,
        [{ article: 0, inTitle: 0, positions: Array.from({ length: times }, (_, at) => at) }],
      ];
    });
    const encoded = encodePartWords(new Map(words), [30_000]);
    let most = 0;
    const read = [
      ...readPartWords((start, length) => {
        most = Math.max(most, length);
        return encoded.slice(start, start + length);
      }),
    ];
    const count = ({ form, positions }: PartWord): [string, number] => [
      form,
      new ByteReader(positions).readNumber(),
    ];
    const expected = words.map(([form, found]): [string, number] => [form, found[0]?.positions.length ?? 0]);
    expect(new Map(read.map(count))).toEqual(new Map(expected));
    expect(most).toBeLessThan(encoded.length / 4);
  });
});

test('words stand apart from a frequent one, so that they are found without loading that', () => {
  const word = (form: string, articles: number): MergedWord => ({
    key: `${foldWord(form)}\0${form}`,
    form,
    articles,
    numbers: new Uint8Array(articles),
    coding: asList,
    weights: new Uint8Array(articles),
    positions: new Uint8Array(),
  });
  const words = [
    ['a', 10],
    ['boat', 50_000],
    ['boats', 10],
    ['caf', 1],
    ['cafe', 1],
    ['café', 10_000],
    ['cd', 9_980],
    ['cds', 10],
  ] as const;
  const files = [
    ...cutWords(
      words.map(([form, articles]) => word(form, articles)),
      1_000_000,
    ),
  ];
  expect(files.map(({ from, words }) => [from, decodeWords(words).map(({ form }) => form)])).toEqual([
    ['a', ['a']],
    ['b', ['boat']],
    ['boats', ['boats', 'caf', 'cafe', 'café']],
    ['cd', ['cd', 'cds']],
  ]);
});

describe('a word of very many articles', () => {
  const articles = 60_000;
  /** Written as one of an archive that has a number of articles for each that has the word. */
  const write = (each: number, weightOf = (index: number) => index % 8) => {
    const numbers = new ByteWriter();
    for (let left = articles; left > 0; left--) numbers.writeNumber(each - 1);
    const weights = Uint8Array.from({ length: articles }, (_, index) => weightOf(index));
    const word = { form: 'the', articles, coding: asList, weights, positions: new Uint8Array() };
    const { words } = encodeWords([{ ...word, numbers: numbers.take() }], articles * each);
    const [read] = decodeWords(words);
    if (!read) throw new Error('The word is missing.');
    expect(Array.from(readNumbers(read))).toEqual(
      Array.from({ length: articles }, (_, index) => index * each + each - 1),
    );
    return { size: words.length, weights: read.weights, written: weights };
  };

  test('takes a bit for each article of the archive, and tells a highest weight that is rare from all others', () => {
    const { size, weights } = write(3, (index) => (index % 20 === 0 ? 7 : index % 7));
    expect(size).toBeLessThan((3 * articles) / 8 + articles / 8 + 20);
    expect(weights).toEqual(Uint8Array.from({ length: articles }, (_, index) => (index % 20 === 0 ? 7 : 4)));
    expect(new Set(write(3).weights)).toEqual(new Set([4]));
  });

  test('keeps its weights where it is in fewer than a sixth of them, and its list where in fewer than a sixteenth', () => {
    for (const each of [10, 30]) {
      const { weights, written } = write(each);
      expect(weights).toEqual(written);
    }
    expect(write(10).size).toBeLessThan((10 * articles) / 8 + articles + 20);
    expect(write(30).size).toBeLessThan(2 * articles + 20);
  });
});

test('numbers of all sizes are read as they are written', () => {
  const number = fc.oneof(fc.nat(300), fc.nat(), fc.maxSafeNat());
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      const writer = new ByteWriter();
      for (const each of numbers) writer.writeNumber(each);
      const reader = new ByteReader(writer.take());
      expect(numbers.map(() => reader.readNumber())).toEqual(numbers);
      expect(reader.isAtEnd).toBe(true);
    }),
  );
});

describe('the weight of a word', () => {
  test('is higher the more often an article has it, in its title above all, and the shorter it is', () => {
    expect(weigh(0, 2, 300)).toBeGreaterThan(weigh(0, 1, 300));
    expect(weigh(1, 0, 300)).toBeGreaterThan(weigh(0, 3, 300));
    expect(weigh(0, 1, 100)).toBeGreaterThan(weigh(0, 1, 1_000));
  });

  test('is within its bounds, and gives a score above 0', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(100_000), fc.nat(1_000_000), (inTitle, inText, length) => {
        const weight = weigh(inTitle, inText, length);
        expect(weight).toBeGreaterThanOrEqual(0);
        expect(weight).toBeLessThan(8);
        expect(scoreOf(weight, 1_000, 1_000)).toBeGreaterThan(0);
      }),
    );
  });

  test('counts more for a word that is in few articles', () => {
    expect(scoreOf(5, 10, 1_000)).toBeGreaterThan(scoreOf(5, 500, 1_000));
  });
});
