import { readRange, yearOf, type Columns, type FacetColumns } from './columns.ts';
import { yearFacet, type SearchPart, type SearchState } from '../state/search-state.ts';

/** A condition that a search sets besides its words. */
export interface Condition {
  part: SearchPart;
  /** 1 for each article that meets it. */
  meets: Uint8Array;
}

/** The value of the year facet that stands for articles without a date. */
export const undatedValue = 'undated';

/**
 * Evaluates the conditions of a search.
 *
 * @param facets those of which it has values
 * @returns the conditions, and the chosen values that no article has, as `facet:value`, which are ignored
 */
export function readConditions(
  columns: Columns,
  facets: readonly FacetColumns[],
  { facets: chosen, with: required, from, to }: SearchState,
): { conditions: Condition[]; unknown: string[] } {
  const unknown: string[] = [];
  const conditions: Condition[] = [];
  const add = (part: SearchPart, key: string, ids: readonly string[]) => {
    const meets = new Uint8Array(columns.total);
    const known = ids.filter((id) => markValue(columns, facets, meets, key, id));
    unknown.push(...ids.filter((id) => !known.includes(id)).map((id) => `${key}:${id}`));
    if (known.length > 0) conditions.push({ part, meets });
  };
  for (const [key, ids] of Object.entries(chosen)) add({ kind: 'facet', key }, key, ids);
  for (const value of required) {
    const [key = '', id = ''] = value.split(/:(.*)/s);
    add({ kind: 'with', value }, key, [id]);
  }
  if (from || to) {
    const [low, high] = readRange(from, to);
    const isIn = (first: number, number: number) =>
      first > 0 && first <= high && (columns.last[number] ?? 0) >= low;
    const meets = Uint8Array.from(columns.first, (first, number) => Number(isIn(first, number)));
    conditions.push({ part: { kind: 'range' }, meets });
  }
  return { conditions, unknown };
}

/** Lists for each article the conditions that it does not meet: a bit for each, by its index. */
export function listFailures(total: number, conditions: readonly Condition[]): Uint32Array {
  const failures = new Uint32Array(total);
  for (const [index, { meets }] of conditions.entries()) {
    for (let number = 0; number < total; number++) {
      if (!meets[number]) failures[number] = (failures[number] ?? 0) | (1 << index);
    }
  }
  return failures;
}

/** Marks the articles that have a value. @returns whether there are any */
function markValue(
  columns: Columns,
  facets: readonly FacetColumns[],
  meets: Uint8Array,
  key: string,
  id: string,
): boolean {
  if (key === yearFacet) return markYear(columns, meets, id);
  const facet = facets.find((each) => each.key === key);
  const numbers = facet?.articles[facet.positions.get(id) ?? -1];
  for (const number of numbers ?? []) meets[number] = 1;
  return numbers !== undefined;
}

/** Marks the articles whose date may be in a year. @returns whether there are any */
function markYear({ total, undated, first, last }: Columns, meets: Uint8Array, id: string): boolean {
  if (id === undatedValue) {
    meets.fill(1, 0, undated);
    return undated > 0;
  }
  const year = /^\d{4}$/.test(id) ? Number(id) : 0;
  let isKnown = false;
  for (let number = undated; number < total; number++) {
    if (yearOf(first[number]) > year || yearOf(last[number]) < year) continue;
    meets[number] = 1;
    isKnown = true;
  }
  return isKnown;
}
