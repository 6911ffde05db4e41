import { daysOf } from '../state/date-bound.ts';
import { yearFacet, type SearchState } from '../state/search-state.ts';
import type { Columns } from './columns.ts';
import { countYears } from './facet-views.ts';

/** How many articles each year or month has. */
export interface Timeline {
  /** All periods from the first to the last, in order: years (`1987`), or months (`1987-04`) where there are few years. */
  periods: readonly (readonly [period: string, articles: number])[];
  /** Whether there are articles before or after, since a search is narrowed to some years. */
  isPart: boolean;
}

/** Of how many years, at most, months are shown. */
const yearsInMonths = 2;

/**
 * Counts the articles found by year, or by month where they are of one or two years. An article whose date may be in several
 * is counted in each: the number is that of the articles that are found in the period.
 *
 * @param passes 1 for each article that meets all conditions but those of dates and years
 * @param state the years that it is narrowed to are those that are shown by month
 */
export function createTimeline(columns: Columns, passes: Uint8Array, state: SearchState): Timeline {
  const counts = countYears(columns, passes);
  const all = [...counts.keys()].sort((a, b) => a - b);
  const chosen = all.filter((year) => isChosen(state, year));
  const shown = chosen.length > 0 && spanOf(chosen) <= yearsInMonths ? chosen : all;
  const [first = 0, last = 0] = [shown[0], shown.at(-1)];
  if (shown.length === 0) return { periods: [], isPart: false };
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const isPart = shown.length < all.length;
  if (years.length > yearsInMonths)
    return { periods: years.map((year) => [toText(year, 4), counts.get(year) ?? 0]), isPart };
  const months = years.flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => `${toText(year, 4)}-${toText(month + 1, 2)}`),
  );
  return { periods: months.map((month) => [month, countIn(month, columns, passes)]), isPart };
}

function isChosen({ from, to, facets }: SearchState, year: number): boolean {
  const [low, high] = [Number(from.slice(0, 4)), Number(to.slice(0, 4) || Infinity)];
  const years = facets[yearFacet] ?? [];
  return low <= year && year <= high && (years.length === 0 || years.includes(toText(year, 4)));
}

function spanOf(years: readonly number[]): number {
  return (years.at(-1) ?? 0) - (years[0] ?? 0) + 1;
}

function countIn(month: string, { total, undated, first, last }: Columns, passes: Uint8Array): number {
  const [from, to] = daysOf(month) ?? [0, 0];
  let count = 0;
  for (let number = undated; number < total; number++) {
    if (passes[number] && (first[number] ?? 0) <= to && (last[number] ?? 0) >= from) count++;
  }
  return count;
}

function toText(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
