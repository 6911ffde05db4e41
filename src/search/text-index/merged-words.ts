import { hash } from 'node:crypto';

import { cutWords, foldedOf, type CutWords } from './cut-words.ts';
import { loadPartWords } from './index-part.ts';
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
  /** The contents of all files, one after another, in memory that threads share. */
  bytes: Uint8Array;
  /** See `word-file.ts`. */
  files: { from: string; words: Content; positions: Content }[];
  /** The list of the most frequent words: see `createWordList`. */
  list: string;
}

/** Where the content of a file is, and its digest. */
interface Content {
  digest: string;
  start: number;
  end: number;
}

/** Merges the words of parts. */
export async function mergePartWords({ folders, articles }: MergeJob): Promise<MergedWords> {
  const parts = folders.map(async (folder, index) => ({
    words: await loadPartWords(folder),
    articles: articles[index] ?? 0,
  }));
  const list = createWordList();
  const cut = [...cutWords(listed(mergeWords(await Promise.all(parts)), list))];
  const size = cut.reduce((sum, { words, positions }) => sum + words.length + positions.length, 0);
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  let end = 0;
  const place = (content: Uint8Array): Content => {
    const start = end;
    bytes.set(content, start);
    end += content.length;
    return { digest: hash('sha256', content), start, end };
  };
  const files = cut.map(({ from, words, positions }: CutWords) => ({
    from,
    words: place(words),
    positions: place(positions),
  }));
  return { bytes, files, list: list.write() };
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
