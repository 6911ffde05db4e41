import { describe, expect, test } from 'vitest';

import { encodeNumbers } from '../../../../../src/search/browser/engine/golomb-rice.ts';
import { readDates, readFacet } from '../../../../../src/search/browser/engine/columns.ts';
import { dayNumber } from '../../../../../src/search/browser/engine/day-number.ts';
import { countYears } from '../../../../../src/search/browser/engine/count-years.ts';
import {
  viewFacet,
  viewYears,
  type FacetOptions,
} from '../../../../../src/search/browser/engine/facet-views.ts';

// Seven articles: one undated, and six from 1999 to 2021, one of them of two years.
const columns = readDates({
  order: '',
  articles: 7,
  undated: 1,
  days: {
    first: '0987-01-01',
    end: 400_000,
    numbers: encodeNumbers(
      [
        ['0987-01-01', '1999-01-01', '2020-12-01', '2021-01-01', '2021-05-01', '2021-05-01'].map(
          (day) => dayNumber(day) - dayNumber('0987-01-01'),
        ),
      ],
      400_000,
    ),
  },
  inexact: {
    articles: encodeNumbers([[1, 2, 3, 4, 5, 6]], 7),
    dates: ['0987', '1999', '2020-12/2021-02', '2021~', '2021-05', '2021-05'],
  },
  facets: [{ key: 'person', values: 3, size: 100 }],
});
const person = readFacet(
  {
    order: '',
    key: 'person',
    values: [
      ['ada', 'Ada Lind', 4],
      ['bo', 'Élodie Bø', 3],
      ['cy', 'Cyrus', 2],
    ],
    articles: encodeNumbers(
      [
        [0, 1, 2, 3],
        [1, 2, 3],
        [3, 6],
      ],
      7,
    ),
  },
  7,
);
const all = new Uint8Array(7).fill(1);
const wish = { limit: 8, words: '', ids: [] };
const view = (passes: Uint8Array, chosen: string[], options: FacetOptions) =>
  viewFacet(person, passes, chosen, options);

describe('viewFacet', () => {
  test('has the values of most articles first, with the number that choosing each gives', () => {
    expect(view(all, [], wish)).toEqual({
      key: 'person',
      total: 3,
      values: [
        { id: 'ada', name: 'Ada Lind', count: 4, isChosen: false },
        { id: 'bo', name: 'Élodie Bø', count: 3, isChosen: false },
        { id: 'cy', name: 'Cyrus', count: 2, isChosen: false },
      ],
    });
  });

  test('counts only articles that pass, and leaves out what would give nothing', () => {
    const passes = Uint8Array.from([1, 1, 0, 0, 0, 0, 0]);
    expect(view(passes, [], wish).values.map(({ id, count }) => [id, count])).toEqual([
      ['ada', 2],
      ['bo', 1],
    ]);
  });

  test('has chosen values before all others, also with nothing', () => {
    const passes = Uint8Array.from([1, 0, 0, 0, 0, 0, 0]);
    expect(view(passes, ['cy'], wish).values.map(({ id, count }) => [id, count])).toEqual([
      ['cy', 0],
      ['ada', 1],
    ]);
  });

  test('shows as many as are asked for, and says how many there are', () => {
    const { values, total } = view(all, [], { ...wish, limit: 1 });
    expect(values.map(({ id }) => id)).toEqual(['ada']);
    expect(total).toBe(3);
  });

  test('is narrowed by words without diacritics, and by values of another name', () => {
    expect(view(all, [], { ...wish, words: 'elodie bo' }).values.map(({ id }) => id)).toEqual(['bo']);
    expect(view(all, [], { ...wish, words: 'kuros', ids: ['cy'] }).values.map(({ id }) => id)).toEqual([
      'cy',
    ]);
    expect(view(all, [], { ...wish, words: 'zz' }).values).toEqual([]);
  });
});

describe('viewYears', () => {
  test('has years from the newest and undated articles last, an article of two years in both', () => {
    expect(viewYears(columns, all, [], wish).values.map(({ id, name, count }) => [id, name, count])).toEqual([
      ['2021', '2021', 4],
      ['2020', '2020', 1],
      ['1999', '1999', 1],
      ['0987', '987', 1],
      ['undated', 'Undated', 1],
    ]);
  });

  test('keeps a chosen year that would give nothing, in its place', () => {
    const passes = Uint8Array.from([1, 0, 0, 0, 0, 0, 1]);
    expect(viewYears(columns, passes, ['1999'], wish).values.map(({ id, count }) => [id, count])).toEqual([
      ['2021', 1],
      ['1999', 0],
      ['undated', 1],
    ]);
  });
});

describe('countYears', () => {
  test('leaves out undated articles', () => {
    expect(countYears(columns, all)).toEqual(
      new Map([
        [987, 1],
        [1999, 1],
        [2020, 1],
        [2021, 4],
      ]),
    );
  });
});
