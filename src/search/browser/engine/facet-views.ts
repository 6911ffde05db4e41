import { undatedName } from '../../../languages/search/messages.ts';
import type { Columns, FacetColumns } from './columns.ts';
import { countYears } from './count-years.ts';
import { undatedValue } from './conditions.ts';
import { foldForSearch } from '../text/fold-for-search.ts';
import { yearFacet } from '../state/search-state.ts';

/** A value of a facet, and how many articles would be found if it were chosen. */
export interface FacetValue {
  id: string;
  name: string;
  count: number;
  isChosen: boolean;
}

/** The values of a facet that are chosen or have results, up to a limit. */
export interface FacetView {
  key: string;
  values: FacetValue[];
  /** How many there are without the limit. */
  total: number;
  /** How the chosen values are combined. */
  how?: 'any' | 'all' | undefined;
}

/** Which values of a facet to show. */
export interface FacetOptions {
  limit: number;
  /** Words that a value's name must have. */
  words: string;
  /** Values to show besides: those whose variant names have the words. */
  ids: readonly string[];
}

/** The options of a facet until a reader wants more of it. */
export const defaultFacetOptions: FacetOptions = { limit: 8, words: '', ids: [] };

/**
 * Makes the view of a facet of names: chosen values first, then those with the most articles.
 *
 * @param passes 1 for each article that meets all conditions but the facet's own
 */
export function viewFacet(
  { key, values: all, articles }: FacetColumns,
  passes: Uint8Array,
  chosen: readonly string[],
  { limit, words, ids }: FacetOptions,
): FacetView {
  const wanted = foldForSearch(words).split(' ').filter(Boolean);
  const isWanted = (id: string, name: string) =>
    wanted.length === 0 || wanted.every((word) => foldForSearch(name).includes(word)) || ids.includes(id);
  const values = all.flatMap(([id, name], position): FacetValue[] => {
    const isChosen = chosen.includes(id);
    if (!isChosen && !isWanted(id, name)) return [];
    let count = 0;
    for (const number of articles[position] ?? []) count += passes[number] ?? 0;
    return count > 0 || isChosen ? [{ id, name, count, isChosen }] : [];
  });
  // The sort is stable: values with equal counts stay in the catalogue's order.
  values.sort((a, b) => Number(b.isChosen) - Number(a.isChosen) || b.count - a.count);
  return { key, values: values.slice(0, limit), total: values.length };
}

/** Makes the view of the years, in the same way: newest first, undated last. */
export function viewYears(
  columns: Columns,
  passes: Uint8Array,
  chosen: readonly string[],
  { limit, words }: FacetOptions,
): FacetView {
  const counts = new Map(chosen.map((id) => [id, 0]));
  const years = [...countYears(columns, passes)].sort(([a], [b]) => b - a);
  for (const [year, count] of years) counts.set(String(year).padStart(4, '0'), count);
  counts.set(
    undatedValue,
    passes.subarray(0, columns.undated).reduce((sum, each) => sum + each, 0),
  );
  const values = [...counts]
    .map(([id, count]) => ({ id, name: nameOf(id), count, isChosen: chosen.includes(id) }))
    .filter(
      ({ name, count, isChosen }) =>
        isChosen || (count > 0 && foldForSearch(name).includes(foldForSearch(words))),
    )
    .sort(
      (a, b) => Number(b.id) - Number(a.id) || Number(a.id === undatedValue) - Number(b.id === undatedValue),
    );
  return { key: yearFacet, values: values.slice(0, limit), total: values.length };
}

function nameOf(id: string): string {
  return id === undatedValue ? undatedName : String(Number(id));
}
