import { defaultFacetOptions, type FacetOptions, type FacetView } from '../engine/facet-views.ts';
import type { Summary } from '../engine/worker-messages.ts';
import { findIds } from '../names/find-names.ts';
import { chosenOf, combine, toggle, writeState, yearFacet, type SearchState } from '../state/search-state.ts';
import { linesOf, writeLines } from '../compare/lines.ts';
import { createDateFields } from './date-fields.ts';
import { createFacetList, moreValues } from './facet-list.ts';
import { createResultsChart } from './results-chart.ts';

// Loaded beside the first answer, which does not wait for it; on a narrow screen when a reader opens it. Facets are most of
// what a search could load: those of a large archive are closed, and loaded when they are opened.

/** How many characters of facets are loaded without being asked for; compressed they are some three quarters of that. */
const mostAtOnce = 32_000;

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
  /** What is shown of the facets that are open. */
  const open: Record<string, FacetOptions> = {};
  const optionsOf = (key: string) => open[key] ?? defaultFacetOptions;
  let closed: readonly string[] = [];
  const update = async () => {
    try {
      const views = await page.viewFacets(open);
      if (views) facetList.show(views, closed);
    } catch (error) {
      page.fail(error);
    }
  };
  const change = (key: string, options: Partial<FacetOptions>) => {
    open[key] = { ...optionsOf(key), ...options };
    closed = closed.filter((each) => each !== key);
    void update();
  };
  const facetList = createFacetList(find('facets'), facets, Object.values(singulars), {
    toggle: (key, id) => changeTo(toggle(getState(), key, id)),
    combine: (key, how) => changeTo(combine(getState(), key, how)),
    open: (key) => change(key, {}),
    more(key) {
      change(key, { limit: optionsOf(key).limit + moreValues });
    },
    async narrow(key, words) {
      const vocabulary = Object.keys(singulars).find((name) => singulars[name] === key);
      const ids = vocabulary && words.trim() ? await findIds(names, vocabulary, words) : [];
      change(key, { words, ids });
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
      let left = mostAtOnce;
      for (const { key, size } of summary.facets) {
        const isLight = size <= left;
        if (isLight) left -= size;
        if (isLight || chosenOf(state, key).length > 0) open[key] ??= defaultFacetOptions;
      }
      open[yearFacet] ??= defaultFacetOptions;
      const others = summary.facets.filter(({ key, values }) => !(key in open) && values > 1);
      closed = summary.total > 0 ? others.map(({ key }) => key) : [];
      void update();
    },
  };
}
