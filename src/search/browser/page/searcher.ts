import type { FacetOptions, FacetView } from '../engine/facet-views.ts';
import { startSearch, type SearchClient } from '../engine/search-client.ts';
import type { Hit, Summary } from '../engine/worker-messages.ts';
import type { SearchState } from '../state/search-state.ts';
import type { LittleFound } from './little-found.ts';
import { get, type Settings } from './settings.ts';
import { hrefOfValue, type FacetNames } from './summary.ts';

/** What is found, before any of it is shown. */
export interface Found {
  summary: Summary;
  /** The cards of the records that the words name. */
  named: readonly HTMLElement[];
  /** What is offered when little is found. */
  little: LittleFound | undefined;
}

/** The page's access to the search. */
export interface Searcher {
  /** @returns undefined when a newer search was started meanwhile */
  search(state: SearchState, hits: number): Promise<Found | undefined>;
  /** Counts the values of facets for the latest answer. @returns undefined when a newer search was started meanwhile */
  viewFacets(options: Record<string, FacetOptions>): Promise<FacetView[] | undefined>;
  /** Loads more articles of the latest answer, with their tags where these are wanted. */
  load(from: number, to: number, withTags?: boolean): Promise<Hit[] | undefined>;
  /** Loads what a search for words needs, before there is one. */
  warm(): void;
  /** Begins anew, after a failure. */
  restart(): void;
}

/** The answer of an archive without articles, and of a search that failed. */
export const nothing: Summary = {
  total: 0,
  possible: 0,
  span: { first: 0, last: 0, undated: 0 },
  facets: [],
  names: {},
  timeline: { periods: [], isPart: false },
  unknown: [],
  relaxations: [],
  without: undefined,
  rare: [],
  ignored: [],
  cut: [],
  hits: [],
};

/**
 * Creates the page's access to the search, which is started by the first search.
 *
 * @param undo shows the search without one of its parts
 */
export function createSearcher(
  settings: Settings,
  facetNames: FacetNames,
  undo: (next: SearchState) => void,
): Searcher {
  const { index, catalogue, home, names, singulars } = settings;
  const progress = get<HTMLProgressElement>('progress');
  const absolute = (path: string) => new URL(path, location.href).href;
  let client: SearchClient | undefined;
  const open = () =>
    (client ??= startSearch(
      { index: absolute(index), catalogue: absolute(catalogue), home: absolute(home) },
      (done, total) => {
        [progress.value, progress.max] = [done, total];
        progress.hidden = false;
      },
    ));
  const findSummary = async (state: SearchState, hits: number) =>
    settings.isEmpty ? nothing : open().search(state, hits);
  /** What few readers need is loaded when they do. */
  const findLittle = async (state: SearchState, summary: Summary, hits: number) => {
    const { total, without, rare } = summary;
    if (settings.isEmpty || (total > 0 && without === undefined && rare.length === 0)) return undefined;
    const { findOffers } = await import('./little-found.ts');
    return findOffers(state, summary, {
      list: `${index}words.txt`,
      names,
      singulars,
      facetNames,
      changeTo: undo,
      search: (words) => findSummary({ ...state, words }, hits),
    });
  };
  /** Loaded with the index of words, which is not waited for either until there are words. */
  const findCards = async ({ words }: SearchState) => {
    if (words === '') return [];
    const { createNameCards, findNamed } = await import('../names/name-cards.ts');
    return createNameCards(await findNamed(names, words), home, singulars, hrefOfValue);
  };
  return {
    async search(state, hits) {
      const [summary, named] = await Promise.all([findSummary(state, hits), findCards(state)]);
      return summary && { summary, named, little: await findLittle(state, summary, hits) };
    },
    viewFacets: async (options) => (settings.isEmpty ? [] : open().viewFacets(options)),
    load: async (from, to, withTags = false) => open().load(from, to, withTags),
    warm: () => client?.warm(),
    restart() {
      client?.close();
      client = undefined;
    },
  };
}
