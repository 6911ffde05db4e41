import type { Archive } from '../archive/archive.ts';
import { createWorldMap, type WorldMap } from '../archive/maps/world-map.ts';
import type { Authority } from '../archive/vocabularies/authority.ts';
import type { VocabularyPage } from '../archive/vocabularies/vocabulary-lists.ts';
import type { SitePage } from './page.ts';
import type { Link } from './parts/links.ts';
import { createPageView, type PageView } from './parts/page-view.ts';
import { paginateLinks, type Pagination } from './parts/pagination.ts';

/** The length at which a list gets a field to filter it. */
const narrowedFrom = 21;

/** What the index of a vocabulary shows, or a list of some of its records. */
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

/** The pages of the indexes of all vocabularies. */
export function listVocabularyPages(archive: Archive): SitePage<'vocabulary'>[] {
  return archive.vocabularyPages.map((index) => ({
    kind: 'vocabulary',
    path: index.href,
    isIndexable: true,
    view: () => viewVocabulary(archive, index),
  }));
}

/** What a page of a vocabulary's index shows. */
function viewVocabulary(archive: Archive, index: VocabularyPage): VocabularyView {
  const { vocabulary, list, letter, page, pages, letters } = index;
  const { paths, messages } = archive;
  const { name } = vocabulary;
  const t = messages.index;
  const { title: all, count } = messages.vocabularies[name];
  const records = archive.records[name];
  const total = count(records.length);
  const home = paths.vocabulary(name);
  const ranked = paths.vocabularyList(name, 'by-articles');
  const heading = letter ? t.byLetter(all, letter) : list === 'by-articles' ? t.byArticles(all) : all;
  const title = page > 1 ? messages.ways.titleOfPage(heading, page) : heading;
  const shown = index.groups.reduce((sum, group) => sum + group.records.length, 0);
  const isNarrowable = shown >= narrowedFrom;
  return {
    ...createPageView(archive, { title, description: t.description(title, total), path: index.href }),
    breadcrumb: list === 'all' ? undefined : [{ title: all, href: home }],
    title: heading,
    total,
    map: 'coordinates' in index.vocabulary.fields && list === 'all' ? viewMap(archive, records) : undefined,
    orders: [
      { title: t.byName, href: home, isCurrent: list === 'all' },
      { title: t.byNumber, href: ranked, isCurrent: list === 'by-articles' },
    ],
    letters:
      letters.length > 1
        ? letters.map((each) => ({ title: each.letter, href: each.href, isCurrent: each.letter === letter }))
        : [],
    excerpt: list === 'all' && shown < records.length ? t.excerpt(shown) : undefined,
    isNarrowable,
    groups: index.groups.map((group) => ({
      letter: group.letter,
      anchor: group.anchor,
      records: group.records.map((record) => listRecord(record, archive, isNarrowable)),
    })),
    pagination: paginateLinks(page, pages.length, (number) => pages[number - 1] ?? index.href, messages),
  };
}

function listRecord(record: Authority, { messages }: Archive, hasVariants: boolean): IndexedRecord {
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

function viewMap({ messages, paths }: Archive, records: readonly Authority[]): VocabularyView['map'] {
  const places = records.map(({ id, name, href, articles, data: { coordinates } }) => ({
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
