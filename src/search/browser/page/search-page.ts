import { search as words } from '../../../languages/search/messages.ts';
import { fill } from './element.ts';
import type { FacetOptions } from '../engine/facet-views.ts';
import type { Hit, Summary } from '../engine/worker-messages.ts';
import { findNamed, createNameCards } from '../names/name-cards.ts';
import { listenToKeys } from './result-keys.ts';
import { createResults } from './result-list.ts';
import { startSearch, type SearchClient } from '../engine/search-client.ts';
import {
  everything,
  readState,
  withWords,
  writeState,
  type Order,
  type SearchState,
} from '../state/search-state.ts';
import { createChips, createNotes, hrefOfValue } from './summary.ts';

/** Results loaded at a time. */
const batch = 20;
/** How long typing must pause before it is searched for, in milliseconds. */
const typingDelay = 150;
/** How long an answer may take before progress is shown, in milliseconds. */
const progressDelay = 400;

const get = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;
const page = get('search');
const {
  home = '/',
  index = '',
  names = '',
  catalogue = '',
  language = '',
  archive = '',
  articles,
} = page.dataset;
const isEmpty = articles === '0';
const facets: { key: string; title: string }[] = JSON.parse(page.dataset.facets ?? '[]');
/** The facet of each vocabulary: `person` for `people`. */
const singulars: Record<string, string> = JSON.parse(page.dataset.singulars ?? '{}');
const form = get<HTMLFormElement>('search-form');
const field = get<HTMLInputElement>('q');
const status = get('status');
const progress = get<HTMLProgressElement>('progress');
const more = get<HTMLButtonElement>('more');
const results = get('results');
const order = get<HTMLSelectElement>('order');

/** The answer of an archive without articles, whose index Pagefind would report as broken. */
const noResults: Summary = {
  total: 0,
  possible: 0,
  span: { first: 0, last: 0, undated: 0 },
  facets: [],
  years: [],
  unknown: [],
  relaxations: [],
  without: undefined,
  rare: [],
  ignored: [],
  hits: [],
};

let client: SearchClient | undefined;
let state: SearchState = everything;
let ignored: string[] = [];
const facetOptions: Record<string, FacetOptions> = {};
let hits: Hit[] = [];
let total = 0;
/** Counts searches: the answer to an outdated one is dropped. */
let latest = 0;

/** Names of the values that have been shown, by `facet:value`. */
const valueNames = new Map<string, string>();
const facetNames = {
  titles: Object.fromEntries(facets.map(({ key, title }) => [key, title])),
  nameOf: (key: string, id: string) => valueNames.get(`${key}:${id}`) ?? id,
};

const panel = import('./narrow-panel.ts').then(({ createNarrowPanel }) =>
  createNarrowPanel({
    find: get,
    facets,
    singulars,
    names,
    facetOptions,
    getState: () => state,
    changeTo,
    update: () => void search(hits.length),
  }),
);
/** Shows an answer in the panel once that is loaded, unless another search was started meanwhile. */
async function showInPanel(summary?: Summary): Promise<void> {
  const own = latest;
  const { show, showDates } = await panel;
  if (own !== latest) return;
  if (summary) show(state, summary);
  else showDates(state);
}

page.hidden = false;
history.scrollRestoration = 'manual';
// Open beside the results on a wide screen, closed above them on a narrow one.
const isWide = window.matchMedia('(min-width: 48rem)');
const openOrClose = () => (get<HTMLDetailsElement>('narrow').open = isWide.matches);
isWide.addEventListener('change', openOrClose);
openOrClose();

form.addEventListener('submit', (event) => {
  event.preventDefault();
  changeTo(withWords(state, field.value.trim()));
});
let typing: number | undefined;
field.addEventListener('input', () => {
  window.clearTimeout(typing);
  typing = window.setTimeout(() => changeTo(withWords(state, field.value.trim()), 'replace'), typingDelay);
});
field.addEventListener('focus', () => client?.warm());
order.addEventListener('change', () => changeTo({ ...state, order: order.value as Order }));
more.addEventListener('click', () => void showMore());
get('retry').addEventListener('click', () => {
  client?.close();
  client = undefined;
  void search(batch);
});
for (const kind of ['csv', 'citations'] as const) {
  get(kind).addEventListener(
    'click',
    () => void import('./export-results.ts').then(({ saveResults }) => saveResults(kind, hits, archive)),
  );
}
listenToKeys(field, results, () => {
  field.value = '';
  changeTo(withWords(state, ''));
});
window.addEventListener('popstate', followAddress);
results.addEventListener('click', saveHistoryState);
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

function followAddress(): void {
  const keys = facets.map(({ key }) => key);
  ({ state, ignored } = readState(new URLSearchParams(location.search), keys));
  const { shown = batch, top } = (history.state ?? {}) as Partial<HistoryState>;
  field.value = state.words;
  void search(Math.max(batch, shown), top);
}

function changeTo(next: SearchState, how: 'push' | 'replace' = 'push'): void {
  window.clearTimeout(typing);
  if (how === 'push') saveHistoryState();
  state = next;
  ignored = [];
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
 */
async function search(wanted: number, top?: number): Promise<void> {
  const own = ++latest;
  void showInPanel();
  order.value = state.order;
  status.textContent ||= words.loading;
  const waiting = window.setTimeout(() => (progress.hidden = false), progressDelay);
  try {
    const [summary, named] = await Promise.all([requestSummary(wanted), findNamed(names, state.words)]);
    if (!summary || own !== latest) return;
    show(summary);
    status.textContent = summary.without
      ? words.found(0, state.words, 0)
      : words.found(summary.total, state.words, summary.possible);
    get('names').replaceChildren(...createNameCards(named, home, singulars, hrefOfValue));
    setFailed(false);
    if (top !== undefined) scrollTo(0, top);
  } catch (error) {
    if (own !== latest) return;
    show(noResults);
    get('names').replaceChildren();
    setFailed(true, error);
  } finally {
    window.clearTimeout(waiting);
  }
}

function requestSummary(wanted: number): Promise<Summary | undefined> {
  if (isEmpty) return Promise.resolve(noResults);
  const absolute = (path: string) => new URL(path, location.href).href;
  const addresses = { index: absolute(index), catalogue: absolute(catalogue), home: absolute(home) };
  client ??= startSearch(addresses, (done, total) => {
    [progress.value, progress.max] = [done, total];
    progress.hidden = false;
  });
  return client.search(state, facetOptions, wanted);
}

function setFailed(failed: boolean, error?: unknown): void {
  get('retry').hidden = get('ways-in').hidden = !failed;
  progress.hidden = true;
  // From now on files are loaded as a search needs them: how many is not known in advance.
  progress.removeAttribute('value');
  if (!failed) return;
  console.error(error);
  status.textContent = words.notLoaded;
}

function showHits(summary: Summary): void {
  ({ hits, total } = summary);
  results.replaceChildren(...createResults(hits, language));
  void showInPanel(summary);
  showExport();
}

function show(summary: Summary): void {
  for (const { key, values } of summary.facets)
    for (const { id, name } of values) valueNames.set(`${key}:${id}`, name);
  showHits(summary);
  get('chosen').replaceChildren(...createChips(state, summary.unknown, facetNames, undo));
  fill(get('notes'), createNotes(ignored, summary));
  get('relaxations').hidden = get('offers').hidden = true;
  if (summary !== noResults && (total === 0 || summary.without !== undefined || summary.rare.length > 0))
    void showLittle(summary);
}

/** What few readers need is loaded when they do. */
async function showLittle(summary: Summary): Promise<void> {
  const own = latest;
  const isCurrent = () => own === latest;
  const { showLittleFound } = await import('./little-found.ts');
  if (!isCurrent()) return;
  await showLittleFound(state, summary, {
    relaxations: get('relaxations'),
    offers: get('offers'),
    list: `${index}words.txt`,
    names,
    singulars,
    facetNames,
    changeTo: undo,
    showInstead: (instead) => void showInstead(instead),
    isCurrent,
  });
}

/** Shows the results of other words, where those that were searched for have none. */
async function showInstead(instead: string): Promise<void> {
  const own = latest;
  const summary = await client?.search({ ...state, words: instead }, facetOptions, batch);
  if (summary && own === latest) showHits(summary);
}

async function showMore(): Promise<void> {
  const own = latest;
  try {
    const added = await client?.load(hits.length, hits.length + batch);
    if (!added || own !== latest) return;
    hits.push(...added);
    const items = createResults(added, language);
    results.append(...items);
    showExport();
    items[0]?.querySelector('a')?.focus();
  } catch (error) {
    setFailed(true, error);
  }
}

function showExport(): void {
  more.hidden = hits.length >= total;
  get('ordered').hidden = get('export').hidden = hits.length === 0;
  get('exported').textContent = words.exported(hits.length, total);
}
