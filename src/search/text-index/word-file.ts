import type { NumberedFile } from '../browser/engine/same-order.ts';
import { ByteReader, ByteWriter } from './bytes.ts';

// Files of words, which a browser loads for a query. Both kinds are compressed with gzip, and begin with a byte that says in
// which form they are; numbers are LEB128 (`bytes.ts`).
//
//   `<name>.words`      the number of words; of each: its form (its length in bytes, and UTF-8), how many articles have it,
//                       and how many bytes their numbers take. Then the articles' numbers of each word, each as how many
//                       articles are between it and the one before; then the weights of each word, a byte for each article
//                       (`weight.ts`).
//   `<name>.positions`  of each of these words, how many bytes its positions take. Then its positions: for each article how many
//                       there are, and each as the distance from the one before. Loaded only for words that must follow one
//                       another.
//
// Numbers, weights and positions stand apart since each are alike: so they are compressed best.

/** What files begin with: unlike gzip's first byte, so that a file that a host has decompressed is known. */
export const formByte = 1;

/** Where a word is. */
export interface Postings {
  /** As it is written, normalized: see `normalizeWord`. */
  form: string;
  articles: number;
  /** Encoded. */
  numbers: Uint8Array;
  weights: Uint8Array;
}

/** @param words with their positions, encoded; sorted as those of parts are */
export function encodeWords(words: readonly (Postings & { positions: Uint8Array })[]): {
  words: Uint8Array;
  positions: Uint8Array;
} {
  const [writer, positions] = [new ByteWriter(), new ByteWriter()];
  const encoder = new TextEncoder();
  writer.writeNumber(formByte);
  positions.writeNumber(formByte);
  writer.writeNumber(words.length);
  for (const { form, articles, numbers } of words) {
    const encoded = encoder.encode(form);
    writer.writeNumber(encoded.length);
    writer.writeBytes(encoded);
    writer.writeNumber(articles);
    writer.writeNumber(numbers.length);
  }
  for (const { numbers } of words) writer.writeBytes(numbers);
  for (const { weights } of words) writer.writeBytes(weights);
  for (const { positions: own } of words) positions.writeNumber(own.length);
  for (const { positions: own } of words) positions.writeBytes(own);
  return { words: writer.take(), positions: positions.take() };
}

/** @throws when it is another file */
export function decodeWords(file: Uint8Array): Postings[] {
  const reader = open(file);
  const decoder = new TextDecoder();
  const heads = Array.from({ length: reader.readNumber() }, () => ({
    form: decoder.decode(reader.readBytes(reader.readNumber())),
    articles: reader.readNumber(),
    length: reader.readNumber(),
  }));
  const numbers = heads.map(({ length }) => reader.readBytes(length));
  return heads.map(({ form, articles }, index) => ({
    form,
    articles,
    numbers: numbers[index] ?? new Uint8Array(),
    weights: reader.readBytes(articles),
  }));
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
export function readNumbers({ articles, numbers }: Postings): Uint32Array {
  const reader = new ByteReader(numbers);
  const read = new Uint32Array(articles);
  let last = -1;
  for (let index = 0; index < articles; index++) read[index] = last += reader.readNumber() + 1;
  return read;
}

/** What a browser knows of the files of words before it loads any. */
export interface WordTable extends NumberedFile {
  /**
   * Of each file, in its order: a word without diacritics that is above all words of the files before it and not above its own
   * first one, as short as can be; its name, which changes with its content; and the size of its words in kilobytes, uncompressed.
   */
  files: readonly (readonly [from: string, name: string, kilobytes: number])[];
}
