import TinyQueue from 'tinyqueue';

import { ByteWriter } from './bytes.ts';
import { readPartWords, type PartWord, type ReadBytes } from './part-words.ts';
import { asList, type Postings } from './word-file.ts';

/** The words of a part of the index. */
export interface PartWords {
  /** Reads them, as `encodePartWords` has written them. */
  readBytes: ReadBytes;
  /** How many articles the part has. */
  articles: number;
}

/** A word of the whole index. */
export interface MergedWord extends Postings {
  /** See {@link PartWord}. */
  key: string;
  positions: Uint8Array;
}

/** A word where a part has it, and where the part goes on. */
interface Head {
  word: PartWord;
  part: number;
  rest: Generator<PartWord>;
}

/**
 * Merges the words of parts: each comes once, sorted. Of each part only a few words are in memory at a time.
 *
 * @param parts in the order of their articles
 */
export function* mergeWords(parts: readonly PartWords[]): Generator<MergedWord> {
  let articles = 0;
  const firstArticles = parts.map((part) => (articles += part.articles) - part.articles);
  const heads = new TinyQueue<Head>([], (a, b) =>
    a.word.key < b.word.key ? -1 : a.word.key > b.word.key ? 1 : a.part - b.part,
  );
  const pushNext = (part: number, rest: Generator<PartWord>) => {
    const next = rest.next();
    if (!next.done) heads.push({ word: next.value, part, rest });
  };
  for (const [part, { readBytes }] of parts.entries()) pushNext(part, readPartWords(readBytes));
  for (let head = heads.peek(); head; head = heads.peek()) {
    const { key } = head.word;
    const found: { word: PartWord; firstArticle: number }[] = [];
    for (let next = head; next?.word.key === key; next = heads.peek() as Head) {
      heads.pop();
      found.push({ word: next.word, firstArticle: firstArticles[next.part] ?? 0 });
      pushNext(next.part, next.rest);
    }
    yield joinWord(found);
  }
}

/** Joins what parts have of a word: of each, only the distance of its first article from the one before is new. */
function joinWord(found: readonly { word: PartWord; firstArticle: number }[]): MergedWord {
  const numbers = new ByteWriter();
  let last = -1;
  for (const { word, firstArticle } of found) {
    numbers.writeNumber(firstArticle + word.first - last - 1);
    numbers.writeBytes(word.others);
    last = firstArticle + word.last;
  }
  const { key = '', form = '' } = found[0]?.word ?? {};
  return {
    key,
    form,
    articles: found.reduce((sum, { word }) => sum + word.articles, 0),
    numbers: numbers.take(),
    coding: asList,
    weights: concat(found.map(({ word }) => word.weights)),
    positions: concat(found.map(({ word }) => word.positions)),
  };
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}
