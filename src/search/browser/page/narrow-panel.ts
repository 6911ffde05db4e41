import { defaultFacetOptions, type FacetOptions } from '../engine/facet-views.ts';
import type { Summary } from '../engine/worker-messages.ts';
import { findIds } from '../names/find-names.ts';
import { combine, toggle, writeState, yearFacet, type SearchState } from '../state/search-state.ts';
import { linesOf, writeLines } from '../compare/lines.ts';
import { createDateFields } from './date-fields.ts';
import { createFacetList, moreValues } from './facet-list.ts';
import { createResultsChart } from './results-chart.ts';

// Loaded beside the first answer, which does not wait for it; on a narrow screen when a reader opens it.

/** What is needed of the page. */
export interface PanelPage {
  find<Kind extends HTMLElement>(id: string): Kind;
  /** The facets, in their order. */
  facets: readonly { key: string; title: string }[];
  /** The facet of each vocabulary: `person` for `people`. */
  singulars: Readonly<Record<string, string>>;
  /** The address of the folder of the names. */
  names: string;
  /** What is shown of the facets; is changed when a reader wants more. */
  facetOptions: Record<string, FacetOptions>;
  getState(): SearchState;
  changeTo(next: SearchState): void;
  /** Searches again, for the same. */
  update(): void;
}

/** What a search can be narrowed by: dates, years and facets. */
export interface NarrowPanel {
  showDates(state: SearchState): void;
  show(state: SearchState, summary: Summary): void;
}

export function createNarrowPanel(page: PanelPage): NarrowPanel {
  const { find, facets, singulars, names, facetOptions, getState, changeTo, update } = page;
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
  const optionsOf = (key: string) => facetOptions[key] ?? defaultFacetOptions;
  const facetList = createFacetList(find('facets'), facets, Object.values(singulars), {
    toggle: (key, id) => changeTo(toggle(getState(), key, id)),
    combine: (key, how) => changeTo(combine(getState(), key, how)),
    more(key) {
      facetOptions[key] = { ...optionsOf(key), limit: optionsOf(key).limit + moreValues };
      update();
    },
    async narrow(key, words) {
      const vocabulary = Object.keys(singulars).find((name) => singulars[name] === key);
      const ids = vocabulary && words.trim() ? await findIds(names, vocabulary, words) : [];
      facetOptions[key] = { ...optionsOf(key), words, ids };
      update();
    },
  });
  return {
    showDates: (state) => dates.show(state),
    show(state, summary) {
      facetList.show(summary.facets);
      chart.show(summary.timeline, state);
      if (compareLink)
        compareLink.search = writeLines({
          lines: linesOf(state, Object.values(singulars)),
          areShares: false,
        });
      comparing.hidden = false;
    },
  };
}
