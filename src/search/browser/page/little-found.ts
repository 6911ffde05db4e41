import { search } from '../../../languages/search/messages.ts';
import type { Summary } from '../engine/worker-messages.ts';
import { createOffers } from '../near/offers.ts';
import { withWords, type SearchState } from '../state/search-state.ts';
import { element, fill } from './element.ts';
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
  /** Shows the results of other words below what was searched for. */
  showInstead(words: string): void;
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
  if (!page.isCurrent()) return;
  const { containing, elements } = offers;
  const [word] = summary.rare;
  // A word in quotation marks is that word.
  const isOnlyWord =
    summary.total === 0 && word?.text === state.words && word.text === removeQuotes(word.text);
  if (isOnlyWord && containing.length > 0) {
    page.showInstead(containing.join(' OR '));
    elements.push(element('p', {}, search.shownContaining));
  }
  fill(page.offers, elements);
}

function removeQuotes(words: string): string {
  return words.replace(/["“”„«»]/g, '');
}
