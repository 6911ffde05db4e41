import { describe, expect, test } from 'vitest';

import { spread } from '../../../../src/search/browser/compare/line-chart.ts';
import {
  linesOf,
  pointsOf,
  readLines,
  renderComparison,
  searchOf,
  writeLines,
} from '../../../../src/search/browser/compare/lines.ts';
import { listTicks, scaleOf } from '../../../../src/search/browser/compare/scale.ts';
import { everything } from '../../../../src/search/browser/state/search-state.ts';

const facets = ['person', 'topic'];

describe('the address of a comparison', () => {
  test.for([
    [['grain', '"crude oil"', 'topic:trade'], true],
    [['a&b=c', 'Łódź'], false],
    [[], false],
  ] as const)('is read as it was written: %j', ([lines, areShares]) => {
    const address = writeLines({ lines, areShares });
    expect(readLines(new URLSearchParams(address))).toEqual({ lines, areShares, ignored: [] });
  });

  test('leaves out what is empty or there twice, and says which lines are too many', () => {
    const read = readLines(new URLSearchParams('line=a&line=&line=a&line=b&line=c&line=d&line=e&line=f'));
    expect(read.lines).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(read.ignored).toEqual(['f']);
  });
});

describe('a line', () => {
  test('is the search for a value of a facet, or for words', () => {
    expect(searchOf('topic:trade', facets)).toMatchObject({ words: '', facets: { topic: ['trade'] } });
    expect(searchOf('topic:trade talks', facets)).toMatchObject({ words: 'topic:trade talks', facets: {} });
    expect(searchOf('source:x', facets)).toMatchObject({ words: 'source:x', facets: {} });
  });

  test('is made of what a search has', () => {
    const state = { ...everything, words: 'grain', facets: { topic: ['trade', 'ships'], year: ['1987'] } };
    expect(linesOf(state, facets)).toEqual(['grain', 'topic:trade', 'topic:ships']);
  });

  test('has numbers, or shares of the articles of each period', () => {
    expect(pointsOf([1, 0, 3], [4, 0, 6], false)).toEqual([1, 0, 3]);
    expect(pointsOf([1, 0, 3], [4, 0, 6], true)).toEqual([0.25, 0, 0.5]);
  });
});

test('a comparison is saved as a table whose names cannot run as formulas', () => {
  const comparison = {
    periods: ['1986', '1987'],
    all: [4, 6],
    found: [{ counts: [1, 3], total: 4, names: [] }],
  };
  expect(renderComparison(comparison, ['=grain'])).toBe("period,all,'=grain\r\n1986,4,1\r\n1987,6,3\r\n");
});

test('labels of lines that end at one height stand apart, in the order of the lines’ ends', () => {
  const placed = spread([100, 100, 40, 100, 258]);
  const sorted = [...placed].sort((a, b) => a - b);
  for (const [index, at] of sorted.slice(1).entries())
    expect(at - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(17);
  expect(placed[2]).toBe(40);
  expect(Math.max(...placed)).toBeLessThanOrEqual(258);
});

describe('the scale', () => {
  test.for([
    [0, true, [0, 1]],
    [1, true, [0, 1]],
    [4, true, [0, 1, 2, 3, 4]],
    [23, true, [0, 10, 20, 30]],
    [12_541, true, [0, 5000, 10_000, 15_000]],
    [0, false, [0, 0.5]],
    [0.138, false, [0, 0.05, 0.1, 0.15]],
    [1, false, [0, 0.5, 1]],
  ] as const)(
    'of numbers up to %d has round steps, and whole ones where they are counts (%s)',
    ([most, areWhole, steps]) => {
      expect(scaleOf(most, areWhole)).toEqual(steps);
    },
  );

  test('of time has the first period and round years, as many as have room', () => {
    const years = (first: number, last: number) =>
      Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
    const written = (periods: string[], most: number) =>
      listTicks(periods, most).map((index) => periods[index]);
    expect(written(years(1923, 2021), 6)).toEqual(['1923', '1940', '1960', '1980', '2000', '2020']);
    expect(written(years(1987, 1987), 6)).toEqual(['1987']);
    expect(written(years(1987, 1991), 6)).toEqual(['1987', '1988', '1989', '1990', '1991']);
    const months = years(1, 12).map((month) => `1987-${month.padStart(2, '0')}`);
    expect(written(months, 5)).toEqual(['1987-01', '1987-04', '1987-07', '1987-10']);
    expect(written(months, 1)).toEqual(['1987-01']);
  });
});
