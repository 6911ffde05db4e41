import TinyQueue from 'tinyqueue';

import { ByteWriter } from './bytes.ts';
import { readPartWords, sortKey, type PartWord, type ReadBytes } from './part-words.ts';
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
  /** See {@link sortKey}. */
  key: string;
  positions: Uint8Array;
}

/** The next word of a part, and where the part goes on. */
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
  /** The next words of all parts by their forms. Each form is sorted once, although most are in many parts. */
  const heads = new Map<string, Head[]>();
  const forms = new TinyQueue<{ form: string; key: string }>([], (a, b) => (a.key < b.key ? -1 : 1));
  const advance = (part: number, rest: Generator<PartWord>) => {
    const { done, value: word } = rest.next();
    if (done) return;
    const { form } = word;
    const head: Head = { word, part, rest };
    const same = heads.get(form);
    if (same) {
      same.push(head);
      return;
    }
    heads.set(form, [head]);
    forms.push({ form, key: sortKey(form) });
  };
  const writer = new ByteWriter();
  const join = (pieces: readonly Uint8Array[]) => {
    for (const piece of pieces) writer.writeBytes(piece);
    return writer.take();
  };
  for (const [part, { readBytes }] of parts.entries()) advance(part, readPartWords(readBytes));
  for (let next = forms.pop(); next; next = forms.pop()) {
    const found = (heads.get(next.form) ?? []).sort((a, b) => a.part - b.part);
    heads.delete(next.form);
    for (const { part, rest } of found) advance(part, rest);
    yield {
      ...next,
      articles: found.reduce((sum, { word }) => sum + word.articles, 0),
      numbers: joinNumbers(found, firstArticles, writer),
      coding: asList,
      weights: join(found.map(({ word }) => word.weights)),
      positions: join(found.map(({ word }) => word.positions)),
    };
  }
}

/** Joins the numbers of articles: of what a part has, only the distance of its first article from the one before is new. */
function joinNumbers(
  found: readonly Head[],
  firstArticles: readonly number[],
  writer: ByteWriter,
): Uint8Array {
  let last = -1;
  for (const { word, part } of found) {
    const firstArticle = firstArticles[part] ?? 0;
    writer.writeNumber(firstArticle + word.first - last - 1);
    writer.writeBytes(word.others);
    last = firstArticle + word.last;
  }
  return writer.take();
}
