import { element } from './element.ts';
import type { Summary } from './messages.ts';
import { everything, withWords, writeState, toggle, type Part, type SearchState } from './search-state.ts';
import { closeUp } from './unspaced.ts';

/** What is needed to word a search. */
export interface Wording {
  /** The page's language. */
  locale: string;
  /** The titles of facets. */
  titles: Readonly<Record<string, string>>;
  /** The name of a value. */
  nameOf(key: string, id: string): string;
}

/** A number with its noun. */
export function wordCount(number: number, locale: string): string {
  return `${number.toLocaleString(locale)} ${number === 1 ? 'article' : 'articles'}`;
}

/** Says how many articles were found. */
export function describe({ total, possible }: Summary, { words }: SearchState, locale: string): string {
  const found = total === 0 ? 'No article' : wordCount(total, locale);
  const looked = words ? ` with “${words}”` : '';
  return (
    found + looked + (possible > 0 ? `, ${possible.toLocaleString(locale)} possibly in these dates` : '')
  );
}

/** Says what of a search was left out of account: parts of the address, and values that no article has. */
export function noteItems(ignored: readonly string[], unknown: readonly string[]): HTMLLIElement[] {
  const lines = [
    ...ignored.map((part) => `Not understood in the address, and left out: ${part}`),
    ...unknown.map((value) => `Not in this archive, and left out: ${value.replace(':', ' ')}`),
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
      { type: 'button', className: 'chip', ariaLabel: `Remove ${what}` },
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
      .map((id) => chip(`${key} ${nameOf(key, id)}`, nameOf(key, id), toggle(state, key, id))),
  );
  const required = state.with.filter(isKnown).map((value) => {
    const [key = '', id = ''] = value.split(/:(.*)/s);
    const name = `with ${nameOf(key, id)}`;
    return chip(`${key} ${name}`, name, leaveOut(state, { kind: 'with', value }));
  });
  const range = [state.from && `from ${state.from}`, state.to && `to ${state.to}`].filter(Boolean).join(' ');
  const dates = range ? [chip(`dates ${range}`, range, leaveOut(state, { kind: 'range' }))] : [];
  return [...values, ...required, ...dates];
}

/** Says of a search that finds nothing what there would be without each of its parts, and what the archive covers. */
export function blameItems(
  state: SearchState,
  { blame, span }: Summary,
  wording: Wording,
  changeTo: (state: SearchState) => void,
): HTMLElement[] {
  const { locale } = wording;
  const years = span.first === span.last ? `${span.first}` : `${span.first} to ${span.last}`;
  const dated = span.last > 0 ? [years] : [];
  const undated = span.undated > 0 ? [`${wordCount(span.undated, locale)} without a date`] : [];
  const covered = element('p', {}, `This archive covers ${[...dated, ...undated].join(' and ')}.`);
  const items = blame.map(({ part, count }) => {
    const button = element('button', { type: 'button', className: 'plain' }, wordPart(state, part, wording));
    button.addEventListener('click', () => changeTo(leaveOut(state, part)));
    return element('li', {}, button, ` ${wordCount(count, locale)}`);
  });
  if (items.length === 0) return [covered];
  const lead = element('p', {}, 'There would be articles with one of these left out:');
  return [lead, element('ul', {}, ...items), covered];
}

/** The address of the search for the articles of one value. */
export function hrefOfValue(facet: string, id: string): string {
  return `?${writeState({ ...everything, facets: { [facet]: [id] } }).toString()}`;
}

function wordPart(state: SearchState, part: Part, { titles, nameOf }: Wording): string {
  if (part.kind === 'words') return `“${closeUp(part.part.replaceAll('"', ''))}”`;
  if (part.kind === 'range') return 'the dates';
  if (part.kind === 'facet') {
    const names = (state.facets[part.key] ?? []).map((id) => nameOf(part.key, id));
    return `${titles[part.key] ?? part.key}: ${names.join(', ')}`;
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
