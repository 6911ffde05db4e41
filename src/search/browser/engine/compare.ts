import { daysOf } from '../state/date-bound.ts';
import { readQuery } from '../state/query.ts';
import { chosenOf, type SearchState } from '../state/search-state.ts';
import type { Columns, FacetColumns } from './columns.ts';
import { readConditions } from './conditions.ts';
import type { FindWords } from './engine.ts';
import { countYears } from './count-years.ts';
import { listPeriods } from './timeline.ts';

/** How many articles several searches find in each year or month of the archive. */
export interface Comparison {
  /** The years (`1987`) from the first to the last, or the months (`1987-04`) of an archive of one or two years. */
  periods: readonly string[];
  /** The articles of each period: all, and those that each search finds. */
  all: number[];
  found: { counts: number[]; total: number; names: readonly string[] }[];
}

/**
 * Counts what searches find over time. An article whose date may be in several periods is counted in each.
 *
 * @param facets those of which the searches have values
 */
export async function compareOverTime(
  columns: Columns,
  facets: readonly FacetColumns[],
  findWords: FindWords,
  states: readonly SearchState[],
): Promise<Comparison> {
  const found = await Promise.all(states.map((state) => findArticles(columns, facets, findWords, state)));
  const whole = new Uint8Array(columns.total).fill(1);
  const years = [...countYears(columns, whole).keys()].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  const periods = first === undefined || last === undefined ? [] : listPeriods(first, last);
  return {
    periods,
    all: countPeriods(periods, columns, whole),
    found: found.map(({ passes, names }) => ({
      counts: countPeriods(periods, columns, passes),
      total: passes.reduce((sum, each) => sum + each, 0),
      names,
    })),
  };
}

/** @returns 1 for each article that a search finds, and the names of the values that it is for */
async function findArticles(
  columns: Columns,
  facets: readonly FacetColumns[],
  findWords: FindWords,
  state: SearchState,
): Promise<{ passes: Uint8Array; names: string[] }> {
  const { conditions, unknown } = readConditions(columns, facets, state);
  const matches = state.words === '' ? undefined : await findWords(readQuery(state.words));
  const passes = new Uint8Array(columns.total);
  // A value that no article has finds none here, where its line would otherwise be that of all articles.
  for (let number = 0; unknown.length === 0 && number < columns.total; number++)
    passes[number] = Number(matches?.[number] !== 0 && conditions.every(({ meets }) => meets[number] === 1));
  const names = facets.flatMap(({ key, values, positions }) =>
    chosenOf(state, key).flatMap((id) => values[positions.get(id) ?? -1]?.[1] ?? []),
  );
  return { passes, names };
}

/** @param periods in order, without a gap */
function countPeriods(
  periods: readonly string[],
  { total, undated, first, last }: Columns,
  passes: Uint8Array,
): number[] {
  const ends = periods.map((period) => daysOf(period) ?? [0, 0]);
  const counts = new Array<number>(periods.length).fill(0);
  let position = 0;
  // Articles are numbered from the oldest on, so that the period in which the last one begins is where to look.
  for (let number = undated; number < total; number++) {
    const [from, to] = [first[number] ?? 0, last[number] ?? 0];
    while (position < ends.length - 1 && (ends[position]?.[1] ?? 0) < from) position++;
    if (!passes[number]) continue;
    for (let at = position; at < ends.length && (ends[at]?.[0] ?? 0) <= to; at++)
      counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
