import { foldWord } from '../../search/browser/text/fold-for-search.ts';
import { tokenize } from '../../search/browser/text/tokenize.ts';
import { findPhrase } from '../../search/text-index/find-phrase.ts';
import type { LoadedWord } from '../../search/text-index/load-words.ts';
import { decodePositions, decodeWords, readNumbers } from '../../search/text-index/word-file.ts';
import { listForms } from './find-name.ts';

/** Looks for names in the search index, which has their words apart. */
export interface IndexSearch {
  /**
   * Reads a file of words.
   *
   * @param words its content, decompressed
   * @param positions that of its file of positions
   * @throws when they are in another form
   */
  read(file: string, words: Uint8Array, positions: Uint8Array): void;
  /** Finds what is in the files that were read. */
  find(): Promise<{ file: string; name: string; where: string }[]>;
}

/** Creates a search of an index for names. */
export function createIndexSearch(names: readonly string[]): IndexSearch {
  const phrases = names.flatMap((name) =>
    // An index has no commas: the name with the family name first would be any two sentences that meet in it.
    listForms(name)
      .filter(({ isTurned }) => !isTurned)
      .map(({ words }) => ({
        name,
        words: tokenize(words.join(' ')).words.map(({ form }) => foldWord(form)),
      })),
  );
  const sought = new Map(
    phrases.flatMap(({ words }) => words).map((word): [string, LoadedWord[]] => [word, []]),
  );
  let [last, articles] = ['', 0];
  return {
    read(file, words, positions) {
      last = file;
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
    async find() {
      const found = phrases.map(async ({ name, words }) => {
        const scores = await findPhrase(
          words.map((word) => sought.get(word) ?? []),
          new Float32Array(articles),
        );
        const article = words.length === 0 ? -1 : scores.findIndex((score) => score > 0);
        const where = `in this and other files of words, as those of document ${article}`;
        return article === -1 ? [] : [{ file: last, name, where }];
      });
      return (await Promise.all(found)).flat();
    },
  };
}
