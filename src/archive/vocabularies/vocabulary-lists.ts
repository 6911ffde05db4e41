import type { Authority } from './authority.ts';
import { groupByInitial, type InitialGroup } from './initials.ts';
import { paginate } from '../paginate.ts';
import type { Paths } from '../paths.ts';
import type { IndexName } from '../../records/name-indexes.ts';

/** How many records are on one page, at most: about 60 KB compressed. */
const listSize = 800;

/** The name of the list by number of articles. */
const byArticles = 'by-articles';

/** A name in an index. */
export type IndexedName = Pick<
  Authority,
  'id' | 'href' | 'sortName' | 'description' | 'variants' | 'articles'
>;

/** What is listed by name: the records of a vocabulary, the authors, or the sections of a publication. */
export interface NameList {
  name: IndexName | 'sections';
  /** The path of its URL below the home page: `people`, `publications/evening-post/sections`. */
  key: string;
  /** The publication whose sections these are; missing for what is not part of a record. */
  within?: Authority;
  /** Whether records of this kind may be on a map. */
  hasCoordinates?: boolean;
  /** By sort name. */
  names: readonly IndexedName[];
}

/** A page that lists names. */
export interface VocabularyPage {
  index: NameList;
  /** Which list it is part of: all names, those of one letter, or all by number of articles. */
  list: 'all' | 'letter' | 'by-articles';
  /** The letter, on the page of one. */
  letter: string | undefined;
  /** 1-based. */
  page: number;
  /** The paths of all pages of this list. */
  pages: readonly string[];
  href: string;
  /** The records by letter; one group without a letter when sorted by number of articles. */
  groups: readonly InitialGroup[];
  /** Links to the letters, on this page or on pages of their own. */
  letters: readonly { letter: string; href: string }[];
}

/**
 * Lists the pages of an index: A to Z on one page if it fits, otherwise the most frequent names on the first page and one or
 * more pages for each letter; and a list by number of articles.
 */
export function listVocabulary(index: NameList, paths: Paths): VocabularyPage[] {
  const { key, names: records } = index;
  const groups = groupByInitial(records);
  const fits = records.length <= listSize;
  const letters = groups.map(({ letter, slug, anchor }) => ({
    letter,
    href: fits ? `#${anchor}` : paths.vocabularyList(key, slug),
  }));
  const frequent = records.toSorted((a, b) => b.articles.length - a.articles.length);
  const base = { index, letter: undefined, page: 1, letters };
  const home = paths.record(key);
  const first: VocabularyPage = {
    ...base,
    list: 'all',
    pages: [home],
    href: home,
    groups: fits ? groups : [asGroup(frequent.slice(0, listSize / 4))],
  };
  const byLetter = fits
    ? []
    : groups.flatMap((group) => {
        const pages = paginate(group.records, listSize);
        const hrefs = pages.map((_, position) => paths.vocabularyList(key, group.slug, position + 1));
        return pages.map((part, position): VocabularyPage => ({
          ...base,
          list: 'letter',
          letter: group.letter,
          page: position + 1,
          pages: hrefs,
          href: hrefs[position] ?? home,
          groups: [{ ...group, records: part }],
        }));
      });
  const ranked = paginate(frequent, listSize);
  const hrefs = ranked.map((_, position) => paths.vocabularyList(key, byArticles, position + 1));
  const byCount = ranked.map((part, position): VocabularyPage => ({
    ...base,
    list: 'by-articles',
    letters: [],
    page: position + 1,
    pages: hrefs,
    href: hrefs[position] ?? home,
    groups: part.length > 0 ? [asGroup(part)] : [],
  }));
  return [first, ...byLetter, ...byCount];
}

function asGroup(records: IndexedName[]): InitialGroup {
  return { letter: '', slug: '', anchor: 'records', records };
}
