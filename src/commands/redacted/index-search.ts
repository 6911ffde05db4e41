import { createPhraseFinder } from '../../search/text-index/phrase-finder.ts';
import { listForms } from './find-name.ts';

/** Looks for names in the search index, which has their words apart. */
export interface IndexSearch {
  /**
   * @param words the content of a file of words, decompressed
   * @param positions that of its file of positions
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
      .map(({ words }) => ({ name, phrase: words.join(' ') })),
  );
  const finder = createPhraseFinder(phrases.map(({ phrase }) => phrase));
  let last = '';
  return {
    read(file, words, positions) {
      last = file;
      finder.read(words, positions);
    },
    async find() {
      const found = phrases.map(async ({ name, phrase }) => {
        const article = await finder.find(phrase);
        const where = `in this and other files of words, as those of document ${article}`;
        return article === undefined ? [] : [{ file: last, name, where }];
      });
      return (await Promise.all(found)).flat();
    },
  };
}
