import type { SearchState } from './search-state.ts';

/** One article found. */
export interface Hit {
  url: string;
  title: string;
  /** The date in words. */
  date: string;
  /** BCP 47 tag of the text. */
  language: string;
  /** HTML with the words in `<mark>`. */
  excerpt: string;
}

/** The answer to a search. */
export interface Answer {
  /** How many articles were found. */
  total: number;
  /** Loads the articles of a part of the list. */
  load(start: number, end: number): Promise<Hit[]>;
  /** For each facet, how many articles each value would give, its own choice left out of account. */
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The part of Pagefind's browser API that is used (pagefind.app/docs/api). */
interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(words: string | null, options: PagefindOptions): Promise<PagefindAnswer>;
}

interface PagefindOptions {
  filters: { all: readonly Record<string, { any: readonly string[] }>[] };
  sort?: Record<string, 'asc' | 'desc'>;
}

interface PagefindAnswer {
  results: { data(): Promise<{ url: string; excerpt: string; meta: Record<string, string> }> }[];
  filters: Record<string, Record<string, number>>;
}

/** Words of text around a found word. */
const excerptLength = 32;

/**
 * Loads the search index.
 *
 * @param index the address of its folder
 * @param home the address of the home page, which the index's addresses begin from
 * @throws when it cannot be loaded
 */
export async function loadSearch(
  index: string,
  home: string,
): Promise<(state: SearchState) => Promise<Answer>> {
  const pagefind = (await import(/* @vite-ignore */ `${index}pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: home, excerptLength });
  // Counts are given only for facets that have been loaded.
  await pagefind.filters();

  return async ({ words, facets, with: required }) => {
    const chosen = Object.entries(facets).filter(([, values]) => values.length > 0);
    const ask = (without?: string) => {
      const all = [
        ...chosen.filter(([key]) => key !== without).map(([key, any]) => ({ [key]: { any } })),
        ...required.map((value) => {
          const [key = '', id = ''] = value.split(/:(.*)/s);
          return { [key]: { any: [id] } };
        }),
      ];
      const order: Pick<PagefindOptions, 'sort'> = words ? {} : { sort: { date: 'desc' } };
      return pagefind.search(words || null, { filters: { all }, ...order });
    };
    const [{ results, filters }, ...others] = await Promise.all([ask(), ...chosen.map(([key]) => ask(key))]);
    const own = chosen.map(([key], position) => [key, others[position]?.filters[key] ?? {}]);
    return {
      total: results.length,
      counts: { ...filters, ...Object.fromEntries(own) },
      async load(start, end) {
        const loaded = await Promise.all(results.slice(start, end).map((result) => result.data()));
        return loaded.map(({ url, excerpt, meta }) => ({
          url,
          excerpt,
          title: meta.title ?? url,
          date: meta.date ?? '',
          language: meta.language ?? '',
        }));
      },
    };
  };
}

/** The search of an archive that has no articles. */
export async function findNothing(): Promise<Answer> {
  return { total: 0, counts: {}, load: () => Promise.resolve([]) };
}
