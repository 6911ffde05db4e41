import { defaultFacetOptions, type FacetOptions, type FacetView } from '../engine/facet-views.ts';
import type { Summary } from '../engine/worker-messages.ts';
import { findIds } from '../names/find-names.ts';
import { combine, toggle, writeState, yearFacet, type SearchState } from '../state/search-state.ts';
import { linesOf, writeLines } from '../compare/lines.ts';
import { createDateFields } from './date-fields.ts';
import { createFacetList, moreValues } from './facet-list.ts';
import { createResultsChart } from './results-chart.ts';

// Loaded beside the first answer, which does not wait for it; on a narrow screen when a reader opens it. Facets are most of
// what a search loads, so that each is loaded when it would be in view, and added below the others, where it moves nothing.

/** What is needed of the page. */
export interface PanelPage {
  find<Kind extends HTMLElement>(id: string): Kind;
  /** The facets, in their order. */
  facets: readonly { key: string; title: string }[];
  /** The facet of each vocabulary: `person` for `people`. */
  singulars: Readonly<Record<string, string>>;
  /** The address of the folder of the names. */
  names: string;
  getState(): SearchState;
  changeTo(next: SearchState): void;
  /** Counts the values of facets for the latest answer. @returns undefined when a newer search was started meanwhile */
  viewFacets(options: Record<string, FacetOptions>): Promise<FacetView[] | undefined>;
  /** Says that they could not be loaded. */
  fail(reason: unknown): void;
}

/** What a search can be narrowed by: dates, years and facets. */
export interface NarrowPanel {
  showDates(state: SearchState): void;
  show(state: SearchState, summary: Summary): void;
}

export function createNarrowPanel(page: PanelPage): NarrowPanel {
  const { find, facets, singulars, names, getState, changeTo } = page;
  const dates = createDateFields(
    find<HTMLFormElement>('dates'),
    { from: find<HTMLInputElement>('from'), to: find<HTMLInputElement>('to') },
    find('dates-error'),
    (range) => changeTo({ ...getState(), ...range }),
  );
  const inRange = (from: string, to: string): SearchState => {
    const state = getState();
    return { ...state, facets: { ...state.facets, [yearFacet]: [] }, from, to };
  };
  const chart = createResultsChart(find('years'), {
    hrefOf: (from, to) => `?${writeState(inRange(from, to)).toString()}`,
    choose: (from, to) => changeTo(inRange(from, to)),
  });
  const comparing = find('comparing');
  const compareLink = comparing.querySelector('a');
  /** What is shown of the facets that are loaded. */
  const shown: Record<string, FacetOptions> = {};
  const optionsOf = (key: string) => shown[key] ?? defaultFacetOptions;
  const findNext = () => facets.find(({ key }) => !(key in shown));
  const more = find('more-facets');
  // The end of the facets is in view.
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) void addFacet();
  });
  more.addEventListener('click', () => void addFacet());
  const update = async () => {
    try {
      const views = await page.viewFacets(shown);
      if (views) facetList.show(views);
      more.hidden = !findNext();
      return views ?? [];
    } catch (error) {
      page.fail(error);
      return [];
    }
  };
  const addFacet = async () => {
    observer.unobserve(more);
    const next = findNext();
    if (!next) return;
    shown[next.key] = defaultFacetOptions;
    const views = await update();
    // Of a search that finds nothing, the others are hardly worth their bytes.
    if (views.some(({ total }) => total > 0)) observer.observe(more);
  };
  const facetList = createFacetList(find('facets'), facets, Object.values(singulars), {
    toggle: (key, id) => changeTo(toggle(getState(), key, id)),
    combine: (key, how) => changeTo(combine(getState(), key, how)),
    more(key) {
      shown[key] = { ...optionsOf(key), limit: optionsOf(key).limit + moreValues };
      void update();
    },
    async narrow(key, words) {
      const vocabulary = Object.keys(singulars).find((name) => singulars[name] === key);
      const ids = vocabulary && words.trim() ? await findIds(names, vocabulary, words) : [];
      shown[key] = { ...optionsOf(key), words, ids };
      void update();
    },
  });
  return {
    showDates: (state) => dates.show(state),
    show(state, summary) {
      chart.show(summary.timeline, state);
      if (compareLink)
        compareLink.search = writeLines({
          lines: linesOf(state, Object.values(singulars)),
          areShares: false,
        });
      comparing.hidden = false;
      void update().then(() => observer.observe(more));
    },
  };
}
