import { undatedName } from '../../../languages/search/messages.ts';
import { yearOf, type Columns, type FacetColumns } from './columns.ts';
import { undatedValue } from '../state/conditions.ts';
import { fold } from '../state/fold.ts';
import { yearFacet } from '../state/search-state.ts';

/** A value of a facet, and how many articles choosing it would give. */
export interface FacetValue {
  id: string;
  name: string;
  count: number;
  isChosen: boolean;
}

/** The values of a facet: as many as were asked for, of those that would give something or are chosen. */
export interface FacetView {
  key: string;
  values: FacetValue[];
  /** How many there are in all. */
  total: number;
}

/** How much of a facet to show. */
export interface FacetWish {
  limit: number;
  /** Words that a value's name must have. */
  words: string;
  /** Values that go by those words under another name. */
  ids: readonly string[];
}

/** What is shown of a facet unless more is asked for. */
export const defaultWish: FacetWish = { limit: 8, words: '', ids: [] };

/** Makes the view of a facet. */
export type ViewFacet = (passes: Uint8Array, chosen: readonly string[], wish: FacetWish) => FacetView;

/**
 * The view of a facet of names: the chosen values and those of most articles first.
 *
 * @returns what makes it of the articles that pass all conditions but the facet's own
 */
export function facetViewer({ key, values: all, articles }: FacetColumns): ViewFacet {
  let folded: string[] | undefined;
  return (passes, chosen, { limit, words, ids }) => {
    const wanted = fold(words).split(' ').filter(Boolean);
    if (wanted.length > 0) folded ??= all.map(([, name]) => fold(name));
    const isWanted = (position: number, id: string) =>
      wanted.every((word) => folded?.[position]?.includes(word)) || ids.includes(id);
    const values = all.flatMap(([id, name], position): FacetValue[] => {
      const isChosen = chosen.includes(id);
      if (!isChosen && !isWanted(position, id)) return [];
      let count = 0;
      for (const number of articles[position] ?? []) count += passes[number] ?? 0;
      return count > 0 || isChosen ? [{ id, name, count, isChosen }] : [];
    });
    // Values of one count stay in the order of the catalogue, which is that of all their articles.
    values.sort((a, b) => Number(b.isChosen) - Number(a.isChosen) || b.count - a.count);
    return { key, values: values.slice(0, limit), total: values.length };
  };
}

/** The view of the years, from the newest; the articles without a date after them. */
export function yearViewer(columns: Columns): ViewFacet {
  return (passes, chosen, { limit, words }) => {
    const counts = new Map(chosen.map((id) => [id, 0]));
    const years = [...countYears(columns, passes)].sort(([a], [b]) => b - a);
    for (const [year, count] of years) counts.set(String(year).padStart(4, '0'), count);
    counts.set(
      undatedValue,
      passes.subarray(0, columns.undated).reduce((sum, each) => sum + each, 0),
    );
    const values = [...counts]
      .map(([id, count]) => ({ id, name: nameOf(id), count, isChosen: chosen.includes(id) }))
      .filter(({ name, count, isChosen }) => isChosen || (count > 0 && fold(name).includes(fold(words))))
      .sort(
        (a, b) =>
          Number(b.id) - Number(a.id) || Number(a.id === undatedValue) - Number(b.id === undatedValue),
      );
    return { key: yearFacet, values: values.slice(0, limit), total: values.length };
  };
}

/** Counts articles by year; one whose date can be in several years is counted in each. */
export function countYears(
  { total, undated, first, last }: Columns,
  passes: Uint8Array,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (let number = undated; number < total; number++) {
    if (!passes[number]) continue;
    const end = yearOf(last[number]);
    for (let year = yearOf(first[number]); year <= end; year++) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return counts;
}

function nameOf(id: string): string {
  return id === undatedValue ? undatedName : String(Number(id));
}
