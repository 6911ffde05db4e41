import type { CatalogueDates, CatalogueFacet, FacetSize } from '../../catalogue.ts';
import { readDates, readFacet, readRange, yearOf, type FacetColumns } from './columns.ts';
import type { Comparison } from './compare.ts';
import { listFailures, readConditions, type Condition } from './conditions.ts';
import { viewFacet, viewYears, type FacetOptions, type FacetView } from './facet-views.ts';
import type { Tags } from './list-tags.ts';
import type { Relaxation } from './find-relaxations.ts';
import { createTimeline, type Timeline } from './timeline.ts';
import { readQuery, type Query } from '../state/query.ts';
import {
  chosenOf,
  combinationOf,
  yearFacet,
  type SearchPart,
  type SearchState,
} from '../state/search-state.ts';

/** How well each article matches the words of a query, by its number; 0 where it does not. */
export type TextMatches = Float32Array;

/**
 * Finds the articles that match all words of a query.
 *
 * @param prefetch how many of the best ones are loaded at once, because they are likely to be shown
 */
export type FindWords = (query: Query, prefetch?: number) => Promise<TextMatches>;

/** Loads a facet of the catalogue. */
export type LoadFacet = (key: string) => Promise<CatalogueFacet>;

/** The answer to a search. */
export interface Answer {
  /** The numbers of the articles found, in the order of the search. */
  articles: number[];
  /** Counts what each value of some facets would give, by the facets' keys. */
  viewFacets(options: Readonly<Record<string, FacetOptions>>): Promise<FacetView[]>;
  /** The names of the chosen values, as `facet:value`. */
  names: Readonly<Record<string, string>>;
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
  /** The facets that can be loaded. */
  facets: readonly FacetSize[];
  /** Lists the tags of articles, by their numbers. */
  tagsOf(articles: readonly number[]): Promise<ReadonlyMap<number, Tags>>;
  search(state: SearchState): Promise<Answer>;
  /** Counts what each of several searches finds over time. */
  compare(states: readonly SearchState[]): Promise<Comparison>;
}

/**
 * Creates the engine of a catalogue. The text index finds and ranks words; conditions, counts and order are evaluated here. The
 * count beside a value is the number of results that choosing it gives, for which all conditions but one are evaluated.
 */
export function createEngine(dates: CatalogueDates, loadFacet: LoadFacet, findWords: FindWords): Engine {
  const columns = readDates(dates);
  const { total, undated, first, last, isApproximate } = columns;
  const loaded = new Map<string, Promise<FacetColumns>>();
  const loadOne = (key: string) => {
    const facet = loaded.get(key) ?? loadFacet(key).then((content) => readFacet(content, total));
    loaded.set(key, facet);
    return facet;
  };
  const keys = dates.facets.map(({ key }) => key);
  const load = (wanted: readonly string[]) =>
    Promise.all(keys.filter((key) => wanted.includes(key)).map(loadOne));
  const loadChosen = (state: SearchState) => load(keys.filter((key) => chosenOf(state, key).length > 0));

  return {
    span: {
      first: yearOf(first[undated]),
      last: last.reduce((most, day) => Math.max(most, yearOf(day)), 0),
      undated,
    },
    facets: dates.facets,
    // Few readers export or compare: what they need is loaded when they do.
    async tagsOf(articles) {
      const { listTags } = await import('./list-tags.ts');
      return listTags(await load(keys), articles);
    },
    async search(state) {
      const chosen = await loadChosen(state);
      const { conditions, unknown } = readConditions(columns, chosen, state);
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
        for (let number = 0; number < total; number++)
          passes[number] = found?.[number] === 0 || (failures[number] ?? 0) & required ? 0 : 1;
        return passes;
      };
      const findWithout = (...isOf: ((part: SearchPart) => boolean)[]) =>
        find(({ part }) => isOf.some((each) => each(part)), matches);
      const isFacet = (key: string) => (part: SearchPart) => part.kind === 'facet' && part.key === key;
      const isRange = ({ kind }: SearchPart) => kind === 'range';

      const articles = sort(state, listNumbers(findWithout()), matches);
      return {
        articles,
        async viewFacets(options) {
          const views = Object.entries(options).map(async ([key, own]): Promise<FacetView[]> => {
            const how = combinationOf(state, key);
            // Where all values are required, another one narrows what is found.
            const passes = findWithout(how === 'all' ? () => false : isFacet(key));
            const values = chosenOf(state, key);
            if (key === yearFacet) return [{ ...viewYears(columns, passes, values, own), how }];
            return (await load([key])).map((facet) => ({ ...viewFacet(facet, passes, values, own), how }));
          });
          return (await Promise.all(views)).flat();
        },
        names: Object.fromEntries(
          chosen.flatMap(({ key, positions, values }) =>
            chosenOf(state, key).map((id) => [`${key}:${id}`, values[positions.get(id) ?? -1]?.[1] ?? id]),
          ),
        ),
        timeline: createTimeline(columns, findWithout(isRange, isFacet(yearFacet)), state),
        possible: findPossible(state, articles),
        unknown,
        relaxations:
          articles.length > 0
            ? []
            : await (
                await import('./find-relaxations.ts')
              ).findRelaxations(query, conditions, {
                find: (isLeftOut, rest) => find(isLeftOut, rest ?? matches),
                findWords,
              }),
        matches,
      };
    },
    async compare(states) {
      const { compareOverTime } = await import('./compare.ts');
      const chosen = new Set((await Promise.all(states.map(loadChosen))).flat());
      return compareOverTime(columns, [...chosen], findWords, states);
    },
  };

  function sort(state: SearchState, numbers: number[], matches: TextMatches | undefined): number[] {
    // Articles are numbered from the undated ones over the oldest to the newest.
    const isDated = (number: number) => Number(number >= undated);
    if (state.order === 'oldest') return numbers.sort((a, b) => isDated(b) - isDated(a) || a - b);
    const scoreOf = (number: number) => matches?.[number] ?? 0;
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
}

function listNumbers(passes: Uint8Array): number[] {
  const numbers: number[] = [];
  for (let number = 0; number < passes.length; number++) if (passes[number]) numbers.push(number);
  return numbers;
}
