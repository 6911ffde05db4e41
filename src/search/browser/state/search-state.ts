import { search } from '../../../languages/search/messages.ts';
import { daysOf } from './date-bound.ts';

/** A search: the state of the search page, as its address holds it. */
export interface SearchState {
  /** '' for all articles. */
  words: string;
  /** The chosen values of each facet of which an article must have any; several facets mean all of them. */
  facets: Readonly<Record<string, readonly string[]>>;
  /** Values of which an article must have all, each as `facet:value`: two people at once, for example. */
  with: readonly string[];
  /** The first day, month or year, and the last one: `2021`, `2021-07` or `2021-07-18`; '' for no bound. */
  from: string;
  to: string;
  order: Order;
}

/** By how well an article matches the words, or by date; undated articles are always last. */
export type Order = 'relevance' | 'newest' | 'oldest';

/** The facet whose value is a year, or `undated`. */
export const yearFacet = 'year';

/** The order of a search for which none was chosen. */
function defaultOrder(words: string): Order {
  return words ? 'relevance' : 'newest';
}

/** The search that finds all articles, the newest first. */
export const everything: SearchState = { words: '', facets: {}, with: [], from: '', to: '', order: 'newest' };

/** Values of `with`, at most: the conditions that an article meets are the bits of one number. */
const mostRequired = 16;

/**
 * Reads the state from an address's parameters.
 *
 * @param facetKeys the keys of all facets
 * @returns the state, and the parameters that were ignored, each as the page shows it
 */
export function readState(
  parameters: URLSearchParams,
  facetKeys: readonly string[],
): { state: SearchState; ignored: string[] } {
  const ignored: string[] = [];
  const words = (parameters.get('q') ?? '').trim();
  const facets: Record<string, string[]> = {};
  for (const key of new Set(parameters.keys())) {
    if (['q', 'from', 'to', 'with', 'sort'].includes(key)) continue;
    if (!facetKeys.includes(key)) ignored.push(key);
    else facets[key] = [...new Set(parameters.getAll(key).filter((value) => value !== ''))];
  }
  const bound = (name: 'from' | 'to') => {
    const text = (parameters.get(name) ?? '').trim();
    const error = findBoundError(text);
    if (error) ignored.push(`${name}=${text} (${error})`);
    return error ? '' : text;
  };
  let [from, to] = [bound('from'), bound('to')];
  if (isBackwards(from, to)) {
    ignored.push(`from=${from}, to=${to} (${search.endsBefore})`);
    from = to = '';
  }
  const required = [...new Set(parameters.getAll('with'))].filter((value, index) => {
    const known =
      facetKeys.includes(value.split(':', 1)[0] ?? '') && /:./.test(value) && index < mostRequired;
    if (!known) ignored.push(`with=${value}`);
    return known;
  });
  const sort = parameters.get('sort');
  const isOrder = (text: string | null): text is Order => /^(relevance|newest|oldest)$/.test(text ?? '');
  if (sort !== null && !isOrder(sort)) ignored.push(`sort=${sort}`);
  const order = isOrder(sort) ? sort : defaultOrder(words);
  return { state: { words, facets, with: required, from, to, order }, ignored };
}

/** Writes the state as an address's parameters; the inverse of {@link readState}. */
export function writeState({ words, facets, with: required, from, to, order }: SearchState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (words) parameters.set('q', words);
  for (const [key, values] of Object.entries(facets)) {
    for (const value of values) parameters.append(key, value);
  }
  for (const value of required) parameters.append('with', value);
  if (from) parameters.set('from', from);
  if (to) parameters.set('to', to);
  if (order !== defaultOrder(words)) parameters.set('sort', order);
  return parameters;
}

/** @returns why a text cannot be the bound of a range; undefined when it can, or is empty */
export function findBoundError(text: string): string | undefined {
  if (text === '') return undefined;
  if (!/^\d{4}(-\d\d){0,2}$/.test(text)) return search.noBound;
  return daysOf(text) ? undefined : search.noDate;
}

/** Whether a range ends before it begins. @param from valid or empty; so is `to` */
export function isBackwards(from: string, to: string): boolean {
  return (daysOf(to)?.[1] ?? Infinity) < (daysOf(from)?.[0] ?? 0);
}

/** The chosen values of a facet, whether an article must have any or all of them. */
export function chosenOf({ facets, with: required }: SearchState, key: string): string[] {
  const start = `${key}:`;
  const all = required.flatMap((each) => (each.startsWith(start) ? [each.slice(start.length)] : []));
  return [...new Set([...(facets[key] ?? []), ...all])];
}

/**
 * How the chosen values of a facet are combined: an article must have any or all of them. An address can also ask for one
 * value and any of several others, which is neither.
 */
export function combinationOf(state: SearchState, key: string): 'any' | 'all' | undefined {
  const any = state.facets[key] ?? [];
  if (!state.with.some((each) => each.startsWith(`${key}:`))) return 'any';
  return any.length < 2 ? 'all' : undefined;
}

/** The state in which an article must have any or all of the chosen values of a facet. */
export function combine(state: SearchState, key: string, how: 'any' | 'all'): SearchState {
  const values = chosenOf(state, key);
  const others = state.with.filter((each) => !each.startsWith(`${key}:`));
  return {
    ...state,
    facets: { ...state.facets, [key]: how === 'any' ? values : [] },
    with: how === 'any' ? others : [...others, ...values.map((value) => `${key}:${value}`)],
  };
}

/** The state with one value of a facet chosen, or no longer chosen. */
export function toggle(state: SearchState, key: string, value: string): SearchState {
  const any = state.facets[key] ?? [];
  const required = `${key}:${value}`;
  if (chosenOf(state, key).includes(value)) {
    const isOther = (each: string) => each !== value && each !== required;
    return {
      ...state,
      facets: { ...state.facets, [key]: any.filter(isOther) },
      with: state.with.filter(isOther),
    };
  }
  if (combinationOf(state, key) === 'all') return { ...state, with: [...state.with, required] };
  return { ...state, facets: { ...state.facets, [key]: [...any, value] } };
}

/** The state with other words; the order changes with them unless a reader has chosen it. */
export function withWords(state: SearchState, words: string): SearchState {
  const order = state.order === defaultOrder(state.words) ? defaultOrder(words) : state.order;
  return { ...state, words, order };
}

/** A part of a search that can be left out. */
export type SearchPart =
  /** A word or a phrase in quotation marks, and the words without it. */
  | { kind: 'term'; term: string; rest: string }
  | { kind: 'facet'; key: string }
  | { kind: 'with'; value: string }
  | { kind: 'range' };
