import { search as t } from '../../../languages/search/messages.ts';
import type { Hit, Summary } from '../engine/worker-messages.ts';
import { keepResults, readPosition } from '../from-result/kept-results.ts';
import {
  everything,
  readState,
  withWords,
  writeState,
  type Order,
  type SearchState,
} from '../state/search-state.ts';
import { addHits, showAnswer, showFailure, showMoreButton, type WholeAnswer } from './answer-view.ts';
import type { NarrowPanel } from './narrow-panel.ts';
import { listenToKeys } from './result-keys.ts';
import { createSearcher, nothing, type Found } from './searcher.ts';
import { get, readSettings } from './settings.ts';

/** Results loaded at a time. */
const batch = 20;
/** How long typing must pause before it is searched for, in milliseconds. */
const typingDelay = 150;
/** How long an answer may take before progress is shown, in milliseconds. */
const progressDelay = 400;

const settings = readSettings(get('search'));
const { facets, names, singulars } = settings;
const field = get<HTMLInputElement>('q');
const progress = get<HTMLProgressElement>('progress');
const results = get('results');
const order = get<HTMLSelectElement>('order');

let state: SearchState = everything;
let ignored: string[] = [];
let hits: Hit[] = [];
let total = 0;
/** The words of the results, which are others than those of the search when that has none. */
let words = '';
/** Counts searches: the answer to an outdated one is dropped. */
let latest = 0;

/** Names of the values that have been chosen, by `facet:value`. */
const valueNames: Record<string, string> = {};
const facetNames = {
  titles: Object.fromEntries(facets.map(({ key, title }) => [key, title])),
  nameOf: (key: string, id: string) => valueNames[`${key}:${id}`] ?? id,
};

const searcher = createSearcher(settings, facetNames, undo);

let panel: Promise<NarrowPanel> | undefined;
const loadPanel = async () => {
  const { createNarrowPanel } = await import('./narrow-panel.ts');
  return createNarrowPanel({
    find: get,
    facets,
    singulars,
    names,
    getState: () => state,
    changeTo,
    viewFacets: searcher.viewFacets,
    fail: showError,
  });
};
/** Beside the results on a wide screen; on a narrow one it is loaded when it is opened. */
const isWide = window.matchMedia('(min-width: 48rem)');
let inPanel: Summary | undefined;
/** Shows the latest answer in the panel once that is loaded, unless another search was started meanwhile. */
async function updatePanel(): Promise<void> {
  const own = latest;
  if (!isWide.matches && !get('narrow').classList.contains('open')) return;
  const { show, showDates } = await (panel ??= loadPanel());
  if (own !== latest) return;
  showDates(state);
  if (inPanel) show(state, inPanel);
}
isWide.addEventListener('change', () => void updatePanel());

get('search').hidden = false;
history.scrollRestoration = 'manual';

get('search-form').addEventListener('submit', (event) => {
  event.preventDefault();
  changeTo(withWords(state, field.value.trim()));
});
let typing: number | undefined;
field.addEventListener('input', () => {
  window.clearTimeout(typing);
  results.ariaBusy = 'true';
  typing = window.setTimeout(() => changeTo(withWords(state, field.value.trim()), 'replace'), typingDelay);
});
field.addEventListener('focus', () => searcher.warm());
order.addEventListener('change', () => changeTo({ ...state, order: order.value as Order }));
get('more').addEventListener('click', () => void showMore());
get('retry').addEventListener('click', () => {
  searcher.restart();
  void search(batch);
});
get('open-filters').addEventListener('click', ({ currentTarget }) => {
  const isOpen = get('narrow').classList.toggle('open');
  (currentTarget as HTMLElement).ariaExpanded = String(isOpen);
  void updatePanel();
});
// Following the link would change the address, which is that of the search.
get('skip').addEventListener('click', (event) => {
  event.preventDefault();
  results.focus();
});
get('formats').addEventListener('click', ({ target }) => {
  if (target instanceof HTMLButtonElement) void exportAll(target.value);
});
listenToKeys(field, results, () => {
  field.value = '';
  changeTo(withWords(state, ''));
});
window.addEventListener('popstate', followAddress);
results.addEventListener('click', ({ target }) => {
  saveHistoryState();
  if ((target as Element).closest('h2 a')) keep();
});
window.addEventListener('pagehide', saveHistoryState);
// What a reader typed before this script was loaded.
const typedBefore = field === document.activeElement ? field.value.trim() : '';
followAddress();
if (typedBefore !== '' && typedBefore !== state.words) {
  field.value = typedBefore;
  changeTo(withWords(state, typedBefore), 'replace');
}

/** The state of an entry in the browser's history: how many results were shown, and how far the page was scrolled. */
interface HistoryState {
  shown: number;
  top: number;
}

function saveHistoryState(): void {
  history.replaceState({ shown: hits.length, top: scrollY } satisfies HistoryState, '');
}

/** Keeps the results for the page of the one that a reader follows. */
function keep(): void {
  const links = results.querySelectorAll<HTMLAnchorElement>('h2 a');
  keepResults({
    words,
    search: location.pathname + location.search,
    total,
    results: Array.from(links, ({ pathname, hash }) => [pathname, hash]),
  });
}

function followAddress(): void {
  const keys = facets.map(({ key }) => key);
  ({ state, ignored } = readState(new URLSearchParams(location.search), keys));
  const { shown = batch, top } = (history.state ?? {}) as Partial<HistoryState>;
  field.value = state.words;
  const position = readPosition(location.hash);
  void search(Math.max(batch, shown, position), top, position);
}

function changeTo(next: SearchState, how: 'push' | 'replace' = 'push'): void {
  typing = void window.clearTimeout(typing);
  if (how === 'push') saveHistoryState();
  [state, ignored] = [next, []];
  const query = writeState(state).toString();
  history[`${how}State`](null, '', query ? `?${query}` : location.pathname);
  if (field !== document.activeElement) field.value = state.words;
  void search(batch);
}

/** Removes a choice. Its button disappears, so that the focus moves to the field. */
function undo(next: SearchState): void {
  changeTo(next);
  field.focus();
}

/**
 * Searches for the current state.
 *
 * @param wanted how many results to show
 * @param top where to scroll to afterwards
 * @param position the result that a reader comes back from
 */
async function search(wanted: number, top?: number, position = 0): Promise<void> {
  const own = ++latest;
  inPanel = undefined;
  results.ariaBusy = 'true';
  void updatePanel();
  order.value = state.order;
  get('status').textContent ||= t.loading;
  const waiting = window.setTimeout(() => (progress.hidden = false), progressDelay);
  try {
    const found = await searcher.search(state, wanted);
    if (!found || own !== latest) return;
    Object.assign(valueNames, found.summary.names);
    show(found);
    showFailure(false);
    if (top !== undefined) scrollTo(0, top);
    else results.querySelectorAll<HTMLElement>('h2 a')[position - 1]?.focus();
  } catch (error) {
    if (own !== latest) return;
    show({ summary: nothing, named: [], little: undefined });
    showError(error);
  } finally {
    results.ariaBusy = String(own !== latest || typing !== undefined);
    window.clearTimeout(waiting);
  }
}

function show(found: Found): void {
  const shown = found.little?.instead ?? { ...found.summary, words: state.words };
  ({ hits, total, words } = shown);
  const answer = { ...found, state, ignored };
  showAnswer(answer, settings, facetNames, undo);
  inPanel = shown;
  void updatePanel();
  void showBelow(answer);
}

async function showBelow(answer: WholeAnswer): Promise<void> {
  const own = latest;
  const { showBelowResults } = await import('./below-results.ts');
  if (own === latest) showBelowResults(answer, settings, facetNames);
}

async function showMore(): Promise<void> {
  const own = latest;
  try {
    const added = await searcher.load(hits.length, hits.length + batch);
    if (!added || own !== latest) return;
    hits.push(...added);
    addHits(added, settings);
    showMoreButton(hits, total);
  } catch (error) {
    showError(error);
  }
}

function showError(error: unknown): void {
  console.error(error);
  showFailure(true);
}

async function exportAll(format: string): Promise<void> {
  const { exportResults } = await import('./export-results.ts');
  await exportResults(format, {
    ...settings,
    total,
    load: async (from, to) =>
      (await searcher.load(from, to, true))?.map((hit) => ({ archive: settings.archive, ...hit })),
  });
}
