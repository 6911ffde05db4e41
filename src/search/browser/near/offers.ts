import { refining } from '../../../languages/refining/messages.ts';
import type { RareWord } from '../engine/worker-messages.ts';
import { element } from '../page/element.ts';
import { foldWord } from '../text/fold-for-search.ts';
import { findNearNames } from './near-names.ts';
import { findNearWords } from './near-words.ts';

// Loaded only when little is found.

/** What the offers need of the page. */
export interface OfferActions {
  /** The address of the list of words, and of the folder of the names. */
  list: string;
  names: string;
  /** Searches for another word instead. */
  replace(word: RareWord, by: string): void;
  /** The address of the search for a record's articles, by the record's key (`people/wang-yi`). */
  hrefOf(key: string): string;
}

let list: Promise<string> | undefined;

/** What is offered for words that hardly any article has. */
export interface Offers {
  elements: HTMLElement[];
  /** The longer words that have the first of them within. */
  containing: readonly string[];
}

/**
 * Creates what is offered for words that hardly any article has: the nearest words of the index, longer words that have them
 * within, and the nearest names.
 */
export async function createOffers(words: readonly RareWord[], actions: OfferActions): Promise<Offers> {
  list ??= loadList(actions.list);
  const known = await list;
  const offers = await Promise.all(words.map((word) => createOffer(word, known, actions)));
  return {
    elements: offers.flatMap(({ elements }) => elements),
    containing: offers[0]?.containing ?? [],
  };
}

async function loadList(address: string): Promise<string> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.text() : '';
  } catch {
    return '';
  }
}

async function createOffer(word: RareWord, known: string, actions: OfferActions): Promise<Offers> {
  const folded = foldWord(word.word);
  const { similar, containing } = findNearWords(folded, known);
  const names = await findNearNames(actions.names, folded);
  const button = (text: string) => {
    const created = element('button', { type: 'button', className: 'plain' }, text);
    created.addEventListener('click', () => actions.replace(word, text));
    return created;
  };
  const links = names.map(([name, key]) => element('a', { href: actions.hrefOf(key) }, name));
  const rows: [lead: string, offers: HTMLElement[]][] = [
    [refining.similar(word.text), [...links, ...similar.map(button)]],
    [refining.containing(word.text), containing.map(button)],
  ];
  const lines = rows
    .filter(([, offers]) => offers.length > 0)
    .map(([lead, offers]) => element('p', {}, lead, ...offers.flatMap((offer) => [' ', offer])));
  const missing = word.articles === 0 ? [element('p', {}, refining.inNone(word.text))] : [];
  return { elements: [...missing, ...lines], containing };
}
