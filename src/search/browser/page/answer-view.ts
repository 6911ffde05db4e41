import { search as t } from '../../../languages/search/messages.ts';
import type { Hit } from '../engine/worker-messages.ts';
import type { SearchState } from '../state/search-state.ts';
import { fill } from './element.ts';
import { createResults } from './result-list.ts';
import type { Found } from './searcher.ts';
import { get, type Settings } from './settings.ts';
import { createChips, createNotes, type FacetNames } from './summary.ts';

/** An answer with everything that the page shows of it. */
export interface WholeAnswer extends Found {
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
  get('names').replaceChildren(...named);
  fill(get('relaxations'), little?.relaxations ?? []);
  fill(get('offers'), little?.offers ?? []);
  const { hits, total } = little?.instead ?? summary;
  get('results').replaceChildren(...createResults(hits, settings));
  showMoreButton(hits, total);
  get('ordered').hidden = total === 0;
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
