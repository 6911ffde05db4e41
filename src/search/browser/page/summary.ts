import { search } from '../../../languages/search/messages.ts';
import { element } from './element.ts';
import type { Summary } from '../engine/messages.ts';
import {
  everything,
  withWords,
  writeState,
  toggle,
  type Part,
  type SearchState,
} from '../state/search-state.ts';
import { closeUp } from '../state/unspaced.ts';

/** What is needed to word a search. */
export interface Wording {
  /** The titles of facets. */
  titles: Readonly<Record<string, string>>;
  /** The name of a value. */
  nameOf(key: string, id: string): string;
}

/** Says what of a search was left out of account: parts of the address, and values that no article has. */
export function noteItems(ignored: readonly string[], unknown: readonly string[]): HTMLLIElement[] {
  const lines = [
    ...ignored.map((part) => search.notUnderstood(part)),
    ...unknown.map((value) => {
      const [key = '', id = ''] = value.split(/:(.*)/s);
      return search.notHere(wordValue(key, id));
    }),
  ];
  return lines.map((line) => element('li', {}, line));
}

/**
 * Makes a button for everything that was chosen, which takes it back.
 *
 * @param unknown chosen values that no article has
 */
export function chips(
  state: SearchState,
  unknown: readonly string[],
  { nameOf }: Wording,
  changeTo: (state: SearchState) => void,
): HTMLElement[] {
  const chip = (what: string, name: string, without: SearchState) => {
    const button = element(
      'button',
      { type: 'button', className: 'chip', ariaLabel: search.remove(what) },
      `${name} `,
    );
    button.append(element('span', { ariaHidden: 'true' }, '×'));
    button.addEventListener('click', () => changeTo(without));
    return button;
  };
  const isKnown = (value: string) => !unknown.includes(value);
  const values = Object.entries(state.facets).flatMap(([key, ids]) =>
    ids
      .filter((id) => isKnown(`${key}:${id}`))
      .map((id) => chip(wordValue(key, nameOf(key, id)), nameOf(key, id), toggle(state, key, id))),
  );
  const required = state.with.filter(isKnown).map((value) => {
    const [key = '', id = ''] = value.split(/:(.*)/s);
    const name = search.with(nameOf(key, id));
    return chip(wordValue(key, name), name, leaveOut(state, { kind: 'with', value }));
  });
  const range = search.range(state.from, state.to);
  const dates = range ? [chip(search.dates(range), range, leaveOut(state, { kind: 'range' }))] : [];
  return [...values, ...required, ...dates];
}

/** Says of a search that finds nothing what there would be without each of its parts, and what the archive covers. */
export function blameItems(
  state: SearchState,
  { blame, span }: Summary,
  wording: Wording,
  changeTo: (state: SearchState) => void,
): HTMLElement[] {
  const covered = element('p', {}, search.covers(span));
  const items = blame.map(({ part, count }) => {
    const button = element('button', { type: 'button', className: 'plain' }, wordPart(state, part, wording));
    button.addEventListener('click', () => changeTo(leaveOut(state, part)));
    return element('li', {}, button, ` ${search.articles(count)}`);
  });
  if (items.length === 0) return [covered];
  const lead = element('p', {}, search.leaveOut);
  return [lead, element('ul', {}, ...items), covered];
}

/** The address of the search for the articles of one value. */
export function hrefOfValue(facet: string, id: string): string {
  return `?${writeState({ ...everything, facets: { [facet]: [id] } }).toString()}`;
}

/** A value's name with what it is: `person Wang Yi`. */
function wordValue(key: string, name: string): string {
  return `${search.kinds[key] ?? key} ${name}`;
}

function wordPart(state: SearchState, part: Part, { titles, nameOf }: Wording): string {
  if (part.kind === 'words') return search.quote(closeUp(part.part.replaceAll('"', '')));
  if (part.kind === 'range') return search.theDates;
  if (part.kind === 'facet') {
    const names = (state.facets[part.key] ?? []).map((id) => nameOf(part.key, id));
    return search.facet(titles[part.key] ?? part.key, names);
  }
  const [key = '', id = ''] = part.value.split(/:(.*)/s);
  return nameOf(key, id);
}

function leaveOut(state: SearchState, part: Part): SearchState {
  if (part.kind === 'range') return { ...state, from: '', to: '' };
  if (part.kind === 'facet') return { ...state, facets: { ...state.facets, [part.key]: [] } };
  if (part.kind === 'with') return { ...state, with: state.with.filter((each) => each !== part.value) };
  return withWords(state, part.rest);
}
