import type { Archive } from '../archive/archive.ts';
import { createWorldMap, type WorldMap } from '../archive/maps/world-map.ts';
import type { IndexedName, NameList, VocabularyPage } from '../archive/vocabularies/vocabulary-lists.ts';
import type { SitePage } from './page.ts';
import { linkDownTo, type Link } from './parts/links.ts';
import { createPageView, type PageView } from './parts/page-view.ts';
import { paginateLinks, type Pagination } from './parts/pagination.ts';

/** The length at which a list gets a field to filter it. */
const narrowedFrom = 21;

/** What an index of names shows, or a list of some of them. */
export interface VocabularyView extends PageView {
  breadcrumb: Link[] | undefined;
  title: string;
  /** `120 people`. */
  total: string;
  /** The map of the places. */
  map: (WorldMap & { excerpt: string | undefined }) | undefined;
  /** The orders of the list, of which one may be that of this page. */
  orders: (Link & { isCurrent: boolean })[];
  /** Links to the letters; empty when there is only one. */
  letters: (Link & { isCurrent: boolean })[];
  /** A note that the list has only some of the records. */
  excerpt: string | undefined;
  /** Whether the list is long enough for a field to filter it. */
  isNarrowable: boolean;
  groups: RecordGroup[];
  pagination: Pagination | undefined;
}

/** Records under a letter, or without one in a list by number of articles. */
export interface RecordGroup {
  letter: string;
  /** The `id` of its heading. */
  anchor: string;
  records: IndexedRecord[];
}

/** A record in an index. */
interface IndexedRecord extends Link {
  description: string;
  /** The number of its articles, and the noun that goes with it. */
  count: string;
  noun: string;
  /** The variant names that the filter also matches. */
  variants: string | undefined;
}

/** The pages of all indexes of names. */
export function listVocabularyPages(archive: Archive): SitePage<'vocabulary'>[] {
  return archive.vocabularyPages.map((index) => ({
    kind: 'vocabulary',
    path: index.href,
    isIndexable: true,
    view: () => viewVocabulary(archive, index),
  }));
}

/** What a page of an index shows. */
function viewVocabulary(archive: Archive, listPage: VocabularyPage): VocabularyView {
  const { index, list, letter, page, pages, letters } = listPage;
  const { paths, messages } = archive;
  const { name, key, within, names } = index;
  const t = messages.index;
  const { title: all, count } = messages.vocabularies[name];
  const total = count(names.length);
  const home = paths.record(key);
  const ranked = paths.vocabularyList(key, 'by-articles');
  const heading = letter ? t.byLetter(all, letter) : list === 'by-articles' ? t.byArticles(all) : all;
  const titleOfPage = page > 1 ? messages.ways.titleOfPage(heading, page) : heading;
  const title = within ? messages.periods.partOf(within.name, titleOfPage) : titleOfPage;
  const shown = listPage.groups.reduce((sum, group) => sum + group.records.length, 0);
  const isNarrowable = shown >= narrowedFrom;
  return {
    ...createPageView(archive, { title, description: t.description(title, total), path: listPage.href }),
    breadcrumb:
      within || list !== 'all'
        ? [
            ...(within ? linkDownTo(archive, within) : []),
            ...(list === 'all' ? [] : [{ title: all, href: home }]),
          ]
        : undefined,
    title: heading,
    total,
    map: index.hasCoordinates && list === 'all' ? viewMap(archive, index) : undefined,
    orders: [
      { title: t.byName, href: home, isCurrent: list === 'all' },
      { title: t.byNumber, href: ranked, isCurrent: list === 'by-articles' },
    ],
    letters:
      letters.length > 1
        ? letters.map((each) => ({ title: each.letter, href: each.href, isCurrent: each.letter === letter }))
        : [],
    excerpt: list === 'all' && shown < names.length ? t.excerpt(shown) : undefined,
    isNarrowable,
    groups: listPage.groups.map((group) => ({
      letter: group.letter,
      anchor: group.anchor,
      records: group.records.map((record) => listRecord(record, archive, isNarrowable)),
    })),
    pagination: paginateLinks(page, pages.length, (number) => pages[number - 1] ?? listPage.href, messages),
  };
}

function listRecord(record: IndexedName, { messages }: Archive, hasVariants: boolean): IndexedRecord {
  const { sortName, href, description, variants, articles } = record;
  return {
    title: sortName,
    href,
    description,
    count: messages.number(articles.length),
    noun: messages.articleNoun(articles.length),
    variants: hasVariants && variants.length > 0 ? variants.join(' ') : undefined,
  };
}

function viewMap({ messages, paths, records }: Archive, { name }: NameList): VocabularyView['map'] {
  const listed = name === 'sections' ? [] : records[name];
  const places = listed.map(({ id, name, href, articles, data: { coordinates } }) => ({
    id,
    name,
    href,
    count: articles.length,
    coordinates,
  }));
  const map = createWorldMap(places, messages, (ids) => paths.searchAny('place', ids));
  if (map.shown === 0) return undefined;
  const isExcerpt = map.shown < map.total;
  return { ...map, excerpt: isExcerpt ? messages.index.mapExcerpt(map.shown, map.total) : undefined };
}
