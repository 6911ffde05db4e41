import type { Authority } from './authority.ts';
import { groupByInitial, type InitialGroup } from './initials.ts';
import { paginate } from '../paginate.ts';
import type { Paths } from '../paths.ts';
import type { NameIndex } from '../../records/name-indexes.ts';

/** How many records are on one page, at most: about 60 KB compressed. */
const listSize = 800;

/** The name of the list by number of articles. */
const byArticles = 'by-articles';

/** A page that lists records of a vocabulary. */
export interface VocabularyPage {
  vocabulary: NameIndex;
  /** Which list it is part of: all records, those of one letter, or all by number of articles. */
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
 * Lists the pages of a vocabulary's index: A to Z on one page if it fits, otherwise the most frequent names on the first
 * page and one or more pages for each letter; and a list by number of articles.
 *
 * @param records by sort name
 */
export function listVocabulary(
  vocabulary: NameIndex,
  records: readonly Authority[],
  paths: Paths,
): VocabularyPage[] {
  const { name } = vocabulary;
  const groups = groupByInitial(records);
  const fits = records.length <= listSize;
  const letters = groups.map(({ letter, slug, anchor }) => ({
    letter,
    href: fits ? `#${anchor}` : paths.vocabularyList(name, slug),
  }));
  const frequent = records.toSorted((a, b) => b.articles.length - a.articles.length);
  const base = { vocabulary, letter: undefined, page: 1, letters };
  const home = paths.vocabulary(name);
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
        const hrefs = pages.map((_, index) => paths.vocabularyList(name, group.slug, index + 1));
        return pages.map((part, index): VocabularyPage => ({
          ...base,
          list: 'letter',
          letter: group.letter,
          page: index + 1,
          pages: hrefs,
          href: hrefs[index] ?? home,
          groups: [{ ...group, records: part }],
        }));
      });
  const ranked = paginate(frequent, listSize);
  const hrefs = ranked.map((_, index) => paths.vocabularyList(name, byArticles, index + 1));
  const byCount = ranked.map((part, index): VocabularyPage => ({
    ...base,
    list: 'by-articles',
    letters: [],
    page: index + 1,
    pages: hrefs,
    href: hrefs[index] ?? home,
    groups: part.length > 0 ? [asGroup(part)] : [],
  }));
  return [first, ...byLetter, ...byCount];
}

function asGroup(records: Authority[]): InitialGroup {
  return { letter: '', slug: '', anchor: 'records', records };
}
