import { element } from './element.ts';
import { showFacets, viewFacet } from './facet-list.ts';
import { resultItems } from './result-list.ts';
import { findNothing, loadSearch, type Answer } from './search-engine.ts';
import { readState, toggle, writeState, type SearchState } from './search-state.ts';

/** Results loaded at a time. */
const batch = 20;
/** How long to wait for the next letter, in milliseconds. */
const pause = 150;

const get = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;

const page = get('search');
const {
  home = '/',
  index = '',
  names: namesAddress = '',
  language = '',
  facets: facetList = '[]',
} = page.dataset;
const facets: { key: string; title: string }[] = JSON.parse(facetList);
const form = get<HTMLFormElement>('search-form');
const field = get<HTMLInputElement>('q');
const status = get('status');
const more = get<HTMLButtonElement>('more');
const retry = get<HTMLButtonElement>('retry');
const results = get('results');

type Engine = {
  search: (state: SearchState) => Promise<Answer>;
  names: Record<string, Record<string, string>>;
};
let engine: Promise<Engine> | undefined;
let state: SearchState;
let ignored: string[] = [];
/** Counts the searches, so that an answer that comes after a newer question is dropped. */
let latest = 0;

page.hidden = false;
// Beside the results where there is room, folded above them where there is not.
const roomy = window.matchMedia('(min-width: 48rem)');
const unfold = () => (get<HTMLDetailsElement>('narrow').open = roomy.matches);
roomy.addEventListener('change', unfold);
unfold();
followAddress();
form.addEventListener('submit', (event) => {
  event.preventDefault();
  changeTo({ ...state, words: field.value.trim() }, 'push');
});
let typing: number | undefined;
field.addEventListener('input', () => {
  window.clearTimeout(typing);
  typing = window.setTimeout(() => changeTo({ ...state, words: field.value.trim() }, 'replace'), pause);
});
window.addEventListener('popstate', followAddress);
retry.addEventListener('click', () => {
  engine = undefined;
  void search();
});

function followAddress(): void {
  ({ state, ignored } = readState(
    new URLSearchParams(location.search),
    facets.map(({ key }) => key),
  ));
  field.value = state.words;
  void search();
}

function changeTo(next: SearchState, how: 'push' | 'replace'): void {
  window.clearTimeout(typing);
  state = next;
  ignored = [];
  const query = writeState(state).toString();
  history[`${how}State`](null, '', query ? `?${query}` : location.pathname);
  void search();
}

async function search(): Promise<void> {
  const mine = ++latest;
  status.textContent ||= 'Loading the search index …';
  try {
    engine ??= loadEngine();
    const { search: ask, names } = await engine;
    const answer = await ask(state);
    const hits = await answer.load(0, batch);
    if (mine !== latest) return;
    const nameOf = (key: string) => (value: string) => names[key]?.[value] ?? value;
    results.replaceChildren(...resultItems(hits, language));
    status.textContent = describe(answer.total);
    showNotes();
    showChosen(nameOf);
    const views = facets.map((facet) =>
      viewFacet(facet, answer.counts[facet.key] ?? {}, state.facets[facet.key] ?? [], nameOf(facet.key)),
    );
    showFacets(get('facets'), views, (key, value) => changeTo(toggle(state, key, value), 'push'));
    showMore(answer, mine);
    setFailed(false);
  } catch (error) {
    engine = undefined;
    if (mine !== latest) return;
    console.error(error);
    status.textContent = 'The search index could not be loaded.';
    results.replaceChildren();
    get('facets').replaceChildren();
    more.hidden = true;
    setFailed(true);
  }
}

async function loadEngine(): Promise<Engine> {
  // Pagefind takes an index without a single article for a broken one.
  const loading = page.dataset.articles === '0' ? findNothing : loadSearch(index, home);
  const [ask, response] = await Promise.all([loading, fetch(namesAddress)]);
  if (!response.ok) throw new Error(`${namesAddress}: ${response.status}`);
  return { search: ask, names: await response.json() };
}

function setFailed(failed: boolean): void {
  retry.hidden = !failed;
  get('ways-in').hidden = !failed;
}

function describe(total: number): string {
  const number = total.toLocaleString(document.documentElement.lang);
  const found = total === 0 ? 'No article' : total === 1 ? '1 article' : `${number} articles`;
  return state.words ? `${found} with “${state.words}”` : found;
}

function showNotes(): void {
  const notes = get('notes');
  notes.hidden = ignored.length === 0;
  notes.replaceChildren(
    ...ignored.map((part) => element('li', {}, `Not understood in the address, and left out: ${part}`)),
  );
}

function showChosen(nameOf: (key: string) => (value: string) => string): void {
  const values = Object.entries(state.facets).flatMap(([key, chosen]) =>
    chosen.map((value) => showChip(key, nameOf(key)(value), toggle(state, key, value))),
  );
  const required = state.with.map((each) => {
    const [key = '', value = ''] = each.split(/:(.*)/s);
    const rest = { ...state, with: state.with.filter((other) => other !== each) };
    return showChip(key, `with ${nameOf(key)(value)}`, rest);
  });
  get('chosen').replaceChildren(...values, ...required);
}

function showChip(key: string, name: string, without: SearchState): HTMLElement {
  const chip = element('button', { type: 'button', className: 'chip' }, `${name} `);
  chip.append(element('span', { ariaHidden: 'true' }, '×'));
  chip.ariaLabel = `Remove ${key} ${name}`;
  chip.addEventListener('click', () => {
    changeTo(without, 'push');
    field.focus();
  });
  return chip;
}

function showMore(answer: Answer, mine: number): void {
  let shown = Math.min(batch, answer.total);
  more.hidden = shown >= answer.total;
  more.onclick = async () => {
    const hits = await answer.load(shown, shown + batch);
    if (mine !== latest) return;
    const items = resultItems(hits, language);
    results.append(...items);
    shown += hits.length;
    more.hidden = shown >= answer.total;
    items[0]?.querySelector('a')?.focus();
  };
}
