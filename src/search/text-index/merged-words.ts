import { createHash } from 'node:crypto';
import { closeSync, openSync, writeFileSync } from 'node:fs';

import { cutWords, foldedOf } from './cut-words.ts';
import { openPartWords } from './index-part.ts';
import { mergeWords, type MergedWord } from './merge-words.ts';
import type { WordTable } from './word-file.ts';
import { createWordList, type WordList } from './word-list.ts';

/** What a thread is asked for: the words of all parts of an index, in the order of the parts. */
export interface MergeJob {
  /** Absolute path of a file for them: those of a million articles take half a gigabyte. */
  into: string;
  /** Absolute paths: see `writePart`. */
  folders: readonly string[];
  /** How many articles each has. */
  articles: readonly number[];
}

/** The words of an index. */
export interface MergedWords {
  files: WordTable['files'];
  /** Where in one file their contents are: creating a file for each takes longer than writing it. */
  contents: WordFile[];
  /** The list of the most frequent words: see `createWordList`. */
  list: string;
}

/** A file of words or of positions: see `word-file.ts`. */
interface WordFile {
  /** `<name>.words` or `<name>.positions` */
  name: string;
  /** Where it is, in bytes. */
  start: number;
  length: number;
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
  const contents: WordFile[] = [];
  const file = openSync(into, 'w');
  let end = 0;
  const append = (name: string, content: Uint8Array) => {
    contents.push({ name, start: end, length: content.length });
    writeFileSync(file, content);
    end += content.length;
  };
  try {
    const files = Array.from(cut, ({ from, words, positions }) => {
      // Eight digits: every first search loads the names of all files.
      const name = createHash('sha256').update(words).update(positions).digest('hex').slice(0, 8);
      append(`${name}.words`, words);
      append(`${name}.positions`, positions);
      return [from, name, Math.ceil(words.length / 1000)] as const;
    });
    return { files, contents, list: list.write() };
  } finally {
    closeSync(file);
  }
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
