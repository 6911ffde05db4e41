import { foldWord } from '../browser/text/fold-for-search.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { numberOfFunctionWord } from './function-words.ts';
import { writePositions } from './positions.ts';
import { weigh } from './weight.ts';

// The words of a part of the index, in the cache: records of one word each, sorted, which are put behind one another when
// parts are merged. Before each is its length, four bytes of which the lowest comes first. Numbers of articles are counted
// within the part.

/** How many bytes the length before each record takes. */
const lengthSize = 4;

/** Where an article of a part has a word. */
export interface Occurrences {
  article: number;
  /** How many of them are in its title. */
  inTitle: number;
  /** Counted in words from the beginning of the article, ascending. */
  positions: readonly number[];
}

/** A word of a part, with what of it can be copied. */
export interface PartWord {
  form: string;
  articles: number;
  /** The first and the last article that have it. */
  first: number;
  last: number;
  /** The articles after the first, as a file of words has them. */
  others: Uint8Array;
  weights: Uint8Array;
  positions: Uint8Array;
}

/**
 * Encodes the words of a part.
 *
 * @param words by their forms, with the articles that have them, ascending
 * @param lengths of the articles, in words
 */
export function encodePartWords(
  words: ReadonlyMap<string, readonly Occurrences[]>,
  lengths: readonly number[],
): Uint8Array {
  const sorted = Array.from(words, ([form, found]) => ({ key: sortKey(form), form, found }));
  sorted.sort((a, b) => (a.key < b.key ? -1 : 1));
  const [writer, record, text] = [new ByteWriter(), new ByteWriter(), new ByteWriter()];
  const [others, weights, positions] = [new ByteWriter(), new ByteWriter(), new ByteWriter()];
  const encoder = new TextEncoder();
  const length = Buffer.alloc(lengthSize);
  const functionWords = locateFunctionWords(words, lengths);
  for (const { form, found } of sorted) {
    const isFunctionWord = numberOfFunctionWord(foldWord(form)) > 0;
    let last = found[0]?.article ?? 0;
    for (const [index, { article, inTitle, positions: own }] of found.entries()) {
      if (index > 0) others.writeNumber(article - last - 1);
      last = article;
      weights.writeNumber(weigh(inTitle, own.length - inTitle, lengths[article] ?? 0));
      writePositions(positions, own, isFunctionWord ? undefined : functionWords[article]);
    }
    text.writeBytes(encoder.encode(form));
    for (const field of [text, others, weights, positions]) {
      record.writeNumber(field.length);
      record.writeFrom(field);
    }
    record.writeNumber(found[0]?.article ?? 0);
    record.writeNumber(last);
    length.writeUInt32LE(record.length);
    writer.writeBytes(length);
    writer.writeFrom(record);
  }
  return writer.take();
}

/** @returns of each article, the numbers of its function words by their positions, and 0 for other words */
function locateFunctionWords(
  words: ReadonlyMap<string, readonly Occurrences[]>,
  lengths: readonly number[],
): Uint8Array[] {
  // The title and the text are one word apart.
  const located = lengths.map((length) => new Uint8Array(length + 1));
  for (const [form, found] of words) {
    const number = numberOfFunctionWord(foldWord(form));
    if (number === 0) continue;
    for (const { article, positions } of found) {
      const own = located[article];
      if (own) for (const position of positions) own[position] = number;
    }
  }
  return located;
}

/** Reads some of the bytes that words are encoded in: fewer than asked for only at their end. */
export type ReadBytes = (start: number, length: number) => Uint8Array;

/**
 * How many bytes are read at once, so that reading thousands of parts at the same time takes little memory; of a longer
 * record all.
 */
const pieceSize = 16_384;

/** Reads the words of a part one by one, in their order. */
export function* readPartWords(readBytes: ReadBytes): Generator<PartWord> {
  let start = 0;
  let reader = new RecordReader(new Uint8Array());
  const load = (length: number) => {
    if (reader.position + length <= reader.bytes.length) return;
    start += reader.position;
    reader = new RecordReader(readBytes(start, Math.max(length, pieceSize)));
  };
  for (load(lengthSize); !reader.isAtEnd; load(lengthSize)) {
    load(reader.readLength());
    const form = reader.readText();
    const others = reader.readBytes(reader.readNumber());
    const weights = reader.readBytes(reader.readNumber());
    const positions = reader.readBytes(reader.readNumber());
    const [first, last] = [reader.readNumber(), reader.readNumber()];
    yield { form, articles: weights.length, first, last, others, weights, positions };
  }
}

class RecordReader extends ByteReader {
  readonly #text = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);

  /** Reads the length before a record. */
  readLength(): number {
    this.position += lengthSize;
    return this.#text.readUInt32LE(this.position - lengthSize);
  }

  /** Reads a text after its length in bytes. */
  readText(): string {
    const length = this.readNumber();
    this.position += length;
    return this.#text.toString('utf8', this.position - length, this.position);
  }
}

/** What words are sorted by: the word without diacritics, then as it is written, with a NUL between them. */
export function sortKey(form: string): string {
  return `${foldWord(form)}\0${form}`;
}
