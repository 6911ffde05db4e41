import type { Archive } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { wordLanguage } from '../archive/holdings.ts';
import { vocabularies } from '../records/vocabularies.ts';

/**
 * What the search knows of each article besides its words: its date and its facets. Articles go by their number: from
 * the oldest, those without a date first, so that a new one changes few numbers. The index's pages have the same ones.
 */
export interface Catalogue {
  /** The dates in that order, in EDTF and '' for none, each with how many articles in turn have it. */
  dates: readonly (readonly [edtf: string, articles: number])[];
  facets: readonly CatalogueFacet[];
}

/** A facet: what articles can be narrowed by. */
export interface CatalogueFacet {
  /** Its name in the address: `person`. */
  key: string;
  /** The values in use, those of most articles first. */
  values: readonly (readonly [id: string, name: string])[];
  /** For each value the articles that have it, as the distance of each number from the one before it (at first from -1). */
  articles: readonly (readonly number[])[];
}

/** The facet of the texts' languages. */
export const languageFacet = { key: 'language', title: 'Language' };

/** The order in which articles are numbered. */
export function inCatalogueOrder<Each>(newestFirst: readonly Each[]): Each[] {
  return newestFirst.toReversed();
}

/** Makes the catalogue of an archive. A place or topic has the articles of what lies in it or is a part of it too. */
export function createCatalogue({ articles: newestFirst, records }: Archive): Catalogue {
  const articles = inCatalogueOrder(newestFirst);
  const numbers = new Map(articles.map((article, number) => [article, number]));
  const named = vocabularies.map(({ name, singular }) => {
    const values = records[name]
      .filter((record) => record.articles.length > 0)
      .map(({ id, name, articles }): Value => ({ id, name, articles }));
    return createFacet(singular, values, numbers);
  });
  const byLanguage = Map.groupBy(articles, ({ language }) => language);
  const languages = [...byLanguage].map(([id, articles]): Value => ({
    id,
    name: wordLanguage(id),
    articles,
  }));
  return {
    dates: countRuns(articles.map(({ date }) => date?.edtf ?? '')),
    facets: [...named, createFacet(languageFacet.key, languages, numbers)],
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
): CatalogueFacet {
  const sorted = values.toSorted((a, b) => b.articles.length - a.articles.length || (a.id < b.id ? -1 : 1));
  return {
    key,
    values: sorted.map(({ id, name }): [string, string] => [id, name]),
    articles: sorted.map(({ articles }) => {
      let last = -1;
      const ascending = articles.map((article) => numbers.get(article) ?? 0).sort((a, b) => a - b);
      return ascending.map((number) => {
        const distance = number - last;
        last = number;
        return distance;
      });
    }),
  };
}

function countRuns(texts: readonly string[]): [string, number][] {
  const runs: [string, number][] = [];
  for (const text of texts) {
    const last = runs.at(-1);
    if (last?.[0] === text) last[1]++;
    else runs.push([text, 1]);
  }
  return runs;
}
