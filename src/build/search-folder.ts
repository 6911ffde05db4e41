import type { IndexTarget } from '../search/text-index/search-index.ts';
import type { ReleaseTarget } from './release/host-folders.ts';

/** The folder of the search index in a release. */
export function searchFolder({ takeOver, write, link }: ReleaseTarget): IndexTarget {
  const below = (file: string) => `pagefind/${file}`;
  return {
    takeOver: (file, key) => takeOver(below(file), key),
    write: (file, content, key) => write(below(file), content, key),
    link: (file, from, key) => link(below(file), from, key),
  };
}
