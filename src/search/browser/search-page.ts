import { element } from './element.ts';
import { createFacetList, moreValues } from './facet-list.ts';
import type { FacetWish } from './facet-views.ts';
import type { Blame } from './engine.ts';
import type { Hit, Summary } from './messages.ts';
import { findNamed, nameCards } from './name-cards.ts';
import { findNames } from './names.ts';
import { resultItems } from './result-list.ts';
import { startSearch, type SearchClient } from './search-client.ts';
import {
  everything,
  faultOfBound,
  isBackwards,
  readState,
  toggle,
  withWords,
  writeState,
  yearFacet,
  type Order,
  type Part,
  type SearchState,
} from './search-state.ts';
import { writeCitations, writeCsv } from './take-away.ts';
import { createYearChart } from './year-chart.ts';

/** Results loaded at a time. */
const batch = 20;
/** How long to wait for the next letter, in milliseconds. */
const pause = 150;

const get = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;
const page = get('search');
const {
  home = '/',
  index = '',
  names = '',
  catalogue = '',
  language = '',
  archive = '',
  articles = '0',
} = page.dataset;
const facets: { key: string; title: string }[] = JSON.parse(page.dataset.facets ?? '[]');
const singulars: Record<string, string> = JSON.parse(page.dataset.singulars ?? '{}');
const form = get<HTMLFormElement>('search-form');
const field = get<HTMLInputElement>('q');
const status = get('status');
const progress = get<HTMLProgressElement>('progress');
const more = get<HTMLButtonElement>('more');
const results = get('results');
const order = get<HTMLSelectElement>('order');
const bounds = { from: get<HTMLInputElement>('from'), to: get<HTMLInputElement>('to') };

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
let wishes: Record<string, FacetWish> = {};
let hits: Hit[] = [];
let total = 0;
/** The names that the words of an answer are shown beside, which come after it. */
let latest = 0;

const locale = document.documentElement.lang;
const inWords = (number: number, noun = 'article') =>
  `${number.toLocaleString(locale)} ${number === 1 ? noun : `${noun}s`}`;
const titleOf = (key: string) => facets.find((facet) => facet.key === key)?.title.toLowerCase() ?? key;
/** Names of values that have been shown, by `facet:value`. */
const known = new Map<string, string>();
const nameOf = (key: string, id: string) => known.get(`${key}:${id}`) ?? id;

const chart = createYearChart(get('years'), (from, to) => {
  const [low, high] = [from, to].map((year) => String(year).padStart(4, '0'));
  const isChosen = state.from === low && state.to === high;
  const range = isChosen ? { from: '', to: '' } : { from: low ?? '', to: high ?? '' };
  changeTo({ ...state, facets: { ...state.facets, [yearFacet]: [] }, ...range });
});
const facetList = createFacetList(get('facets'), facets, {
  toggle: (key, id) => changeTo(toggle(state, key, id)),
  more(key) {
    const wish = wishOf(key);
    wishes[key] = { ...wish, limit: wish.limit + moreValues };
    void search(hits.length);
  },
  async narrow(key, words) {
    const vocabulary = Object.keys(singulars).find((name) => singulars[name] === key);
    const found = vocabulary && words.trim() ? await findNames(names, words) : [];
    const ids = found.flatMap(([, path]) =>
      path.startsWith(`${vocabulary}/`) ? path.slice(`${vocabulary}/`.length) : [],
    );
    wishes[key] = { ...wishOf(key), words, ids };
    void search(hits.length);
  },
});
const wishOf = (key: string): FacetWish => wishes[key] ?? { limit: 8, words: '', ids: [] };

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
get('dates').addEventListener('submit', (event) => {
  event.preventDefault();
  setDates();
});
for (const bound of Object.values(bounds)) bound.addEventListener('change', setDates);
more.addEventListener('click', () => void showMore());
get('retry').addEventListener('click', () => {
  client?.close();
  client = undefined;
  void search(batch);
});
get('csv').addEventListener('click', () => save('search-results.csv', 'text/csv', writeCsv(hits)));
get('citations').addEventListener('click', () =>
  save('search-results.txt', 'text/plain', writeCitations(hits, archive)),
);
document.addEventListener('keydown', moveByKey);
window.addEventListener('popstate', followAddress);
results.addEventListener('click', keepPlace);
window.addEventListener('pagehide', keepPlace);
followAddress();

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

/**
 * Answers the state.
 *
 * @param wanted how many results to show
 * @param top where to scroll to then
 */
async function search(wanted: number, top?: number): Promise<void> {
  const mine = ++latest;
  showDates();
  order.value = state.order;
  status.textContent ||= 'Loading the search index …';
  try {
    const [summary, named] = await Promise.all([ask(wanted), findNamed(names, state.words)]);
    if (!summary || mine !== latest) return;
    show(summary);
    get('names').replaceChildren(
      ...nameCards(named, home, singulars, (facet, id) =>
        hrefOf({ ...everything, facets: { [facet]: [id] } }),
      ),
    );
    setFailed(false);
    if (top !== undefined) scrollTo(0, top);
  } catch (error) {
    if (mine !== latest) return;
    console.error(error);
    status.textContent = 'The search index could not be loaded.';
    show(nothing);
    facetList.clear();
    setFailed(true);
  }
}

function ask(wanted: number): Promise<Summary | undefined> {
  if (articles === '0') return Promise.resolve(nothing);
  const absolute = (path: string) => new URL(path, location.href).href;
  client ??= startSearch(
    { index: absolute(index), catalogue: absolute(catalogue), home: absolute(home) },
    (done, parts) => {
      [progress.value, progress.max] = [done, parts];
      progress.hidden = done >= parts;
    },
  );
  return client.ask(state, wishes, wanted);
}

function setFailed(failed: boolean): void {
  get('retry').hidden = get('ways-in').hidden = !failed;
  progress.hidden = true;
  if (!failed) return;
  get('names').replaceChildren();
}

function show(summary: Summary): void {
  ({ hits, total } = summary);
  for (const { key, values } of summary.facets)
    for (const { id, name } of values) known.set(`${key}:${id}`, name);
  if (summary !== nothing || articles === '0') status.textContent = describe(summary);
  results.replaceChildren(...resultItems(hits, language));
  facetList.show(summary.facets);
  chart.show(summary.years, state.from, state.to);
  showNotes(summary);
  showChosen(summary);
  showBlame(summary);
  showTaken();
}

function describe({ total, possible }: Summary): string {
  const found = total === 0 ? 'No article' : inWords(total);
  const words = state.words ? ` with “${state.words}”` : '';
  return found + words + (possible > 0 ? `, ${possible.toLocaleString(locale)} possibly in these dates` : '');
}

function showNotes({ unknown }: Summary): void {
  const notes = get('notes');
  const lines = [
    ...ignored.map((part) => `Not understood in the address, and left out: ${part}`),
    ...unknown.map((value) => `Not in this archive, and left out: ${value.replace(':', ' ')}`),
  ];
  notes.hidden = lines.length === 0;
  notes.replaceChildren(...lines.map((line) => element('li', {}, line)));
}

function showChosen({ unknown }: Summary): void {
  const values = Object.entries(state.facets).flatMap(([key, chosen]) =>
    chosen
      .filter((id) => !unknown.includes(`${key}:${id}`))
      .map((id) => showChip(`${key} ${nameOf(key, id)}`, nameOf(key, id), toggle(state, key, id))),
  );
  const required = state.with
    .filter((each) => !unknown.includes(each))
    .map((each) => {
      const [key = '', id = ''] = each.split(/:(.*)/s);
      const name = `with ${nameOf(key, id)}`;
      return showChip(`${key} ${name}`, name, {
        ...state,
        with: state.with.filter((other) => other !== each),
      });
    });
  const range = [state.from && `from ${state.from}`, state.to && `to ${state.to}`].filter(Boolean).join(' ');
  const dates = range ? [showChip(`dates ${range}`, range, { ...state, from: '', to: '' })] : [];
  get('chosen').replaceChildren(...values, ...required, ...dates);
}

function showChip(what: string, name: string, without: SearchState): HTMLElement {
  const chip = element(
    'button',
    { type: 'button', className: 'chip', ariaLabel: `Remove ${what}` },
    `${name} `,
  );
  chip.append(element('span', { ariaHidden: 'true' }, '×'));
  chip.addEventListener('click', () => {
    changeTo(without);
    field.focus();
  });
  return chip;
}

function showBlame({ total, blame, span }: Summary): void {
  const container = get('blame');
  container.hidden = total > 0 || articles === '0' || span.last === 0;
  if (container.hidden) return;
  const years = span.first === span.last ? `${span.first}` : `${span.first} to ${span.last}`;
  const undated = span.undated > 0 ? ` and ${inWords(span.undated)} without a date` : '';
  const covered = element('p', {}, `This archive covers ${years}${undated}.`);
  const items = blame.map(({ part, count }) => {
    const button = element('button', { type: 'button', className: 'plain' }, wordPart(part));
    button.addEventListener('click', () => {
      changeTo(leaveOut(state, part));
      field.value = state.words;
    });
    return element('li', {}, button, ` ${inWords(count)}`);
  });
  const lead =
    blame.length > 0
      ? [element('p', {}, 'There would be articles with one of these left out:'), element('ul', {}, ...items)]
      : [];
  container.replaceChildren(...lead, covered);
}

function wordPart(part: Blame['part']): string {
  if (part.kind === 'words') return part.part.startsWith('"') ? part.part : `“${part.part}”`;
  if (part.kind === 'range') return 'the dates';
  if (part.kind === 'facet') {
    const chosen = (state.facets[part.key] ?? []).map((id) => nameOf(part.key, id));
    return `${titleOf(part.key)}: ${chosen.join(', ')}`;
  }
  const [key = '', id = ''] = part.value.split(/:(.*)/s);
  return nameOf(key, id);
}

function leaveOut(from: SearchState, part: Part): SearchState {
  if (part.kind === 'range') return { ...from, from: '', to: '' };
  if (part.kind === 'facet') return { ...from, facets: { ...from.facets, [part.key]: [] } };
  if (part.kind === 'with') return { ...from, with: from.with.filter((each) => each !== part.value) };
  return withWords(from, part.rest);
}

function hrefOf(other: SearchState): string {
  return `?${writeState(other).toString()}`;
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
    console.error(error);
    status.textContent = 'The search index could not be loaded.';
    setFailed(true);
  }
}

function showTaken(): void {
  more.hidden = hits.length >= total;
  get('take-away').hidden = hits.length === 0;
  const all = hits.length === total ? 'all found' : `those shown here, of ${inWords(total)} found`;
  get('taken').textContent = `${inWords(hits.length)}: ${all}.`;
}

function save(name: string, type: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  element('a', { href, download: name }).click();
  URL.revokeObjectURL(href);
}

function showDates(): void {
  for (const [name, bound] of Object.entries(bounds)) {
    if (bound !== document.activeElement) bound.value = state[name as 'from' | 'to'];
  }
  showDateFault('');
}

function setDates(): void {
  const [from, to] = [bounds.from.value.trim(), bounds.to.value.trim()];
  const fault = faultOfBound(from) ?? faultOfBound(to);
  if (fault) showDateFault(`This is ${fault}: write 2021, 2021-07 or 2021-07-18.`);
  else if (isBackwards(from, to)) showDateFault('The range ends before it begins.');
  else if (from !== state.from || to !== state.to) changeTo({ ...state, from, to });
  else showDateFault('');
}

function showDateFault(text: string): void {
  const fault = get('dates-fault');
  fault.hidden = text === '';
  fault.textContent = text;
  for (const bound of Object.values(bounds)) {
    const isWrong =
      text !== '' && (faultOfBound(bound.value.trim()) !== undefined || !text.startsWith('This'));
    bound.ariaInvalid = String(isWrong);
  }
}

/** `/` goes to the field, Escape empties it or goes back to it, the arrow keys go from result to result. */
function moveByKey(event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return;
  const links = Array.from(results.querySelectorAll<HTMLElement>('h2 a'));
  const place = links.indexOf(target);
  const isTyping = target.matches('input:not([type=checkbox]), select');
  if (key === '/' && !isTyping) field.focus();
  else if (key === 'Escape' && place >= 0) field.focus();
  else if (key === 'Escape' && target === field && field.value !== '') {
    field.value = '';
    changeTo(withWords(state, ''));
  } else if (key === 'ArrowDown' && (place >= 0 || target === field)) links[place + 1]?.focus();
  else if (key === 'ArrowUp' && place >= 0) (links[place - 1] ?? field).focus();
  else return;
  event.preventDefault();
}
