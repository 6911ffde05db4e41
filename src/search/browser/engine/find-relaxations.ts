import { writeQuery, type Query } from '../state/query.ts';
import type { SearchPart } from '../state/search-state.ts';
import type { Condition } from './conditions.ts';
import type { FindWords, TextMatches } from './engine.ts';

// Loaded only when nothing is found.

/** A part of a search without results, and how many articles would be found without it. */
export interface Relaxation {
  part: SearchPart;
  count: number;
}

/** What is needed of the engine. */
export interface RelaxedSearch {
  /**
   * Finds the articles that meet all conditions but those that are left out.
   *
   * @param matches of other words; those of the search when left out
   * @returns 1 for each
   */
  find(isLeftOut: (condition: Condition) => boolean, matches?: TextMatches): Uint8Array;
  findWords: FindWords;
}

/** Words and phrases that are left out, one at a time; at most. */
const mostTermsLeftOut = 8;

/** Finds out what could be left out of a search that finds nothing. */
export async function findRelaxations(
  query: Query,
  conditions: readonly Condition[],
  { find, findWords }: RelaxedSearch,
): Promise<Relaxation[]> {
  const count = (passes: Uint8Array) => passes.reduce((sum, each) => sum + each, 0);
  const relaxations = conditions.map((condition): Relaxation => ({
    part: condition.part,
    count: count(find((each) => each === condition)),
  }));
  // The only word is what the reader looks for.
  const clauses = query.all.length > 1 ? query.all.slice(0, mostTermsLeftOut) : [];
  for (const clause of clauses) {
    const rest = { ...query, all: query.all.filter((each) => each !== clause) };
    const part: SearchPart = { kind: 'term', term: clause.text, rest: writeQuery(rest) };
    relaxations.push({ part, count: count(find(() => false, await findWords(rest))) });
  }
  return relaxations.filter(({ count }) => count > 0);
}
