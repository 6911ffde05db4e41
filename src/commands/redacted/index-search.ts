import { createPhraseFinder } from '../../search/pagefind/find-phrase.ts';
import { listForms } from './find-name.ts';

/** Looks for names in the search index, which has their words apart. */
export interface IndexSearch {
  /** @param content of a file of words, unpacked */
  read(file: string, content: Uint8Array): void;
  /** Finds what is in the files that were read. */
  find(): { file: string; name: string; where: string }[];
}

/** Creates a search of an index for names. */
export function createIndexSearch(names: readonly string[]): IndexSearch {
  const searches = names.flatMap((name) =>
    // An index has no commas: the name with the family name first would be any two sentences that meet in it.
    listForms(name)
      .filter(({ isTurned }) => !isTurned)
      .map(({ words }) => ({ name, finder: createPhraseFinder(words.join(' ')) })),
  );
  let last = '';
  return {
    read(file, content) {
      last = file;
      for (const { finder } of searches) finder.read(content);
    },
    find: () =>
      searches.flatMap(({ name, finder }) => {
        const [page] = finder.findPages();
        return page === undefined
          ? []
          : [{ file: last, name, where: `in this and other files of words, as those of document ${page}` }];
      }),
  };
}
