import { describe, expect, test } from 'vitest';

import {
  chosenOf,
  combinationOf,
  combine,
  everything,
  findBoundError,
  isBackwards,
  readState,
  toggle,
  withWords,
  writeState,
  type SearchState,
} from '../../../../../src/search/browser/state/search-state.ts';

const facetKeys = ['person', 'place', 'organization', 'topic', 'year', 'language'];
const read = (query: string) => readState(new URLSearchParams(query), facetKeys);

describe('readState', () => {
  test('reads words and facets', () => {
    expect(read('q=harbour+ferry&person=ada-lind&topic=trade')).toEqual({
      state: {
        ...everything,
        words: 'harbour ferry',
        facets: { person: ['ada-lind'], topic: ['trade'] },
        order: 'relevance',
      },
      ignored: [],
    });
  });

  test('reads an empty address as every article', () => {
    expect(read('')).toEqual({ state: everything, ignored: [] });
  });

  test('reads several values of one facet, each once', () => {
    expect(read('person=a&person=b&person=a').state.facets).toEqual({ person: ['a', 'b'] });
  });

  test('takes the white space around words away', () => {
    expect(read('q=++ferry++').state.words).toBe('ferry');
  });

  test('reads a range, years and an order', () => {
    expect(read('from=2021&to=2021-07-18&year=1999&year=undated&sort=oldest').state).toEqual({
      ...everything,
      facets: { year: ['1999', 'undated'] },
      from: '2021',
      to: '2021-07-18',
      order: 'oldest',
    });
  });

  test('orders by relevance when there are words, else from the newest', () => {
    expect(read('q=ferry').state.order).toBe('relevance');
    expect(read('person=a').state.order).toBe('newest');
    expect(read('q=ferry&sort=newest').state.order).toBe('newest');
  });

  test.for([
    ['sort=best', ['sort=best']],
    ['persons=a&q=b', ['persons']],
    ['utm_source=x&fbclid=y', ['utm_source', 'fbclid']],
    ['x=1&x=2', ['x']],
    ['__proto__=1&constructor=2', ['__proto__', 'constructor']],
    ['from=yesterday', ['from=yesterday (not a year, month or day)']],
    ['to=20211', ['to=20211 (not a year, month or day)']],
    ['to=2021-02-30', ['to=2021-02-30 (no such date)']],
    ['from=2021-7', ['from=2021-7 (not a year, month or day)']],
    ['from=2021/2022', ['from=2021/2022 (not a year, month or day)']],
    ['from=2021&to=2020', ['from=2021, to=2020 (ends before it begins)']],
  ] as const)('leaves out what it does not know and says so: %s', ([query, ignored]) => {
    const { state, ignored: reported } = read(query);
    expect(reported).toEqual(ignored);
    expect(state).toEqual({ ...everything, words: state.words, order: state.order });
  });

  test('keeps what it knows beside what it does not', () => {
    expect(read('person=a&from=x&q=ferry&color=red')).toEqual({
      state: { ...everything, words: 'ferry', facets: { person: ['a'] }, order: 'relevance' },
      ignored: ['color', 'from=x (not a year, month or day)'],
    });
  });

  test('takes values for what they are, whatever they hold', () => {
    expect(read('person=%3Cscript%3E&person=a%26b').state.facets.person).toEqual(['<script>', 'a&b']);
  });

  test('passes over empty values', () => {
    expect(read('person=&person=a').state.facets.person).toEqual(['a']);
  });
});

describe('the values of a facet', () => {
  const any = read('person=a&person=b&with=topic:t').state;
  const all = read('with=person:a&with=person:b&with=topic:t').state;

  test('are combined as any of them or all of them, and the other way round', () => {
    expect(combinationOf(any, 'person')).toBe('any');
    expect(combine(any, 'person', 'all')).toMatchObject({
      facets: { person: [] },
      with: ['topic:t', 'person:a', 'person:b'],
    });
    expect(combinationOf(all, 'person')).toBe('all');
    expect(combine(all, 'person', 'any')).toMatchObject({
      facets: { person: ['a', 'b'] },
      with: ['topic:t'],
    });
  });

  test('are all required when an address has one value besides another', () => {
    const { state } = read('person=a&with=person:b');
    expect(chosenOf(state, 'person')).toEqual(['a', 'b']);
    expect(combinationOf(state, 'person')).toBe('all');
    expect(combinationOf(read('person=a&person=b&with=person:c').state, 'person')).toBeUndefined();
  });

  test('are added and removed as they are combined', () => {
    expect(chosenOf(toggle(any, 'person', 'c'), 'person')).toEqual(['a', 'b', 'c']);
    expect(combinationOf(toggle(any, 'person', 'c'), 'person')).toBe('any');
    expect(toggle(all, 'person', 'c').with).toEqual(['person:a', 'person:b', 'topic:t', 'person:c']);
    expect(toggle(all, 'person', 'a').with).toEqual(['person:b', 'topic:t']);
    expect(toggle(any, 'person', 'a').facets.person).toEqual(['b']);
  });
});

describe('writeState', () => {
  test('writes nothing for every article', () => {
    expect(writeState(everything).toString()).toBe('');
    expect(writeState({ ...everything, facets: { person: [] } }).toString()).toBe('');
  });

  test('is read back as the same state', () => {
    const choices = {
      words: ['', 'ferry', 'a & b=c?#', '"two words"', '王毅 الأسد', '100% + 1'],
      person: [[], ['ada-lind'], ['ada-lind', 'places/nested', '<b>']],
      place: [[], ['norhaven']],
      topic: [[], ['trade', 'shipping']],
      year: [[], ['2021', '0987'], ['undated']],
      from: ['', '2020-02'],
      order: ['relevance', 'newest', 'oldest'] as const,
      with: [[], ['person:xi-jinping', 'topic:a:b']],
    };
    let combinations = 0;
    const each = <Value>(values: readonly Value[], use: (value: Value) => void) => values.forEach(use);
    each(choices.words, (words) =>
      each(choices.person, (person) =>
        each(choices.place, (place) =>
          each(choices.topic, (topic) =>
            each(choices.year, (year) =>
              each(choices.with, (required) =>
                each(choices.from, (from) =>
                  each(choices.order, (order) => {
                    const facets = Object.fromEntries(
                      Object.entries({ person, place, topic, year }).filter(
                        ([, values]) => values.length > 0,
                      ),
                    );
                    const state = { words, facets, with: required, from, to: from && '2021', order };
                    expect(read(writeState(state).toString())).toEqual({ state, ignored: [] });
                    combinations++;
                  }),
                ),
              ),
            ),
          ),
        ),
      ),
    );
    expect(combinations).toBe(2592);
  });
});

describe('toggle', () => {
  const state: SearchState = { ...everything, words: 'ferry', facets: { person: ['a'], year: ['2021'] } };

  test('chooses a value besides the others, in a facet that may be new', () => {
    expect(toggle(state, 'person', 'b').facets).toEqual({ person: ['a', 'b'], year: ['2021'] });
    expect(toggle(state, 'topic', 'trade').facets).toEqual({ ...state.facets, topic: ['trade'] });
  });

  test('chooses no longer what was chosen', () => {
    expect(toggle(state, 'person', 'a').facets).toEqual({ person: [], year: ['2021'] });
    expect(toggle(state, 'year', '2021').facets).toEqual({ person: ['a'], year: [] });
  });

  test('chooses several years', () => {
    expect(toggle(state, 'year', '2020').facets.year).toEqual(['2021', '2020']);
  });

  test('keeps the words and leaves the state that it was given as it is', () => {
    expect(toggle(state, 'person', 'b').words).toBe('ferry');
    expect(state.facets).toEqual({ person: ['a'], year: ['2021'] });
  });
});

describe('with', () => {
  test('is ignored, and said to be, when it names no facet or no value', () => {
    const { state, ignored } = read('with=colour:red&with=person:&with=person&with=person:bo');
    expect(state.with).toEqual(['person:bo']);
    expect(ignored).toEqual(['with=colour:red', 'with=person:', 'with=person']);
  });

  test('is taken sixteen times, and said to be ignored after that', () => {
    const query = Array.from({ length: 40 }, (_, index) => `with=person:p${index}`).join('&');
    const { state, ignored } = read(query);
    expect(state.with).toHaveLength(16);
    expect(ignored).toHaveLength(24);
  });

  test('stays while facets change', () => {
    expect(toggle({ ...everything, with: ['person:bo'] }, 'topic', 'trade').with).toEqual(['person:bo']);
  });
});

describe('withWords', () => {
  test('orders by relevance when words come, and from the newest when they go', () => {
    expect(withWords(everything, 'ferry')).toMatchObject({ words: 'ferry', order: 'relevance' });
    expect(withWords(withWords(everything, 'ferry'), '')).toEqual(everything);
  });

  test('keeps an order that was chosen', () => {
    expect(withWords({ ...everything, order: 'oldest' }, 'ferry').order).toBe('oldest');
  });
});

describe('a bound of a range', () => {
  test('is a year, a month or a day', () => {
    expect(['', '2021', '2021-07', '2021-07-18', '0987'].map(findBoundError)).toEqual(
      Array(5).fill(undefined),
    );
    expect(findBoundError('2021-13')).toBe('no such date');
    expect(findBoundError('18.7.2021')).toBe('not a year, month or day');
  });

  test('may be in the other one, not after it', () => {
    expect(isBackwards('2021', '2021-01')).toBe(false);
    expect(isBackwards('2021-02', '2021')).toBe(false);
    expect(isBackwards('2021-02', '2021-01-31')).toBe(true);
    expect(isBackwards('2021', '')).toBe(false);
  });
});
