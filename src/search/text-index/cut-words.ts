import type { MergedWord } from './merge-words.ts';
import { encodeWords } from './word-file.ts';

/** A file of words and its file of positions: see `word-file.ts`. */
export interface CutWords {
  /** See `WordTable`. */
  from: string;
  words: Uint8Array;
  positions: Uint8Array;
}

/** How many articles the words of a file have together, at most; a word of that many has a file of its own. */
const fileSize = 10_000;

/**
 * Distributes words among files, so that none comes with a much more frequent one.
 *
 * @param words sorted
 * @param total the number of articles of the archive
 */
export function* cutWords(words: Iterable<MergedWord>, total: number): Generator<CutWords> {
  let own: MergedWord[] = [];
  let [from, last, size] = ['', '', 0];
  for (const word of words) {
    const folded = foldedOf(word);
    // All spellings of a word are in one file.
    if (own.length > 0 && size + word.articles > fileSize && folded !== last) {
      yield { from, ...encodeWords(own, total) };
      [own, size] = [[], 0];
    }
    if (own.length === 0) from = shortenBound(folded, last);
    own.push(word);
    size += word.articles;
    last = folded;
  }
  if (own.length > 0) yield { from, ...encodeWords(own, total) };
}

/** A word without diacritics. */
export function foldedOf({ key }: MergedWord): string {
  return key.slice(0, key.indexOf('\0'));
}

/** The shortest beginning of a word that is above another one. */
function shortenBound(word: string, below: string): string {
  let length = 0;
  while (length < below.length && word[length] === below[length]) length++;
  return word.slice(0, length + 1);
}
