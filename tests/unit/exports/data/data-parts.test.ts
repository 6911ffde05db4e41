import { describe, expect, test } from 'vitest';

import type { Article } from '../../../../src/archive/article.ts';
import { splitBySpan } from '../../../../src/exports/data/data-parts.ts';

/** As many articles of a period as asked for. */
const articlesOf = (period: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ period, id: `${period}-${index}` }) as Article);
const describeParts = (articles: readonly Article[]) =>
  splitBySpan(articles).map(({ span, articles: own }) => [span, own.length]);

describe('splitBySpan', () => {
  test('keeps few articles in one part, and so none', () => {
    expect(describeParts(articlesOf('2021-07', 10_000))).toEqual([['', 10_000]]);
    expect(describeParts([])).toEqual([['', 0]]);
  });

  test('splits many by decade, and a decade with many by year', () => {
    const many = [
      ...articlesOf('undated', 3),
      ...articlesOf('2021-07-18', 9_000),
      ...articlesOf('2020', 1_001),
      ...articlesOf('1999-12', 7),
      ...articlesOf('1990-01-01', 5),
    ];
    expect(describeParts(many)).toEqual([
      ['1990-1999', 12],
      ['2020', 1_001],
      ['2021', 9_000],
      ['undated', 3],
    ]);
  });

  test('splits a year with many by month, apart from those of which only the year is known', () => {
    const many = [
      ...articlesOf('1987-10-20', 9_000),
      ...articlesOf('1987-03', 2_000),
      ...articlesOf('1987', 20),
      ...articlesOf('1986-12', 3),
    ];
    expect(describeParts(many)).toEqual([
      ['1986', 3],
      ['1987-03', 2_000],
      ['1987-10', 9_000],
      ['1987-XX', 20],
    ]);
  });

  test('has every article in just one part, in its order', () => {
    const many = [...articlesOf('2021-07-18', 6_000), ...articlesOf('1950', 6_000)];
    const parts = splitBySpan(many).map(({ articles }) => articles);
    expect(new Set(parts.flat()).size).toBe(12_000);
    expect(parts[0]?.map(({ id }) => id)).toEqual(articlesOf('1950', 6_000).map(({ id }) => id));
  });

  test('changes one part when an article is added', () => {
    const many = [...articlesOf('2021-07-18', 6_000), ...articlesOf('1950', 6_000)];
    const [before, after] = [many, [...articlesOf('1951', 1), ...many]].map(
      (articles) => new Map(splitBySpan(articles).map((part) => [part.span, part.articles])),
    );
    expect(after?.get('2020-2029')).toEqual(before?.get('2020-2029'));
    expect(after?.get('1950-1959')).toHaveLength(6_001);
  });
});
