import type { NumberedFile } from '../browser/engine/same-order.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { levels } from './weight.ts';

// Files of words, which a browser loads for a query. Both kinds are compressed with gzip, and begin with a byte that says in
// which form they are; numbers are LEB128 (`bytes.ts`).
//
//   `<name>.words`      the number of words; of each: its form (its length in bytes, and UTF-8), how many articles have it,
//                       how these are given (a `Coding`), and how many bytes their numbers take. Then the articles' numbers
//                       of each word, each as how many articles are between it and the one before, or a bit for each article
//                       of the archive; then the weights of each word, a byte or a bit for each article that has it
//                       (`weight.ts`).
//   `<name>.positions`  of each of these words, how many bytes its positions take. Then its positions in each article
//                       (`positions.ts`). Loaded only for words that must follow one another.
//
// Numbers, weights and positions stand apart since each are alike: so they are compressed best.

/** What files begin with: unlike gzip's first byte, so that a file that a host has decompressed is known. */
export const formByte = 3;

/**
 * How the articles are given that have a word. A list of half a million of a million articles takes 440 KB with their weights,
 * compressed. Bits take an eighth of a byte for each article of the archive at most, which leaves 25 KB of 150 for two weights, of
 * which one is rare.
 */
type Coding = typeof asList | typeof asBits | typeof asBitsWithTwoWeights;
/** The coding of words of parts. */
export const asList = 0;
const asBits = 1;
const asBitsWithTwoWeights = 2;

/** A word of fewer articles is never that large. */
const many = 50_000;

/** Of two weights: those of the highest level, as in a title, and what stands for all others. */
const high = levels - 1;
const usual = 4;

/** Where a word is. */
export interface Postings {
  /** As it is written, normalized: see `normalizeWord`. */
  form: string;
  articles: number;
  /** How its numbers are encoded: a {@link Coding}. */
  coding: number;
  numbers: Uint8Array;
  weights: Uint8Array;
}

function codingOf(articles: number, total: number): Coding {
  if (articles <= many || articles * 16 < total) return asList;
  return articles * 6 < total ? asBits : asBitsWithTwoWeights;
}

/**
 * @param words with lists of their articles, and with their positions, encoded; sorted as those of parts are
 * @param total the number of articles of the archive
 */
export function encodeWords(
  words: readonly (Postings & { positions: Uint8Array })[],
  total: number,
): {
  words: Uint8Array;
  positions: Uint8Array;
} {
  const coded = words.map((word) => encodeArticles(word, codingOf(word.articles, total), total));
  const [writer, positions] = [new ByteWriter(), new ByteWriter()];
  const encoder = new TextEncoder();
  writer.writeNumber(formByte);
  positions.writeNumber(formByte);
  writer.writeNumber(words.length);
  for (const { form, articles, coding, numbers } of coded) {
    const encoded = encoder.encode(form);
    writer.writeNumber(encoded.length);
    writer.writeBytes(encoded);
    writer.writeNumber(articles);
    writer.writeNumber(coding);
    writer.writeNumber(numbers.length);
  }
  for (const { numbers } of coded) writer.writeBytes(numbers);
  for (const { weights } of coded) writer.writeBytes(weights);
  for (const { positions: own } of words) positions.writeNumber(own.length);
  for (const { positions: own } of words) positions.writeBytes(own);
  return { words: writer.take(), positions: positions.take() };
}

function encodeArticles(word: Postings, coding: Coding, total: number) {
  const { form, articles, weights } = word;
  return {
    ...{ form, articles, coding },
    numbers: coding === asList ? word.numbers : toBits(readNumbers(word), total),
    weights: coding === asBitsWithTwoWeights ? toBits(listHigh(weights), articles) : weights,
  };
}

/** Lists where weights are of the highest level; nowhere when they are in too many articles to tell anything. */
function listHigh(weights: Uint8Array): number[] {
  const found = [...weights.keys().filter((index) => weights[index] === high)];
  return found.length * 16 > weights.length ? [] : found;
}

/** @throws when it is another file */
export function decodeWords(file: Uint8Array): Postings[] {
  const reader = open(file);
  const decoder = new TextDecoder();
  const heads = Array.from({ length: reader.readNumber() }, () => ({
    form: decoder.decode(reader.readBytes(reader.readNumber())),
    articles: reader.readNumber(),
    coding: reader.readNumber(),
    length: reader.readNumber(),
  }));
  // All numbers come before all weights.
  return heads
    .map((head) => ({ ...head, numbers: reader.readBytes(head.length) }))
    .map((word) => ({
      ...word,
      weights:
        word.coding === asBitsWithTwoWeights
          ? readTwoWeights(reader, word.articles)
          : reader.readBytes(word.articles),
    }));
}

function readTwoWeights(reader: ByteReader, articles: number): Uint8Array {
  const bits = reader.readBytes(Math.ceil(articles / 8));
  return new Uint8Array(articles).map((_, index) => usual + (high - usual) * bitOf(bits, index));
}

/** @returns bytes with a bit for each number below `end`, the lowest first, set for these */
function toBits(numbers: Iterable<number>, end: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(end / 8));
  for (const number of numbers) bits[number >> 3] = (bits[number >> 3] ?? 0) | (1 << (number & 7));
  return bits;
}

/** @returns 0 or 1 */
function bitOf(bits: Uint8Array, number: number): number {
  return ((bits[number >> 3] ?? 0) >> (number & 7)) & 1;
}

/**
 * @param words how many the file has
 * @returns the encoded positions of each
 * @throws when it is another file
 */
export function decodePositions(file: Uint8Array, words: number): Uint8Array[] {
  const reader = open(file);
  const lengths = Array.from({ length: words }, () => reader.readNumber());
  return lengths.map((length) => reader.readBytes(length));
}

function open(file: Uint8Array): ByteReader {
  const reader = new ByteReader(file);
  if (reader.readNumber() !== formByte) throw new Error('The file of words is in another form.');
  return reader;
}

/** Lists the numbers of the articles that have a word. */
export function readNumbers({ articles, numbers, coding }: Postings): Uint32Array {
  const reader = new ByteReader(numbers);
  const read = new Uint32Array(articles);
  for (let [number, index] = [-1, 0]; index < articles; read[index++] = number) {
    if (coding) while (!bitOf(numbers, ++number));
    else number += reader.readNumber() + 1;
  }
  return read;
}

/** What a browser knows of the files of words before it loads any. */
export interface WordTable extends NumberedFile {
  /**
   * Of each file, in its order: a word without diacritics that is above all words of the files before it and not above its own
   * first one, as short as can be; its name, which changes with its content; and the size of its words in kilobytes, uncompressed.
   */
  files: readonly (readonly [from: string, name: string, kilobytes: number])[];
  /** See `function-words.ts`. */
  functionWords: readonly string[];
}
