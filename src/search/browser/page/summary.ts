import { search } from '../../../languages/search/messages.ts';
import { element } from './element.ts';
import type { Summary } from '../engine/worker-messages.ts';
import {
  chosenOf,
  everything,
  withWords,
  writeState,
  toggle,
  type SearchPart,
  type SearchState,
} from '../state/search-state.ts';

/** The names of facets and of their values. */
export interface FacetNames {
  /** The titles of facets. */
  titles: Readonly<Record<string, string>>;
  /** The name of a value. */
  nameOf(key: string, id: string): string;
}

/** Lists what was ignored: parameters of the address, signs in the words, longer words, and values that no article has. */
export function createNotes(
  parameters: readonly string[],
  { ignored, cut, unknown }: Pick<Summary, 'ignored' | 'cut' | 'unknown'>,
): HTMLLIElement[] {
  const lines = [
    ...parameters.map((part) => search.notUnderstood(part)),
    ...(ignored.length > 0 ? [search.noMeaning(ignored.join(' '))] : []),
    ...(cut.length > 0 ? [search.notAllLonger(cut)] : []),
    ...unknown.map((value) => {
      const [key = '', id = ''] = value.split(/:(.*)/s);
      return search.notHere(formatValue(key, id));
    }),
  ];
  return lines.map((line) => element('li', {}, line));
}

/**
 * Creates a button for each choice, which removes it.
 *
 * @param unknown chosen values that no article has
 */
export function createChips(
  state: SearchState,
  unknown: readonly string[],
  { nameOf }: FacetNames,
  changeTo: (state: SearchState) => void,
): HTMLElement[] {
  const createChip = (what: string, name: string, without: SearchState) => {
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
  const keys = new Set([
    ...Object.keys(state.facets),
    ...state.with.map((value) => value.split(':', 1)[0] ?? ''),
  ]);
  const values = [...keys].flatMap((key) => {
    const ids = chosenOf(state, key).filter((id) => isKnown(`${key}:${id}`));
    const chips = ids.map((id) => {
      const name = nameOf(key, id);
      return createChip(formatValue(key, name), name, toggle(state, key, id));
    });
    // What is between the chips is read with them: "Reagan or Volcker".
    const any = ids.filter((id) => state.facets[key]?.includes(id)).length;
    return chips.flatMap((chip, index) =>
      index === 0 ? [chip] : [element('span', {}, index < any ? search.or : search.and), chip],
    );
  });
  const range = search.range(state.from, state.to);
  const dates = range ? [createChip(search.dates(range), range, leaveOut(state, { kind: 'range' }))] : [];
  return [...values, ...dates];
}

/** The address of the search for the articles of one value. */
export function hrefOfValue(facet: string, id: string): string {
  return `?${writeState({ ...everything, facets: { [facet]: [id] } }).toString()}`;
}

/** A value's name with its kind: `person Wang Yi`. */
function formatValue(key: string, name: string): string {
  return `${search.kinds[key] ?? key} ${name}`;
}

/** The search without one of its parts. */
export function leaveOut(state: SearchState, part: SearchPart): SearchState {
  if (part.kind === 'range') return { ...state, from: '', to: '' };
  if (part.kind === 'facet') return { ...state, facets: { ...state.facets, [part.key]: [] } };
  if (part.kind === 'with') return { ...state, with: state.with.filter((each) => each !== part.value) };
  return withWords(state, part.rest);
}
