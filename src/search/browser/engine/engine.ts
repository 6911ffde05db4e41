import type { Catalogue } from '../../catalogue.ts';
import { readCatalogue, readRange, yearOf } from './columns.ts';
import type { Comparison } from './compare.ts';
import { listFailures, readConditions, type Condition } from './conditions.ts';
import {
  defaultFacetOptions,
  createFacetViewer,
  createYearViewer,
  type FacetView,
  type FacetOptions,
} from './facet-views.ts';
import type { Tags } from './list-tags.ts';
import { createTimeline, type Timeline } from './timeline.ts';
import { readQuery, writeQuery, type Query } from '../state/query.ts';
import {
  chosenOf,
  combinationOf,
  yearFacet,
  type SearchPart,
  type SearchState,
} from '../state/search-state.ts';

/** How well articles match the words of a query, by their numbers. */
export type TextMatches = ReadonlyMap<number, number>;

/**
 * Finds the articles that match all words of a query.
 *
 * @param prefetch how many of the best ones are loaded at once, because they are likely to be shown
 */
export type FindWords = (query: Query, prefetch?: number) => Promise<TextMatches>;

/** A part of a search without results, and how many articles would be found without it. */
interface Relaxation {
  part: SearchPart;
  count: number;
}

/** The answer to a search. */
export interface Answer {
  /** The numbers of the articles found, in the order of the search. */
  articles: number[];
  facets: FacetView[];
  /** How many articles each year or month has, whatever dates are chosen. */
  timeline: Timeline;
  /** Of the articles found, those that are only possibly in the range, because their dates are not exact. */
  possible: ReadonlySet<number>;
  /** Chosen values that no article has, as `facet:value`; they are ignored. */
  unknown: string[];
  /** When nothing is found, what could be left out of the search. */
  relaxations: Relaxation[];
  /** Undefined for a search without words. */
  matches: TextMatches | undefined;
}

/** Answers searches of an archive. */
export interface Engine {
  /** The first and the last year, and how many articles have no date. */
  span: { first: number; last: number; undated: number };
  /** Lists the tags of articles, by their numbers. */
  tagsOf(articles: readonly number[]): Promise<ReadonlyMap<number, Tags>>;
  search(state: SearchState, facetOptions?: Readonly<Record<string, FacetOptions>>): Promise<Answer>;
  /** Counts what each of several searches finds over time. */
  compare(states: readonly SearchState[]): Promise<Comparison>;
}

/** Words and phrases that are left out, one at a time, when nothing is found; at most. */
const mostTermsLeftOut = 8;

/**
 * Creates the engine of a catalogue. Pagefind finds and ranks words; conditions, counts and order are evaluated here. The
 * count beside a value is the number of results that choosing it gives, for which all conditions but one are evaluated.
 */
export function createEngine(catalogue: Catalogue, findWords: FindWords): Engine {
  const columns = readCatalogue(catalogue);
  const { total, undated, first, last, isApproximate } = columns;
  const viewers = [
    ...columns.facets.map((facet) => [facet.key, createFacetViewer(facet)] as const),
    [yearFacet, createYearViewer(columns)] as const,
  ];

  return {
    span: {
      first: yearOf(first[undated]),
      last: last.reduce((most, day) => Math.max(most, yearOf(day)), 0),
      undated,
    },
    // Few readers export or compare: what they need is loaded when they do.
    tagsOf: async (articles) => (await import('./list-tags.ts')).listTags(columns, articles),
    async search(state, facetOptions = {}) {
      const { conditions, unknown } = readConditions(columns, state);
      const query = readQuery(state.words);
      const matches = state.words === '' ? undefined : await findWords(query);
      const failures = listFailures(total, conditions);
      /** @returns 1 for each article that is in `found` and meets all conditions that are not left out */
      const find = (isLeftOut: (condition: Condition) => boolean, found: TextMatches | undefined) => {
        const required = conditions.reduce(
          (bits, each, index) => (isLeftOut(each) ? bits : bits | (1 << index)),
          0,
        );
        const passes = new Uint8Array(total);
        const pass = (number: number) => (passes[number] = (failures[number] ?? 0) & required ? 0 : 1);
        if (found) for (const number of found.keys()) pass(number);
        else for (let number = 0; number < total; number++) pass(number);
        return passes;
      };
      const findWithout = (...isOf: ((part: SearchPart) => boolean)[]) =>
        find(({ part }) => isOf.some((each) => each(part)), matches);
      const isFacet = (key: string) => (part: SearchPart) => part.kind === 'facet' && part.key === key;
      const isRange = ({ kind }: SearchPart) => kind === 'range';

      const articles = sort(state, listNumbers(findWithout()), matches);
      return {
        articles,
        facets: viewers.map(([key, view]) => {
          const how = combinationOf(state, key);
          // Where all values are required, another one narrows what is found.
          const passes = findWithout(how === 'all' ? () => false : isFacet(key));
          return { ...view(passes, chosenOf(state, key), facetOptions[key] ?? defaultFacetOptions), how };
        }),
        timeline: createTimeline(columns, findWithout(isRange, isFacet(yearFacet)), state),
        possible: findPossible(state, articles),
        unknown,
        relaxations: articles.length > 0 ? [] : await findRelaxations(query, conditions, matches, find),
        matches,
      };
    },
    compare: async (states) => (await import('./compare.ts')).compareOverTime(columns, findWords, states),
  };

  function sort(state: SearchState, numbers: number[], matches: TextMatches | undefined): number[] {
    // Articles are numbered from the undated ones over the oldest to the newest.
    const isDated = (number: number) => Number(number >= undated);
    if (state.order === 'oldest') return numbers.sort((a, b) => isDated(b) - isDated(a) || a - b);
    const scoreOf = (number: number) => matches?.get(number) ?? 0;
    if (state.order === 'newest') return numbers.reverse();
    return numbers.sort((a, b) => scoreOf(b) - scoreOf(a) || b - a);
  }

  function findPossible({ from, to }: SearchState, articles: readonly number[]): Set<number> {
    if (!from && !to) return new Set();
    const [low, high] = readRange(from, to);
    const isSure = (number: number) =>
      !isApproximate[number] && (first[number] ?? 0) >= low && (last[number] ?? 0) <= high;
    return new Set(articles.filter((number) => !isSure(number)));
  }

  async function findRelaxations(
    query: Query,
    conditions: readonly Condition[],
    matches: TextMatches | undefined,
    find: (isLeftOut: (condition: Condition) => boolean, found: TextMatches | undefined) => Uint8Array,
  ): Promise<Relaxation[]> {
    const count = (passes: Uint8Array) => passes.reduce((sum, each) => sum + each, 0);
    const relaxations = conditions.map((condition): Relaxation => ({
      part: condition.part,
      count: count(find((each) => each === condition, matches)),
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
}

function listNumbers(passes: Uint8Array): number[] {
  const numbers: number[] = [];
  for (let number = 0; number < passes.length; number++) if (passes[number]) numbers.push(number);
  return numbers;
}
