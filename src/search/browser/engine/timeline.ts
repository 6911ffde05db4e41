import { daysOf } from '../state/date-bound.ts';
import { yearFacet, type SearchState } from '../state/search-state.ts';
import type { Columns } from './columns.ts';
import { countYears } from './count-years.ts';

/** A month, year or decade, by the first and the last month or year of it: `1987-04` twice, or `1980` and `1989`. */
export interface Period {
  from: string;
  to: string;
  articles: number;
}

/** How many articles each month, year or decade has. */
export interface Timeline {
  /** All periods from the first to the last, in order. */
  periods: readonly Period[];
  /** Whether there are articles before or after, since a search is narrowed to some years. */
  isPart: boolean;
}

/** Of how many years, at most, months are shown, and of how many each year. */
const [yearsInMonths, yearsByThemselves] = [2, 40];

/**
 * Counts the articles found by month, year or decade, so that there are never many periods. An article whose date may be in
 * several is counted in each: the number is that of the articles that are found in the period.
 *
 * @param passes 1 for each article that meets all conditions but those of dates and years
 * @param state the years that it is narrowed to are shown by themselves where that shows them more exactly
 */
export function createTimeline(columns: Columns, passes: Uint8Array, state: SearchState): Timeline {
  const counts = countYears(columns, passes);
  const all = [...counts.keys()].sort((a, b) => a - b);
  const chosen = all.filter((year) => isChosen(state, year));
  const isFiner =
    chosen.length > 0 &&
    [yearsInMonths, yearsByThemselves].some((most) => spanOf(chosen) <= most && spanOf(all) > most);
  const shown = isFiner ? chosen : all;
  const isPart = shown.length < all.length;
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return { periods: [], isPart };
  if (last - first < yearsInMonths)
    return {
      periods: listMonths(first, last).map((month) => countIn(month, month, columns, passes)),
      isPart,
    };
  if (last - first < yearsByThemselves) {
    const periods = listYears(first, last).map((year) => ({
      from: year,
      to: year,
      articles: counts.get(Number(year)) ?? 0,
    }));
    return { periods, isPart };
  }
  const decades = listYears(Math.floor(first / 10), Math.floor(last / 10)).map((decade) => decade.slice(1));
  return { periods: decades.map((each) => countIn(`${each}0`, `${each}9`, columns, passes)), isPart };
}

/** Lists the periods of the lines of a chart, which can have many: months of one or two years, else years. */
export function listPeriods(first: number, last: number): string[] {
  return last - first < yearsInMonths ? listMonths(first, last) : listYears(first, last);
}

function listYears(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => toText(first + index, 4));
}

function listMonths(first: number, last: number): string[] {
  const months = Array.from({ length: 12 }, (_, month) => toText(month + 1, 2));
  return listYears(first, last).flatMap((year) => months.map((month) => `${year}-${month}`));
}

function isChosen({ from, to, facets }: SearchState, year: number): boolean {
  const [low, high] = [Number(from.slice(0, 4)), Number(to.slice(0, 4) || Infinity)];
  const years = facets[yearFacet] ?? [];
  return low <= year && year <= high && (years.length === 0 || years.includes(toText(year, 4)));
}

function spanOf(years: readonly number[]): number {
  return (years.at(-1) ?? 0) - (years[0] ?? 0) + 1;
}

function countIn(
  from: string,
  to: string,
  { total, undated, first, last }: Columns,
  passes: Uint8Array,
): Period {
  const [low, high] = [daysOf(from)?.[0] ?? 0, daysOf(to)?.[1] ?? 0];
  let articles = 0;
  for (let number = undated; number < total; number++) {
    if (passes[number] && (first[number] ?? 0) <= high && (last[number] ?? 0) >= low) articles++;
  }
  return { from, to, articles };
}

function toText(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
