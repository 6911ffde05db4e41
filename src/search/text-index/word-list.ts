import { gzipSync } from 'node:zlib';

/** What the list may have at most, compressed, in bytes: it is loaded when little is found. */
const largest = 38_000;

/** Words that nobody means to look for by another: short ones, and numbers. */
const isWord = /^\p{L}{4,}$/u;

/** Collects the words of an index, for readers who misspell one. */
export interface WordList {
  add(word: string, articles: number): void;
  /**
   * Writes the words of the most articles: a line for each power of ten of their numbers, the most frequent first, in which
   * words are sorted and separated by spaces. Sorted words are compressed best.
   */
  write(): string;
}

export function createWordList(): WordList {
  const counted: [word: string, articles: number][] = [];
  return {
    add(word, articles) {
      if (isWord.test(word)) counted.push([word, articles]);
    },
    write() {
      const byFrequency = counted.toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      let length = byFrequency.length;
      for (;;) {
        const list = writeLines(byFrequency.slice(0, length));
        const size = gzipSync(list).length;
        if (size <= largest) return list;
        length = Math.floor(length * Math.min(0.98, largest / size));
      }
    },
  };
}

function writeLines(byFrequency: readonly (readonly [word: string, articles: number])[]): string {
  const lines = Map.groupBy(byFrequency, ([, articles]) => Math.floor(Math.log10(articles)));
  return Array.from(
    lines.values(),
    (words) =>
      `${words
        .map(([word]) => word)
        .sort()
        .join(' ')}\n`,
  ).join('');
}
