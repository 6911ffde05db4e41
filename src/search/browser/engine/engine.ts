import type { Catalogue } from '../../catalogue.ts';
import { readCatalogue, readRange, yearOf } from './columns.ts';
import { countFailures, readConditions, type Condition } from '../state/conditions.ts';
import {
  countYears,
  defaultWish,
  facetViewer,
  yearViewer,
  type FacetView,
  type FacetWish,
} from './facet-views.ts';
import { partsOf, readQuery, type Query } from '../state/query.ts';
import { yearFacet, type Part, type SearchState } from '../state/search-state.ts';

/** How well an article has the words, and where in its text they are. */
export interface TextMatch {
  score: number;
  /** Numbers of words. */
  locations: readonly number[];
}

/** The articles that have the words of a query, by their numbers. */
export type TextMatches = ReadonlyMap<number, TextMatch>;

/**
 * Finds the articles that have all words of a query.
 *
 * @param ahead how many of the best ones are loaded at once, because they are likely to be shown
 */
export type FindWords = (query: Query, ahead?: number) => Promise<TextMatches>;

/** A part of a search that finds nothing, and how many articles there would be without it. */
interface Blame {
  part: Part;
  count: number;
}

/** The answer to a search. */
export interface Answer {
  /** The numbers of the articles found, in their order. */
  articles: number[];
  facets: FacetView[];
  /** Articles by year, whatever years and dates are chosen; an article of several years is in each. */
  years: [year: number, count: number][];
  /** Of the articles found, those that are only possibly in the range: less is known of their dates. */
  possible: ReadonlySet<number>;
  /** Chosen values that no article has, as `facet:value`; they are left out of account. */
  unknown: string[];
  /** When nothing is found, what could be left out. */
  blame: Blame[];
  /** Missing when no words are looked for. */
  matches: TextMatches | undefined;
}

/** Answers searches of an archive. */
export interface Engine {
  /** The first and the last year, and how many articles have no date. */
  span: { first: number; last: number; undated: number };
  ask(state: SearchState, wishes?: Readonly<Record<string, FacetWish>>): Promise<Answer>;
}

/** Words that are left out one by one when nothing is found. */
const wordsBlamed = 8;

/**
 * Makes the engine of a catalogue. Pagefind finds and ranks words; facets, dates, counts and order are told here: the
 * number beside a value has to be what choosing it gives, which takes every condition but one each time.
 */
export function createEngine(catalogue: Catalogue, findWords: FindWords): Engine {
  const columns = readCatalogue(catalogue);
  const { total, undated, first, last, isNear } = columns;
  const viewers = [
    ...columns.facets.map((facet) => [facet.key, facetViewer(facet)] as const),
    [yearFacet, yearViewer(columns)] as const,
  ];

  return {
    span: {
      first: yearOf(first[undated]),
      last: last.reduce((most, day) => Math.max(most, yearOf(day)), 0),
      undated,
    },
    async ask(state, wishes = {}) {
      const { conditions, unknown } = readConditions(columns, state);
      const query = readQuery(state.words);
      const matches = state.words === '' ? undefined : await findWords(query);
      const failures = countFailures(total, conditions);
      /** 1 for each article that has the words and meets all conditions but some. */
      const find = (isLeftOut: (condition: Condition) => boolean, found: TextMatches | undefined) => {
        const asked = conditions.reduce(
          (bits, each, index) => (isLeftOut(each) ? bits : bits | (1 << index)),
          0,
        );
        const passes = new Uint8Array(total);
        const pass = (number: number) => (passes[number] = (failures[number] ?? 0) & asked ? 0 : 1);
        if (found) for (const number of found.keys()) pass(number);
        else for (let number = 0; number < total; number++) pass(number);
        return passes;
      };
      const without = (...isOf: ((part: Part) => boolean)[]) =>
        find(({ part }) => isOf.some((each) => each(part)), matches);
      const isFacet = (key: string) => (part: Part) => part.kind === 'facet' && part.key === key;
      const isRange = ({ kind }: Part) => kind === 'range';

      const articles = order(state, listNumbers(without()), matches);
      return {
        articles,
        facets: viewers.map(([key, view]) =>
          view(without(isFacet(key)), state.facets[key] ?? [], wishes[key] ?? defaultWish),
        ),
        years: [...countYears(columns, without(isRange, isFacet(yearFacet)))].sort(([a], [b]) => a - b),
        possible: findPossible(state, articles),
        unknown,
        blame: articles.length > 0 ? [] : await findBlame(query, conditions, matches, find),
        matches,
      };
    },
  };

  function order(state: SearchState, numbers: number[], matches: TextMatches | undefined): number[] {
    // Numbers go from the undated ones over the oldest to the newest.
    const isDated = (number: number) => Number(number >= undated);
    if (state.order === 'oldest') return numbers.sort((a, b) => isDated(b) - isDated(a) || a - b);
    const scoreOf = (number: number) => matches?.get(number)?.score ?? 0;
    if (state.order === 'newest') return numbers.reverse();
    return numbers.sort((a, b) => scoreOf(b) - scoreOf(a) || b - a);
  }

  function findPossible({ from, to }: SearchState, articles: readonly number[]): Set<number> {
    if (!from && !to) return new Set();
    const [low, high] = readRange(from, to);
    const isSure = (number: number) =>
      !isNear[number] && (first[number] ?? 0) >= low && (last[number] ?? 0) <= high;
    return new Set(articles.filter((number) => !isSure(number)));
  }

  async function findBlame(
    query: Query,
    conditions: readonly Condition[],
    matches: TextMatches | undefined,
    find: (isLeftOut: (condition: Condition) => boolean, found: TextMatches | undefined) => Uint8Array,
  ): Promise<Blame[]> {
    const count = (passes: Uint8Array) => passes.reduce((sum, each) => sum + each, 0);
    const blame = conditions.map((condition): Blame => ({
      part: condition.part,
      count: count(find((each) => each === condition, matches)),
    }));
    const parts = partsOf(query);
    for (const part of parts.slice(0, wordsBlamed)) {
      const rest = parts.filter((each) => each !== part).join(' ');
      const found = rest === '' ? undefined : await findWords(readQuery(rest));
      blame.push({ part: { kind: 'words', part, rest }, count: count(find(() => false, found)) });
    }
    return blame.filter(({ count }) => count > 0);
  }
}

function listNumbers(passes: Uint8Array): number[] {
  const numbers: number[] = [];
  for (let number = 0; number < passes.length; number++) if (passes[number]) numbers.push(number);
  return numbers;
}
