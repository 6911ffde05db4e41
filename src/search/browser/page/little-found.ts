import type { Summary } from '../engine/worker-messages.ts';
import { createOffers } from '../near/offers.ts';
import { withWords, type SearchState } from '../state/search-state.ts';
import { fill } from './element.ts';
import { createRelaxations } from './relaxations.ts';
import { hrefOfValue, type FacetNames } from './summary.ts';

// Loaded only when little is found.

/** What is needed of the page. */
export interface LittleFoundPage {
  /** Where parts that can be left out are listed, and where other words and names are offered. */
  relaxations: HTMLElement;
  offers: HTMLElement;
  /** The address of the list of words, and of the folder of the names. */
  list: string;
  names: string;
  /** The facet of each vocabulary: `person` for `people`. */
  singulars: Readonly<Record<string, string>>;
  facetNames: FacetNames;
  /** Shows another search. */
  changeTo(next: SearchState): void;
  /** Whether the page still shows this answer. */
  isCurrent(): boolean;
}

/** Says why little is found, and offers other searches. */
export async function showLittleFound(
  state: SearchState,
  summary: Summary,
  page: LittleFoundPage,
): Promise<void> {
  const { list, names, singulars, facetNames, changeTo } = page;
  if (summary.total === 0 || summary.without !== undefined)
    fill(page.relaxations, createRelaxations(state, summary, facetNames, changeTo));
  if (summary.rare.length === 0) return;
  const offers = await createOffers(summary.rare, {
    list,
    names,
    replace: ({ text }, by) =>
      changeTo(
        withWords(
          state,
          state.words.replace(text, () => by),
        ),
      ),
    hrefOf(key) {
      const [vocabulary = '', id = ''] = key.split(/\/(.*)/s);
      return hrefOfValue(singulars[vocabulary] ?? vocabulary, id);
    },
  });
  if (page.isCurrent()) fill(page.offers, offers);
}
