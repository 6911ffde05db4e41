import type { Archive } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { labelOf } from '../archive/vocabularies/authority.ts';
import { earliest } from '../records/date/archive-date.ts';
import { identifyOrder } from './article-order.ts';
import { encodeNumbers } from './browser/engine/golomb-rice.ts';
import { dayNumber } from './browser/engine/day-number.ts';
import type { NumberedFile } from './browser/engine/same-order.ts';

/**
 * What the search knows of each article besides its words: its date and its facets. The dates are loaded with every first
 * search, a facet when it is looked at or chosen. Articles are identified by their numbers: see `listDocuments`. Lists of
 * numbers are encoded as texts: see `encodeNumbers`.
 */
export interface Catalogue {
  dates: CatalogueDates;
  facets: readonly CatalogueFacet[];
}

/** The dates of all articles, and what facets there are. */
export interface CatalogueDates extends NumberedFile {
  /** How many articles there are. */
  articles: number;
  /** How many of them have no date; they have the first numbers. */
  undated: number;
  /** The first day that each other article's date can mean, counted from `first`; all numbers are below `end`. */
  days: { first: string; end: number; numbers: string };
  /** The articles whose date is not one exact day, and their dates in EDTF. */
  inexact: { articles: string; dates: readonly string[] };
  facets: readonly FacetSize[];
}

/** What is known of a facet before it is loaded. */
export interface FacetSize {
  key: string;
  /** How many values it has, and how many characters its file has. */
  values: number;
  size: number;
}

/** A facet: what articles can be narrowed by. */
export interface CatalogueFacet extends NumberedFile {
  /** Its name in the address: `person`. */
  key: string;
  /** The values that articles have, in descending order of how many have them. */
  values: readonly (readonly [id: string, name: string, articles: number])[];
  /** The numbers of the articles that have each value. */
  articles: string;
}

export { yearFacet } from './browser/state/search-state.ts';

/** The key of the facet of the texts' languages. */
export const languageFacet = 'language';

/** The key of the facet of the sections in which texts were printed. */
export const sectionFacet = 'section';

/** The key of the facet of articles with pictures, and its only value. */
export const pictureFacet = { key: 'picture', value: 'yes' } as const;

/** The key of the facet of articles whose text a program recognized on pictures, and its only value. */
export const recognizedFacet = { key: 'recognized', value: 'yes' } as const;

/** The key of the facet of the archives of a federation. */
export const archiveFacet = 'archive';

/** The order in which articles are numbered: undated first, then from the oldest on. A new article changes few numbers. */
export function inCatalogueOrder<Each>(newestFirst: readonly Each[]): Each[] {
  return newestFirst.toReversed();
}

/** Lists the keys of the facets that an archive has. */
export function listFacetKeys({
  articles,
  federated,
  indexes,
}: Pick<Archive, 'articles' | 'federated' | 'indexes'>): string[] {
  return [
    ...(federated.length > 0 ? [archiveFacet] : []),
    ...indexes.map(({ singular }) => singular),
    ...(articles.some(({ source }) => source?.section) ? [sectionFacet] : []),
    languageFacet,
    ...(articles.some(({ pictures }) => pictures.length > 0) ? [pictureFacet.key] : []),
    ...(articles.some(({ ocr }) => ocr) ? [recognizedFacet.key] : []),
  ];
}

/** Creates the catalogue of an archive. */
export function createCatalogue(archive: Archive): Catalogue {
  const articles = inCatalogueOrder(archive.articles);
  const numbers = new Map(articles.map((article, number) => [article, number]));
  const order = identifyOrder(articles.map(({ href }) => archive.paths.fromHome(href)));
  const facets = listFacetKeys(archive).map((key) =>
    createFacet(key, listValues(key, articles, archive), numbers, order),
  );
  const sizes = facets.map((facet): FacetSize => {
    const { key, values } = facet;
    return { key, values: values.length, size: JSON.stringify(facet).length };
  });
  return { dates: { order, articles: articles.length, ...listDates(articles), facets: sizes }, facets };
}

/** Lists the values of a facet that articles have. A place or topic also has the articles of narrower ones. */
function listValues(
  key: string,
  articles: readonly Article[],
  { indexes, records, messages }: Archive,
): Value[] {
  const index = indexes.find(({ singular }) => singular === key);
  if (index)
    return records[index.name]
      .filter((record) => record.articles.length > 0)
      .map((record) => ({ id: record.id, name: labelOf(record), articles: record.articles }));
  if (key === pictureFacet.key) {
    const illustrated = articles.filter(({ pictures }) => pictures.length > 0);
    return [{ id: pictureFacet.value, name: messages.search.withPictures, articles: illustrated }];
  }
  if (key === recognizedFacet.key) {
    const recognized = articles.filter(({ ocr }) => ocr);
    return [{ id: recognizedFacet.value, name: messages.search.recognized, articles: recognized }];
  }
  if (key === archiveFacet) {
    const byArchive = Map.groupBy(articles, ({ archive }) => archive);
    return [...byArchive].flatMap(([archive, own]) =>
      archive ? { id: archive.name, name: archive.title, articles: own } : [],
    );
  }
  const isSection = key === sectionFacet;
  const byValue = Map.groupBy(articles, ({ language, source }) =>
    isSection ? (source?.section ?? '') : language,
  );
  byValue.delete('');
  const nameOf = (id: string) => (isSection ? id : messages.nameLanguage(id));
  return [...byValue].map(([id, own]) => ({ id, name: nameOf(id), articles: own }));
}

function listDates(articles: readonly Article[]): Pick<CatalogueDates, 'undated' | 'days' | 'inexact'> {
  const dated = articles.flatMap(({ date }) => date ?? []);
  const days = dated.map((date) => dayNumber(earliest(date)));
  const first = days[0] ?? 0;
  const end = (days.at(-1) ?? first) - first + 1;
  const undated = articles.length - dated.length;
  const inexact = [...dated.entries()].filter(([, date]) => date.edtf !== earliest(date));
  return {
    undated,
    days: {
      first: dated[0] ? earliest(dated[0]) : '',
      end,
      numbers: encodeNumbers([days.map((day) => day - first)], end),
    },
    inexact: {
      articles: encodeNumbers([inexact.map(([index]) => undated + index)], articles.length),
      dates: inexact.map(([, { edtf }]) => edtf),
    },
  };
}

interface Value {
  id: string;
  name: string;
  articles: readonly Article[];
}

function createFacet(
  key: string,
  values: readonly Value[],
  numbers: ReadonlyMap<Article, number>,
  order: string,
): CatalogueFacet {
  const sorted = values.toSorted((a, b) => b.articles.length - a.articles.length || (a.id < b.id ? -1 : 1));
  const lists = sorted.map(({ articles }) =>
    articles.map((article) => numbers.get(article) ?? 0).sort((a, b) => a - b),
  );
  return {
    order,
    key,
    values: sorted.map(({ id, name, articles }): [string, string, number] => [id, name, articles.length]),
    articles: encodeNumbers(lists, numbers.size),
  };
}
