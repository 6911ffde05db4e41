import { foldWord } from '../browser/text/fold-for-search.ts';
import { tokenize } from '../browser/text/tokenize.ts';
import { findPhrase } from './find-phrase.ts';
import type { LoadedWord } from './load-words.ts';
import { decodePositions, decodeWords, readNumbers } from './word-file.ts';

/** Finds out whether articles have some phrases, by the files of words of an index alone. */
export interface PhraseFinder {
  /**
   * Reads a file of words.
   *
   * @param words its content, decompressed
   * @param positions that of its file of positions
   * @throws when they are in another form
   */
  read(words: Uint8Array, positions: Uint8Array): void;
  /** @returns the number of an article that has a phrase, in what was read; undefined when none has */
  find(phrase: string): Promise<number | undefined>;
}

/** @param phrases all that will be looked for */
export function createPhraseFinder(phrases: readonly string[]): PhraseFinder {
  const sought = new Map(phrases.flatMap(wordsOf).map((word): [string, LoadedWord[]] => [word, []]));
  let articles = 0;
  return {
    read(words, positions) {
      const decoded = decodeWords(words);
      const own = decodePositions(positions, decoded.length);
      for (const [index, word] of decoded.entries()) {
        const folded = foldWord(word.form);
        const found = sought.get(folded);
        if (!found) continue;
        found.push({ ...word, folded, loadPositions: async () => own[index] ?? new Uint8Array() });
        articles = Math.max(articles, (readNumbers(word).at(-1) ?? 0) + 1);
      }
    },
    async find(phrase) {
      const loader = {
        // Where they are is at hand, so that it does not matter which the index keeps with other words.
        loadTable: async () => ({ functionWords: [] }),
        findWord: async (word: string) => sought.get(word) ?? [],
      };
      const scores = await findPhrase(wordsOf(phrase), loader, new Float32Array(articles));
      const article = scores.findIndex((score) => score > 0);
      return article === -1 ? undefined : article;
    },
  };
}

function wordsOf(phrase: string): string[] {
  return tokenize(phrase).words.map(({ form }) => foldWord(form));
}
