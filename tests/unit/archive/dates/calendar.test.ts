import { describe, expect, test } from 'vitest';

import { breadcrumbTo, type Period } from '../../../../src/archive/dates/calendar.ts';
import { ids, makeArchive } from '../entries.ts';

const { calendar, articles, paths, messages } = makeArchive({
  articles: {
    'day-a': { date: '2021-05-04' },
    'day-b': { date: '2021-05-04' },
    'other-day': { date: '2021-05-09' },
    month: { date: '2021-05' },
    days: { date: '2021-05-05/2021-05-07' },
    march: { date: '2021-03-01' },
    year: { date: '2021' },
    old: { date: '1999-12-31' },
    ancient: { date: '0987~' },
    'undated-a': {},
    'undated-b': {},
  },
});
const period = (key: string): Period => {
  const found = [...calendar.years, ...calendar.months, ...calendar.days].find((each) => each.key === key);
  if (!found) throw new Error(`No period ${key}`);
  return found;
};
const counts = (periods: readonly Period[]) => periods.map(({ key, articles }) => [key, articles.length]);

describe('createCalendar', () => {
  test('counts the articles of each year, newest first', () => {
    expect(counts(calendar.years)).toEqual([
      ['2021', 7],
      ['1999', 1],
      ['0987', 1],
    ]);
  });

  test('counts the articles of each month, those known to the year in none', () => {
    expect(counts(calendar.months)).toEqual([
      ['2021-05', 5],
      ['2021-03', 1],
      ['1999-12', 1],
    ]);
  });

  test('counts the articles of each day, those known to the month in none', () => {
    expect(counts(calendar.days)).toEqual([
      ['2021-05-09', 1],
      ['2021-05-04', 2],
      ['2021-03-01', 1],
      ['1999-12-31', 1],
    ]);
  });

  test('keeps undated articles in their own group', () => {
    expect(ids(calendar.undated?.articles ?? [])).toEqual(['undated-a', 'undated-b']);
    expect(calendar.undated).toMatchObject({
      key: 'undated',
      title: 'Undated',
      href: '/articles/undated/',
      within: undefined,
      previous: undefined,
      next: undefined,
    });
    const dated = calendar.years.flatMap((year) => ids(year.articles));
    expect(dated).toHaveLength(articles.length - 2);
    expect(dated).not.toContain('undated-a');
  });

  test('knows which articles are known no better than the period', () => {
    expect(ids(period('2021').directArticles)).toEqual(['year']);
    expect(ids(period('2021-05').directArticles).sort()).toEqual(['days', 'month']);
    expect(ids(period('2021-05-04').directArticles)).toEqual(['day-a', 'day-b']);
    expect(period('1999').directArticles).toEqual([]);
  });

  test('keeps the order of the articles in each period', () => {
    expect(ids(period('2021').articles)).toEqual([
      'other-day',
      'days',
      'day-a',
      'day-b',
      'month',
      'march',
      'year',
    ]);
  });

  test('has the parts of each period, newest first', () => {
    expect(period('2021').parts.map(({ key }) => key)).toEqual(['2021-05', '2021-03']);
    expect(period('2021-05').parts.map(({ key }) => key)).toEqual(['2021-05-09', '2021-05-04']);
    expect(period('0987').parts).toEqual([]);
    expect(period('2021-05-04').within).toBe(period('2021-05'));
    expect(period('2021-05').within).toBe(period('2021'));
  });

  test.for([
    ['2021', undefined, '1999'],
    ['1999', '2021', '0987'],
    ['0987', '1999', undefined],
    ['2021-05', undefined, '2021-03'],
    ['2021-03', '2021-05', '1999-12'],
    ['2021-05-04', '2021-05-09', '2021-03-01'],
    ['1999-12-31', '2021-03-01', undefined],
  ] as const)('has as the neighbours of %s the nearest periods with articles', ([key, next, previous]) => {
    expect([period(key).next?.key, period(key).previous?.key]).toEqual([next, previous]);
  });

  test('names periods, and within the larger ones', () => {
    expect(
      ['2021', '2021-05', '2021-05-04'].map((key) => [period(key).title, period(key).shortTitle]),
    ).toEqual([
      ['2021', '2021'],
      ['May 2021', 'May'],
      ['Tuesday, 4 May 2021', 'Tuesday 4'],
    ]);
  });

  test('gives each article the period that it is filed under', () => {
    const periods = Object.fromEntries(
      articles.map((article) => [article.id, calendar.periodOf(article)?.key]),
    );
    expect(periods).toMatchObject({
      'day-a': '2021-05-04',
      days: '2021-05',
      year: '2021',
      ancient: '0987',
      'undated-a': 'undated',
    });
  });

  test('has nothing for no articles', () => {
    const empty = makeArchive({}).calendar;
    expect(empty).toMatchObject({ years: [], months: [], days: [], undated: undefined });
  });
});

describe('breadcrumbTo', () => {
  test('leads from all articles to a day, each step named within the one before', () => {
    expect(breadcrumbTo(period('2021-05-04'), paths, messages)).toEqual([
      { title: 'Articles', href: '/articles/' },
      { title: '2021', href: '/articles/2021/' },
      { title: 'May', href: '/articles/2021/05/' },
      { title: 'Tuesday 4', href: '/articles/2021/05/04/' },
    ]);
  });

  test('leads to all articles and to the undated ones', () => {
    expect(breadcrumbTo(undefined, paths, messages)).toEqual([{ title: 'Articles', href: '/articles/' }]);
    expect(breadcrumbTo(calendar.undated, paths, messages).map(({ title }) => title)).toEqual([
      'Articles',
      'Undated',
    ]);
  });
});
