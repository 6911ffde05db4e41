import { describe, expect, test } from 'vitest';

import { compareOverTime } from '../../../../../src/search/browser/engine/compare.ts';
import { readDates } from '../../../../../src/search/browser/engine/columns.ts';
import { dayNumber } from '../../../../../src/search/browser/engine/day-number.ts';
import { encodeNumbers } from '../../../../../src/search/browser/engine/golomb-rice.ts';
import { createTimeline } from '../../../../../src/search/browser/engine/timeline.ts';
import { everything } from '../../../../../src/search/browser/state/search-state.ts';

// An undated article, and five from 1985 to 1989, of which one is known to the year and one is of two months.
const days = ['1985-06-01', '1987-01-01', '1987-03-31', '1987-04-02', '1989-12-31'];
const columns = readDates({
  order: '',
  articles: 6,
  undated: 1,
  days: {
    first: '1985-06-01',
    end: 2000,
    numbers: encodeNumbers([days.map((day) => dayNumber(day) - dayNumber('1985-06-01'))], 2000),
  },
  inexact: { articles: encodeNumbers([[2, 3]], 6), dates: ['1987', '1987-03-31/1987-04-01'] },
  facets: [],
});
const all = new Uint8Array(6).fill(1);

describe('createTimeline', () => {
  test('counts by year, and shows years without articles', () => {
    expect(createTimeline(columns, all, everything)).toEqual({
      periods: [
        { from: '1985', to: '1985', articles: 1 },
        { from: '1986', to: '1986', articles: 0 },
        { from: '1987', to: '1987', articles: 3 },
        { from: '1988', to: '1988', articles: 0 },
        { from: '1989', to: '1989', articles: 1 },
      ],
      isPart: false,
    });
  });

  test('counts by month in a year that is chosen, as a range or as a facet', () => {
    for (const chosen of [
      { from: '1987', to: '1987' },
      { from: '1987-04', to: '1987-04' },
      { facets: { year: ['1987'] } },
    ]) {
      const { periods, isPart } = createTimeline(columns, all, { ...everything, ...chosen });
      expect(isPart).toBe(true);
      expect(periods).toHaveLength(12);
      expect(periods.slice(1, 5)).toEqual([
        { from: '1987-02', to: '1987-02', articles: 1 },
        { from: '1987-03', to: '1987-03', articles: 2 },
        { from: '1987-04', to: '1987-04', articles: 3 },
        { from: '1987-05', to: '1987-05', articles: 1 },
      ]);
    }
  });

  test('counts by month where all articles are of one or two years', () => {
    const passes = Uint8Array.from([1, 0, 1, 1, 1, 0]);
    expect(createTimeline(columns, passes, everything)).toMatchObject({ isPart: false });
    expect(createTimeline(columns, passes, everything).periods).toHaveLength(12);
  });

  test('shows all years when a range has none, or more than two', () => {
    for (const range of [
      { from: '1999', to: '' },
      { from: '1985', to: '1988' },
    ])
      expect(createTimeline(columns, all, { ...everything, ...range }).periods).toHaveLength(5);
  });

  test('counts a century by decade, and the decades or years of it that are chosen more finely', () => {
    const century = readDates({
      order: '',
      articles: 4,
      undated: 0,
      days: {
        first: '0995-06-01',
        end: 50_000,
        numbers: encodeNumbers(
          [
            ['0995-06-01', '0999-01-01', '1009-12-31', '1070-01-01'].map(
              (day) => dayNumber(day) - dayNumber('0995-06-01'),
            ),
          ],
          50_000,
        ),
      },
      inexact: { articles: encodeNumbers([[1]], 4), dates: ['0999/1001'] },
      facets: [],
    });
    const passes = new Uint8Array(4).fill(1);
    const { periods, isPart } = createTimeline(century, passes, everything);
    expect(isPart).toBe(false);
    expect(periods.slice(0, 3)).toEqual([
      { from: '0990', to: '0999', articles: 2 },
      { from: '1000', to: '1009', articles: 2 },
      { from: '1010', to: '1019', articles: 0 },
    ]);
    expect(periods).toHaveLength(9);
    const decade = createTimeline(century, passes, { ...everything, from: '1000', to: '1009' });
    expect(decade.isPart).toBe(true);
    expect(decade.periods.map(({ from, articles }) => [from, articles]).filter(([, count]) => count)).toEqual(
      [
        ['1000', 1],
        ['1001', 1],
        ['1009', 1],
      ],
    );
    expect(createTimeline(century, passes, { ...everything, from: '1009', to: '1009' }).periods).toHaveLength(
      12,
    );
  });

  test('is empty without dated articles', () => {
    expect(createTimeline(columns, new Uint8Array(6), everything)).toEqual({ periods: [], isPart: false });
  });
});

describe('compareOverTime', () => {
  test('has the numbers of the timeline for each search, in the years of the whole archive', async () => {
    const findWords = async () => Float32Array.of(1, 0, 1, 1, 0, 0);
    const states = [
      everything,
      { ...everything, words: 'grain' },
      { ...everything, facets: { topic: ['x'] } },
    ];
    const { periods, all: whole, found } = await compareOverTime(columns, [], findWords, states);
    expect(periods).toEqual(['1985', '1986', '1987', '1988', '1989']);
    expect(whole).toEqual([1, 0, 3, 0, 1]);
    expect(found).toEqual([
      { counts: [1, 0, 3, 0, 1], total: 6, names: [] },
      { counts: [0, 0, 2, 0, 0], total: 3, names: [] },
      { counts: [0, 0, 0, 0, 0], total: 0, names: [] },
    ]);
  });
});
