import { describe, expect, test } from 'vitest';

import {
  readState,
  toggle,
  writeState,
  type SearchState,
} from '../../../../src/search/browser/search-state.ts';

const facetKeys = ['person', 'place', 'organization', 'topic', 'year'];
const read = (query: string) => readState(new URLSearchParams(query), facetKeys);
const none: SearchState = { words: '', facets: {}, with: [] };

describe('readState', () => {
  test('reads words and facets', () => {
    expect(read('q=harbour+ferry&person=ada-lind&topic=trade')).toEqual({
      state: { words: 'harbour ferry', facets: { person: ['ada-lind'], topic: ['trade'] }, with: [] },
      ignored: [],
    });
  });

  test('reads an empty address as every article', () => {
    expect(read('')).toEqual({ state: none, ignored: [] });
  });

  test('reads several values of one facet, each once', () => {
    expect(read('person=a&person=b&person=a').state.facets).toEqual({ person: ['a', 'b'] });
  });

  test('takes the white space around words away', () => {
    expect(read('q=++ferry++').state.words).toBe('ferry');
  });

  test('reads the addresses that other pages write', () => {
    expect(read('from=2021&to=2021').state.facets).toEqual({ year: ['2021'] });
    expect(read('from=undated&to=undated').state.facets).toEqual({ year: ['undated'] });
  });

  test.for([
    ['sort=newest', ['sort']],
    ['persons=a&q=b', ['persons']],
    ['year=2021', ['year']],
    ['utm_source=x&fbclid=y', ['utm_source', 'fbclid']],
    ['x=1&x=2', ['x']],
    ['__proto__=1&constructor=2', ['__proto__', 'constructor']],
    ['from=2021', ['from=2021, to=']],
    ['to=2021', ['from=, to=2021']],
    ['from=2020&to=2021', ['from=2020, to=2021']],
    ['from=yesterday&to=yesterday', ['from=yesterday, to=yesterday']],
    ['from=&to=', ['from=, to=']],
    ['from=20211&to=20211', ['from=20211, to=20211']],
  ] as const)('leaves out what it does not know and says so: %s', ([query, ignored]) => {
    const { state, ignored: reported } = read(query);
    expect(reported).toEqual(ignored);
    expect(state.facets).toEqual({});
  });

  test('keeps what it knows beside what it does not', () => {
    expect(read('person=a&from=x&q=ferry&color=red')).toEqual({
      state: { words: 'ferry', facets: { person: ['a'] }, with: [] },
      ignored: ['from=x, to=', 'color'],
    });
  });

  test('takes values for what they are, whatever they hold', () => {
    expect(read('person=%3Cscript%3E&person=a%26b').state.facets.person).toEqual(['<script>', 'a&b']);
  });

  test('passes over empty values', () => {
    expect(read('person=&person=a').state.facets.person).toEqual(['a']);
  });
});

describe('writeState', () => {
  test('writes nothing for every article', () => {
    expect(writeState(none).toString()).toBe('');
    expect(writeState({ words: '', facets: { person: [] }, with: [] }).toString()).toBe('');
  });

  test('writes a year as a range', () => {
    expect(writeState({ words: '', facets: { year: ['2021'] }, with: [] }).toString()).toBe(
      'from=2021&to=2021',
    );
  });

  test('is read back as the same state', () => {
    const choices = {
      words: ['', 'ferry', 'a & b=c?#', '"two words"', '王毅 الأسد', '100% + 1'],
      person: [[], ['ada-lind'], ['ada-lind', 'places/nested', '<b>']],
      place: [[], ['norhaven']],
      topic: [[], ['trade', 'shipping']],
      year: [[], ['2021'], ['0987'], ['undated']],
      with: [[], ['person:xi-jinping', 'topic:a:b']],
    };
    let combinations = 0;
    for (const words of choices.words) {
      for (const person of choices.person) {
        for (const place of choices.place) {
          for (const topic of choices.topic) {
            for (const year of choices.year) {
              const facets = Object.fromEntries(
                Object.entries({ person, place, topic, year }).filter(([, values]) => values.length > 0),
              );
              for (const required of choices.with) {
                const state = { words, facets, with: required };
                expect(read(writeState(state).toString())).toEqual({ state, ignored: [] });
                combinations++;
              }
            }
          }
        }
      }
    }
    expect(combinations).toBe(576);
  });
});

describe('toggle', () => {
  const state: SearchState = { words: 'ferry', facets: { person: ['a'], year: ['2021'] }, with: [] };

  test('chooses a value besides the others, in a facet that may be new', () => {
    expect(toggle(state, 'person', 'b').facets).toEqual({ person: ['a', 'b'], year: ['2021'] });
    expect(toggle(state, 'topic', 'trade').facets).toEqual({ ...state.facets, topic: ['trade'] });
  });

  test('chooses no longer what was chosen', () => {
    expect(toggle(state, 'person', 'a').facets).toEqual({ person: [], year: ['2021'] });
    expect(toggle(state, 'year', '2021').facets).toEqual({ person: ['a'], year: [] });
  });

  test('chooses one year at a time', () => {
    expect(toggle(state, 'year', '2020').facets.year).toEqual(['2020']);
  });

  test('keeps the words and leaves the state that it was given as it is', () => {
    expect(toggle(state, 'person', 'b').words).toBe('ferry');
    expect(state).toEqual({ words: 'ferry', facets: { person: ['a'], year: ['2021'] }, with: [] });
  });
});

describe('with', () => {
  test('is ignored, and said to be, when it names no facet or no value', () => {
    const { state, ignored } = read('with=colour:red&with=person:&with=person&with=person:bo');
    expect(state.with).toEqual(['person:bo']);
    expect(ignored).toEqual(['with=colour:red', 'with=person:', 'with=person']);
  });

  test('stays while facets change', () => {
    expect(toggle({ words: '', facets: {}, with: ['person:bo'] }, 'topic', 'trade').with).toEqual([
      'person:bo',
    ]);
  });
});
