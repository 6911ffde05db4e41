import { createHash } from 'node:crypto';

import { cutWords, foldedOf } from './cut-words.ts';
import { openPartWords } from './index-part.ts';
import { mergeWords, type MergedWord } from './merge-words.ts';
import { createWordList, type WordList } from './word-list.ts';

/** What a thread is asked for: the words of all parts of an index, in the order of the parts. */
export interface MergeJob {
  /** Absolute paths: see `writePart`. */
  folders: readonly string[];
  /** How many articles each has. */
  articles: readonly number[];
}

/** The words of an index, as a thread hands them over. */
export interface MergedWords {
  /** See `word-file.ts`; the contents are in memory that threads share. */
  files: { from: string; name: string; words: Uint8Array; positions: Uint8Array }[];
  /** The list of the most frequent words: see `createWordList`. */
  list: string;
}

/** Merges the words of parts. */
export function mergePartWords({ folders, articles }: MergeJob): MergedWords {
  const parts = folders.map((folder, index) => ({
    readBytes: openPartWords(folder),
    articles: articles[index] ?? 0,
  }));
  const list = createWordList();
  const total = articles.reduce((sum, each) => sum + each, 0);
  const cut = cutWords(listed(mergeWords(parts), list), total);
  const files = Array.from(cut, ({ from, words, positions }) => ({
    from,
    // Eight digits: every first search loads the names of all files.
    name: createHash('sha256').update(words).update(positions).digest('hex').slice(0, 8),
    words: share(words),
    positions: share(positions),
  }));
  return { files, list: list.write() };
}

function share(content: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(content.length));
  shared.set(content);
  return shared;
}

/** Adds words to a list as they pass: all spellings of one as one. */
function* listed(words: Iterable<MergedWord>, list: WordList): Generator<MergedWord> {
  let [folded, articles] = ['', 0];
  for (const word of words) {
    const own = foldedOf(word);
    if (own !== folded) {
      list.add(folded, articles);
      [folded, articles] = [own, 0];
    }
    articles += word.articles;
    yield word;
  }
  list.add(folded, articles);
}
