import { search as t } from '../../../languages/search/messages.ts';
import type { Hit } from '../engine/worker-messages.ts';
import { createNameCards } from '../names/name-cards.ts';
import type { SearchState } from '../state/search-state.ts';
import { element, fill } from './element.ts';
import { createResults } from './result-list.ts';
import type { Found } from './searcher.ts';
import { get, type Settings } from './settings.ts';
import { findTagFeed } from './tag-feed.ts';
import { createChips, createNotes, hrefOfValue, type FacetNames } from './summary.ts';

/** Articles that can be exported in the browser, which loads each by itself; more are among the data sets. */
const mostExported = 5000;

/** An answer with everything that the page shows of it. */
interface WholeAnswer extends Found {
  state: SearchState;
  /** The parameters of the address that were ignored. */
  ignored: readonly string[];
}

/**
 * Shows an answer, all of it in the same frame: what came later would move what is already read.
 *
 * @param undo shows the search without one of its parts
 */
export function showAnswer(
  answer: WholeAnswer,
  settings: Settings,
  facetNames: FacetNames,
  undo: (next: SearchState) => void,
): void {
  const { state, ignored, summary, named, little } = answer;
  get('status').textContent = summary.without
    ? t.found(0, state.words, 0)
    : t.found(summary.total, state.words, summary.possible);
  get('tools').hidden = false;
  get('chosen').replaceChildren(...createChips(state, summary.unknown, facetNames, undo));
  fill(get('notes'), createNotes(ignored, summary));
  const { home, singulars } = settings;
  get('names').replaceChildren(...createNameCards(named, home, singulars, hrefOfValue));
  fill(get('relaxations'), little?.relaxations ?? []);
  fill(get('offers'), little?.offers ?? []);
  const { hits, total } = little?.instead ?? summary;
  get('results').replaceChildren(...createResults(hits, settings));
  showMoreButton(hits, total);
  showExport(total);
  showFeed(answer, settings, facetNames);
}

/** Adds articles to those that are shown, and moves the focus to the first of them. */
export function addHits(added: readonly Hit[], settings: Settings): void {
  const items = createResults(added, settings);
  get('results').append(...items);
  items[0]?.querySelector('a')?.focus();
}

/** Shows whether there are more results. */
export function showMoreButton(hits: readonly Hit[], total: number): void {
  get('more').hidden = hits.length >= total;
}

/** Shows what can be exported: all that was found, up to a number that a browser loads in a minute or two. */
function showExport(total: number): void {
  get('ordered').hidden = get('export').hidden = total === 0;
  const isTooMuch = total > mostExported;
  get('formats').hidden = isTooMuch;
  get('all-data').hidden = !isTooMuch;
  get('exported').textContent = isTooMuch ? t.tooMany(total, mostExported) : t.exportable(total);
}

/** Links the feed of a search that is for the articles of one authority record. */
function showFeed(
  { state, summary }: WholeAnswer,
  { home, singulars }: Settings,
  { nameOf }: FacetNames,
): void {
  const feed = summary.unknown.length > 0 ? undefined : findTagFeed(state, singulars);
  const link = feed && element('a', { href: home + feed.path }, t.feed(nameOf(feed.key, feed.id)));
  fill(get('feed'), link ? [link] : []);
}

/** Shows that a search could not be answered, or no longer that. */
export function showFailure(hasFailed: boolean): void {
  get('retry').hidden = get('ways-in').hidden = !hasFailed;
  const progress = get<HTMLProgressElement>('progress');
  progress.hidden = true;
  // From now on files are loaded as a search needs them: how many is not known in advance.
  progress.removeAttribute('value');
  if (!hasFailed) return;
  get('tools').hidden = true;
  get('status').textContent = t.notLoaded;
}
