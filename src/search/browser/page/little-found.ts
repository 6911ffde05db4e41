import { refining } from '../../../languages/refining/messages.ts';
import type { Summary } from '../engine/worker-messages.ts';
import { createOffers } from '../near/offers.ts';
import { withWords, type SearchState } from '../state/search-state.ts';
import { element } from './element.ts';
import { createRelaxations } from './relaxations.ts';
import { hrefOfValue, type FacetNames } from './summary.ts';

// Loaded only when little is found.

/** What is needed of the page. */
export interface LittleFoundPage {
  /** The address of the list of words, and of the folder of the names. */
  list: string;
  names: string;
  /** The facet of each vocabulary: `person` for `people`. */
  singulars: Readonly<Record<string, string>>;
  facetNames: FacetNames;
  /** Shows another search. */
  changeTo(next: SearchState): void;
  /** Searches for other words. */
  search(words: string): Promise<Summary | undefined>;
}

/** Why little is found, and other searches. */
export interface LittleFound {
  /** What can be left out of the search. */
  relaxations: HTMLElement[];
  /** Other words, and names. */
  offers: HTMLElement[];
  /** The answer for other words, where those that were searched for have none. */
  instead: (Summary & { words: string }) | undefined;
}

/** Finds out why little is found, and what to offer. */
export async function findOffers(
  state: SearchState,
  summary: Summary,
  page: LittleFoundPage,
): Promise<LittleFound> {
  const { list, names, singulars, facetNames, changeTo } = page;
  const relaxations =
    summary.total === 0 || summary.without !== undefined
      ? createRelaxations(state, summary, facetNames, changeTo)
      : [];
  if (summary.rare.length === 0) return { relaxations, offers: [], instead: undefined };
  const { containing, elements } = await createOffers(summary.rare, {
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
  const [word] = summary.rare;
  // A word in quotation marks is that word.
  const isOnlyWord =
    summary.total === 0 && word?.text === state.words && word.text === removeQuotes(word.text);
  if (!isOnlyWord || containing.length === 0) return { relaxations, offers: elements, instead: undefined };
  const words = containing.join(' OR ');
  const answer = await page.search(words);
  return {
    relaxations,
    offers: [...elements, element('p', {}, refining.shownContaining)],
    instead: answer && { ...answer, words },
  };
}

function removeQuotes(words: string): string {
  return words.replace(/["“”„«»]/g, '');
}
