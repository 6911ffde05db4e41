import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cutWords, foldedOf } from './cut-words.ts';
import { openPartWords } from './index-part.ts';
import { mergeWords, type MergedWord } from './merge-words.ts';
import type { WordTable } from './word-file.ts';
import { createWordList, type WordList } from './word-list.ts';

/** What a thread is asked for: the words of all parts of an index, in the order of the parts. */
export interface MergeJob {
  /** Absolute path of an empty folder for the files: those of a million articles take half a gigabyte. */
  into: string;
  /** Absolute paths: see `writePart`. */
  folders: readonly string[];
  /** How many articles each has. */
  articles: readonly number[];
}

/** The words of an index, whose files are in a folder: `<name>.words` and `<name>.positions`, see `word-file.ts`. */
export interface MergedWords {
  files: WordTable['files'];
  /** The list of the most frequent words: see `createWordList`. */
  list: string;
}

/** Merges the words of parts. */
export function mergePartWords({ into, folders, articles }: MergeJob): MergedWords {
  const parts = folders.map((folder, index) => ({
    readBytes: openPartWords(folder),
    articles: articles[index] ?? 0,
  }));
  const list = createWordList();
  const total = articles.reduce((sum, each) => sum + each, 0);
  const cut = cutWords(listed(mergeWords(parts), list), total);
  const files = Array.from(cut, ({ from, words, positions }) => {
    // Eight digits: every first search loads the names of all files.
    const name = createHash('sha256').update(words).update(positions).digest('hex').slice(0, 8);
    writeFileSync(join(into, `${name}.words`), words);
    writeFileSync(join(into, `${name}.positions`), positions);
    return [from, name, Math.ceil(words.length / 1000)] as const;
  });
  return { files, list: list.write() };
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
