import { foldWord } from '../browser/text/fold-for-search.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { numberOfFunctionWord } from './function-words.ts';
import { writePositions } from './positions.ts';
import { weigh } from './weight.ts';

// The words of a part of the index, in the cache: records of one word each, sorted, which are put behind one another when
// parts are merged. Numbers of articles are counted within the part.

/** Where an article of a part has a word. */
export interface Occurrences {
  article: number;
  /** Counted in words from the beginning of the article, ascending. */
  inTitle: readonly number[];
  inText: readonly number[];
}

/** A word of a part, with what of it can be copied. */
export interface PartWord {
  /** What words are sorted by: the word without diacritics, then as it is written, with a NUL between them. */
  key: string;
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
  const [writer, others, positions] = [new ByteWriter(), new ByteWriter(), new ByteWriter()];
  const encoder = new TextEncoder();
  const functionWords = locateFunctionWords(words, lengths);
  for (const { form, found } of sorted) {
    const isFunctionWord = numberOfFunctionWord(foldWord(form)) > 0;
    const weights = new Uint8Array(found.length);
    let last = found[0]?.article ?? 0;
    for (const [index, { article, inTitle, inText }] of found.entries()) {
      if (index > 0) others.writeNumber(article - last - 1);
      last = article;
      weights[index] = weigh(inTitle.length, inText.length, lengths[article] ?? 0);
      writePositions(positions, [...inTitle, ...inText], isFunctionWord ? undefined : functionWords[article]);
    }
    for (const bytes of [encoder.encode(form), others.take(), weights, positions.take()]) {
      writer.writeNumber(bytes.length);
      writer.writeBytes(bytes);
    }
    writer.writeNumber(found[0]?.article ?? 0);
    writer.writeNumber(last);
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
    for (const { article, inTitle, inText } of found) {
      const own = located[article];
      if (own) for (const position of [...inTitle, ...inText]) own[position] = number;
    }
  }
  return located;
}

/** Reads the words of a part one by one, in their order. */
export function* readPartWords(words: Uint8Array): Generator<PartWord> {
  const reader = new ByteReader(words);
  const decoder = new TextDecoder();
  const readField = () => reader.readBytes(reader.readNumber());
  while (!reader.isAtEnd) {
    const form = decoder.decode(readField());
    const [others, weights, positions] = [readField(), readField(), readField()];
    const [first, last] = [reader.readNumber(), reader.readNumber()];
    yield {
      key: sortKey(form),
      form,
      articles: weights.length,
      first,
      last,
      others,
      weights,
      positions,
    };
  }
}

function sortKey(form: string): string {
  return `${foldWord(form)}\0${form}`;
}
