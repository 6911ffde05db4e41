import { search as words } from '../../../languages/search/messages.ts';
import { createDateFields } from '../state/date-fields.ts';
import { fill } from './element.ts';
import { createFacetList, moreValues } from './facet-list.ts';
import { defaultWish, type FacetWish } from '../engine/facet-views.ts';
import type { Hit, Summary } from '../engine/messages.ts';
import { findNamed, nameCards } from '../names/name-cards.ts';
import { findIds } from '../names/names.ts';
import { listenToKeys } from '../engine/result-keys.ts';
import { resultItems } from './result-list.ts';
import { startSearch, type SearchClient } from '../engine/search-client.ts';
import {
  everything,
  readState,
  toggle,
  withWords,
  writeState,
  yearFacet,
  type Order,
  type SearchState,
} from '../state/search-state.ts';
import { blameItems, chips, hrefOfValue, noteItems } from './summary.ts';
import { saveFile, writeCitations, writeTable } from './export-results.ts';
import { createYearChart } from './year-chart.ts';

/** Results loaded at a time. */
const batch = 20;
/** How long to wait for the next letter, and for an answer before saying that it takes its time, in milliseconds. */
const [pause, patience] = [150, 400];

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
/** What a record of each vocabulary is called in addresses. */
const singulars: Record<string, string> = JSON.parse(page.dataset.singulars ?? '{}');
const form = get<HTMLFormElement>('search-form');
const field = get<HTMLInputElement>('q');
const status = get('status');
const progress = get<HTMLProgressElement>('progress');
const more = get<HTMLButtonElement>('more');
const results = get('results');
const order = get<HTMLSelectElement>('order');

/** The answer of an archive without articles: Pagefind takes an index without any for a broken one. */
const nothing: Summary = {
  total: 0,
  possible: 0,
  span: { first: 0, last: 0, undated: 0 },
  facets: [],
  years: [],
  unknown: [],
  blame: [],
  hits: [],
};

let client: SearchClient | undefined;
let state: SearchState = everything;
let ignored: string[] = [];
const wishes: Record<string, FacetWish> = {};
let hits: Hit[] = [];
let total = 0;
/** Counts the searches, so that an answer that comes after a newer question is dropped. */
let latest = 0;

/** Names of values that have been shown, by `facet:value`. */
const known = new Map<string, string>();
const wording = {
  titles: Object.fromEntries(facets.map(({ key, title }) => [key, title])),
  nameOf: (key: string, id: string) => known.get(`${key}:${id}`) ?? id,
};

const dates = createDateFields(
  get<HTMLFormElement>('dates'),
  { from: get<HTMLInputElement>('from'), to: get<HTMLInputElement>('to') },
  get('dates-fault'),
  (range) => changeTo({ ...state, ...range }),
);
const chart = createYearChart(get('years'), (first, last) => {
  const [from = '', to = ''] = [first, last].map((year) => String(year).padStart(4, '0'));
  const range = state.from === from && state.to === to ? { from: '', to: '' } : { from, to };
  changeTo({ ...state, facets: { ...state.facets, [yearFacet]: [] }, ...range });
});
const wishOf = (key: string) => wishes[key] ?? defaultWish;
const facetList = createFacetList(get('facets'), facets, {
  toggle: (key, id) => changeTo(toggle(state, key, id)),
  more(key) {
    wishes[key] = { ...wishOf(key), limit: wishOf(key).limit + moreValues };
    void search(hits.length);
  },
  async narrow(key, words) {
    const vocabulary = Object.keys(singulars).find((name) => singulars[name] === key);
    const ids = vocabulary && words.trim() ? await findIds(names, vocabulary, words) : [];
    wishes[key] = { ...wishOf(key), words, ids };
    void search(hits.length);
  },
});

page.hidden = false;
history.scrollRestoration = 'manual';
// Beside the results where there is room, folded above them where there is not.
const roomy = window.matchMedia('(min-width: 48rem)');
const unfold = () => (get<HTMLDetailsElement>('narrow').open = roomy.matches);
roomy.addEventListener('change', unfold);
unfold();

form.addEventListener('submit', (event) => {
  event.preventDefault();
  changeTo(withWords(state, field.value.trim()));
});
let typing: number | undefined;
field.addEventListener('input', () => {
  window.clearTimeout(typing);
  typing = window.setTimeout(() => changeTo(withWords(state, field.value.trim()), 'replace'), pause);
});
field.addEventListener('focus', () => client?.warm());
order.addEventListener('change', () => changeTo({ ...state, order: order.value as Order }));
more.addEventListener('click', () => void showMore());
get('retry').addEventListener('click', () => {
  client?.close();
  client = undefined;
  void search(batch);
});
get('csv').addEventListener('click', () => saveFile('search-results.csv', 'text/csv', writeTable(hits)));
get('citations').addEventListener('click', () =>
  saveFile('search-results.txt', 'text/plain', writeCitations(hits, archive)),
);
listenToKeys(field, results, () => {
  field.value = '';
  changeTo(withWords(state, ''));
});
window.addEventListener('popstate', followAddress);
results.addEventListener('click', keepPlace);
window.addEventListener('pagehide', keepPlace);
// What a reader has typed while this script was loaded.
const early = field === document.activeElement ? field.value.trim() : '';
followAddress();
if (early !== '' && early !== state.words) {
  field.value = early;
  changeTo(withWords(state, early), 'replace');
}

/** A place in the history: how many results were shown, and where the page was scrolled to. */
interface Place {
  shown: number;
  top: number;
}

function keepPlace(): void {
  history.replaceState({ shown: hits.length, top: scrollY } satisfies Place, '');
}

function followAddress(): void {
  const keys = facets.map(({ key }) => key);
  ({ state, ignored } = readState(new URLSearchParams(location.search), keys));
  const { shown = batch, top } = (history.state ?? {}) as Partial<Place>;
  field.value = state.words;
  void search(Math.max(batch, shown), top);
}

function changeTo(next: SearchState, how: 'push' | 'replace' = 'push'): void {
  window.clearTimeout(typing);
  if (how === 'push') keepPlace();
  state = next;
  ignored = [];
  const query = writeState(state).toString();
  history[`${how}State`](null, '', query ? `?${query}` : location.pathname);
  if (field !== document.activeElement) field.value = state.words;
  void search(batch);
}

/** Takes back what a reader had chosen. The button for it is gone then, so that the focus goes to the field. */
function takeBack(next: SearchState): void {
  changeTo(next);
  field.focus();
}

/**
 * Answers the state.
 *
 * @param wanted how many results to show
 * @param top where to scroll to then
 */
async function search(wanted: number, top?: number): Promise<void> {
  const mine = ++latest;
  dates.show(state);
  order.value = state.order;
  status.textContent ||= words.loading;
  const waiting = window.setTimeout(() => (progress.hidden = false), patience);
  try {
    const [summary, named] = await Promise.all([ask(wanted), findNamed(names, state.words)]);
    if (!summary || mine !== latest) return;
    show(summary);
    status.textContent = words.found(summary.total, state.words, summary.possible);
    get('names').replaceChildren(...nameCards(named, home, singulars, hrefOfValue));
    setFailed(false);
    if (top !== undefined) scrollTo(0, top);
  } catch (error) {
    if (mine !== latest) return;
    show(nothing);
    get('names').replaceChildren();
    setFailed(true, error);
  } finally {
    window.clearTimeout(waiting);
  }
}

function ask(wanted: number): Promise<Summary | undefined> {
  if (isEmpty) return Promise.resolve(nothing);
  const absolute = (path: string) => new URL(path, location.href).href;
  const addresses = { index: absolute(index), catalogue: absolute(catalogue), home: absolute(home) };
  client ??= startSearch(addresses, (done, parts) => {
    [progress.value, progress.max] = [done, parts];
    progress.hidden = false;
  });
  return client.ask(state, wishes, wanted);
}

function setFailed(failed: boolean, error?: unknown): void {
  get('retry').hidden = get('ways-in').hidden = !failed;
  progress.hidden = true;
  // What is loaded from now on is loaded for one question, and nobody knows how much it is.
  progress.removeAttribute('value');
  if (!failed) return;
  console.error(error);
  status.textContent = words.notLoaded;
}

function show(summary: Summary): void {
  ({ hits, total } = summary);
  for (const { key, values } of summary.facets)
    for (const { id, name } of values) known.set(`${key}:${id}`, name);
  results.replaceChildren(...resultItems(hits, language));
  facetList.show(summary.facets);
  chart.show(summary.years, state.from, state.to);
  get('chosen').replaceChildren(...chips(state, summary.unknown, wording, takeBack));
  fill(get('notes'), noteItems(ignored, summary.unknown));
  fill(get('blame'), total > 0 || summary === nothing ? [] : blameItems(state, summary, wording, takeBack));
  showTaken();
}

async function showMore(): Promise<void> {
  const mine = latest;
  try {
    const added = await client?.load(hits.length, hits.length + batch);
    if (!added || mine !== latest) return;
    hits.push(...added);
    const items = resultItems(added, language);
    results.append(...items);
    showTaken();
    items[0]?.querySelector('a')?.focus();
  } catch (error) {
    setFailed(true, error);
  }
}

function showTaken(): void {
  more.hidden = hits.length >= total;
  get('ordered').hidden = get('take-away').hidden = hits.length === 0;
  get('taken').textContent = words.taken(hits.length, total);
}
