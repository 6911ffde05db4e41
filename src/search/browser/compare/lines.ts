import { renderCsv } from '../../../exports/data/csv.ts';
import type { Comparison } from '../engine/compare.ts';
import { everything, type SearchState } from '../state/search-state.ts';

/** Lines of one chart, at most: more could not be told apart. */
export const mostLines = 5;

/** What the address of a comparison says. */
export interface ComparedLines {
  /** Words as a search has them, or a value of a facet: `person:wang-yi`. */
  lines: readonly string[];
  /** Whether the lines are shares of all articles, and not numbers. */
  areShares: boolean;
  /** Lines that were left out, since there are too many. */
  ignored: readonly string[];
}

/** Reads the address of a comparison: `?line=grain&line=topic:trade&share=1`. */
export function readLines(parameters: URLSearchParams): ComparedLines {
  const given = parameters.getAll('line').map((line) => line.trim());
  const lines = [...new Set(given)].filter((line) => line !== '');
  return {
    lines: lines.slice(0, mostLines),
    areShares: parameters.get('share') === '1',
    ignored: lines.slice(mostLines),
  };
}

/** Writes the address of a comparison, without `?`. */
export function writeLines({ lines, areShares }: Omit<ComparedLines, 'ignored'>): string {
  const pairs = lines.map((line) => ['line', line]);
  return new URLSearchParams(areShares ? [...pairs, ['share', '1']] : pairs).toString();
}

/**
 * The search that a line stands for.
 *
 * @param facets the keys of the facets whose values can be lines
 */
export function searchOf(line: string, facets: readonly string[]): SearchState {
  const [, key = '', id = ''] = /^([a-z]+):(\S+)$/.exec(line) ?? [];
  return facets.includes(key)
    ? { ...everything, facets: { [key]: [id] } }
    : { ...everything, words: line, order: 'relevance' };
}

/** The lines that a search would be: its words, and the names that are chosen. */
export function linesOf({ words, facets: chosen }: SearchState, facets: readonly string[]): string[] {
  const names = facets.flatMap((key) => (chosen[key] ?? []).map((id) => `${key}:${id}`));
  return [...(words ? [words] : []), ...names].slice(0, mostLines);
}

/** The points of a line: numbers of articles, or shares of all articles of the period; 0 where there are none. */
export function pointsOf(counts: readonly number[], all: readonly number[], areShares: boolean): number[] {
  return areShares ? counts.map((count, index) => (all[index] ? count / all[index] : 0)) : [...counts];
}

/** Renders a comparison as a table (RFC 4180): a row for each period, with all articles and those of each line. */
export function renderComparison({ periods, all, found }: Comparison, names: readonly string[]): string {
  const rows = periods.map((period, index) =>
    [period, all[index], ...found.map(({ counts }) => counts[index])].map(String),
  );
  return renderCsv([['period', 'all', ...names], ...rows]);
}
