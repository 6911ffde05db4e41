import { describe, expect, test } from 'vitest';

import { en } from '../../../src/languages/en.ts';
import type { Period } from '../../../src/archive/dates/calendar.ts';
import { hrefWithin, partByTime, type ListParts } from '../../../src/archive/dates/list-parts.ts';
import { countByTime, groupByTime } from '../../../src/archive/dates/timeline.ts';
import { countHoldings } from '../../../src/archive/holdings.ts';
import { monthsOf, weeksOf } from '../../../src/archive/dates/month-grid.ts';
import { findOnThisDay } from '../../../src/archive/dates/on-this-day.ts';
import { rolesOn } from '../../../src/archive/vocabularies/roles.ts';
import { listVocabulary } from '../../../src/archive/vocabularies/vocabulary-lists.ts';
import { parseArchiveDate } from '../../../src/records/date/archive-date.ts';
import { ids, makeArchive } from './entries.ts';

const dated = (...dates: (string | undefined)[]) =>
  makeArchive({
    articles: Object.fromEntries(
      dates.map((date, index) => [`${date ?? 'undated'}/a${index}`, date ? { date } : {}]),
    ),
  });

describe('countByTime', () => {
  const count = (...dates: (string | undefined)[]) => countByTime(dated(...dates).articles);

  test('counts by year from the first to the last, empty years too, undated articles not', () => {
    expect(count('1999-05-01', '1999', '2002-01', undefined)).toEqual({
      unit: 'year',
      cells: [
        { key: '1999', count: 2 },
        { key: '2000', count: 0 },
        { key: '2001', count: 0 },
        { key: '2002', count: 1 },
      ],
    });
    expect(count(undefined)).toBeUndefined();
    expect(count('1999', '1999')).toBeUndefined();
    expect(count('1999-05-01', '1999-05-02')).toBeUndefined();
  });

  test('counts by month when all are from one or two years and known to the month', () => {
    const { unit, cells } = count('2001-11-05', '2002-01', '2002-01-31') ?? {};
    expect(unit).toBe('month');
    expect(cells).toHaveLength(24);
    expect(cells?.filter((cell) => cell.count > 0)).toEqual([
      { key: '2001-11', count: 1 },
      { key: '2002-01', count: 2 },
    ]);
    expect(count('2001-11-05', '2002')?.unit).toBe('year');
    expect(count('2001-11', '2002-01', '2003-01')?.unit).toBe('year');
  });
});

describe('groupByTime', () => {
  test('keeps the order, and undated articles in their own group', () => {
    const { articles } = dated('1999', '2002-01', undefined);
    const groups = groupByTime(articles, 'year', en);
    expect(groups.map(({ title, anchor, articles: group }) => [title, anchor, group.length])).toEqual([
      ['2002', 'y2002', 1],
      ['1999', 'y1999', 1],
      ['Undated', 'yundated', 1],
    ]);
  });

  test('names months with their year, or without it in the list of a year', () => {
    const { articles } = dated('2002-03-01', '2002-01', '2002');
    expect(
      groupByTime(articles, 'month', en)
        .map(({ title }) => title)
        .slice(0, 2),
    ).toEqual(['March 2002', 'January 2002']);
    expect(groupByTime(articles, 'month', en, '2002').map(({ title }) => title)).toEqual([
      'March',
      'January',
      'Month unknown',
    ]);
  });
});

describe('partByTime', () => {
  const times = (number: number, date: string) => Array.from({ length: number }, () => date);
  const part = (...dates: (string | undefined)[]) => {
    const { articles } = dated(...dates);
    const hrefOf = (key: string) => `/x/${key}/`;
    return { articles, parts: partByTime(articles, hrefOf, en), href: '/x/' };
  };
  const keys = (parts: ListParts | undefined) => parts?.pages.map(({ key }) => key);

  test('leaves a list that is not long on one page', () => {
    const list = part(...times(200, '1987-03-01'));
    expect(list.parts).toBeUndefined();
    expect(hrefWithin(list, '1987-03-01')).toBe('/x/#y1987-03');
    expect(hrefWithin(list, '1987')).toBe('/x/#y1987-03');
  });

  test('makes parts of decades, and of the years, months and days that have too many articles', () => {
    const { parts } = part(
      '1932-05-06',
      '1935',
      ...times(201, '1987-03-01'),
      ...times(3, '1987-03-02'),
      '1987-04-01',
      '1988',
      undefined,
    );
    expect(keys(parts)).toEqual([
      '1988',
      '1987',
      '1987-04',
      '1987-03',
      '1987-03-02',
      '1987-03-01',
      '1930s',
      'undated',
    ]);
  });

  test('finds the smallest part of a period, or the heading in it', () => {
    const list = part('1932-05-06', ...times(201, '1987-03-01'), '1988-02-03');
    expect(hrefWithin(list, '1987-03-01')).toBe('/x/1987-03-01/');
    expect(hrefWithin(list, '1987-03')).toBe('/x/1987-03/');
    expect(hrefWithin(list, '1988-02')).toBe('/x/1988/#y1988-02');
    expect(hrefWithin(list, '1932')).toBe('/x/1930s/#y1932');
  });

  test('has as neighbours the lists before and after', () => {
    const { parts } = part('1932-05-06', ...times(201, '1987-03-01'), '1987-04-01', '1988', undefined);
    const neighbours = (key: string) => {
      const { previous, next } = parts?.neighboursOf(parts.find(key) as Period) ?? {};
      return [previous?.key, next?.key];
    };
    expect(neighbours('1988')).toEqual(['1987-04', undefined]);
    expect(neighbours('1987')).toEqual(['1930s', '1988']);
    expect(neighbours('1987-03-01')).toEqual(['1930s', '1987-04']);
    expect(neighbours('1932')).toEqual([undefined, '1987-03-01']);
    expect(neighbours('undated')).toEqual([undefined, undefined]);
  });

  test('changes only the parts of its time when an article is added', () => {
    const before = ['1932-05-06', ...times(150, '1987-03-01'), ...times(150, '1995-03-01'), '2001'];
    const content = (dates: string[]) =>
      new Map(part(...dates).parts?.pages.map(({ key, articles }) => [key, ids(articles).length]));
    const [one, other] = [content(before), content([...before, '1988-01-01'])];
    expect([...other].filter(([key, count]) => one.get(key) !== count)).toEqual([['1980s', 151]]);
    expect([...one.keys()]).toEqual([...other.keys()]);
  });
});

describe('monthsOf and weeksOf', () => {
  const { calendar } = dated('2024-02-29', '2024-02-29', '2024-02', '2024-12-01');
  const [year] = calendar.years;
  const february = calendar.months.find(({ key }) => key === '2024-02');
  if (!year || !february) throw new Error('The calendar is wrong.');

  test('give the twelve months, those without articles too', () => {
    const months = monthsOf(year, en);
    expect(months.map(({ title }) => title)).toHaveLength(12);
    expect(months.filter(({ period }) => period).map(({ title }) => title)).toEqual(['February', 'December']);
  });

  test('give weeks from Monday, of seven days each', () => {
    const weeks = weeksOf(february);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    // 1 February 2024 was a Thursday, and the 29th one too.
    expect(weeks[0]?.map((day) => day?.title)).toEqual([undefined, undefined, undefined, '1', '2', '3', '4']);
    expect(weeks.at(-1)?.map((day) => day?.title)).toEqual([
      '26',
      '27',
      '28',
      '29',
      undefined,
      undefined,
      undefined,
    ]);
    const busy = weeks.flat().filter((day) => day?.period);
    expect(busy.map((day) => [day?.title, day?.period?.articles.length])).toEqual([['29', 2]]);
  });
});

describe('rolesOn', () => {
  const date = parseArchiveDate;
  const roles = [
    { title: 'Clerk', from: date('1990'), to: date('1995-06') },
    { title: 'Mayor', from: date('1995-06-15') },
    { title: 'Someone' },
  ];

  test.each([
    ['1989-12-31', []],
    ['1990-01-01', ['Clerk']],
    ['1995-06-20', ['Clerk', 'Mayor']],
    ['1995', ['Clerk', 'Mayor']],
    ['2021-07-18', ['Mayor']],
  ])('on %s are %j', (day, expected) => {
    expect(rolesOn(roles, date(day))).toEqual(expected);
  });

  test('are not guessed without a date', () => {
    expect(rolesOn(roles, undefined)).toEqual([]);
    expect(rolesOn(undefined, date('2021'))).toEqual([]);
  });
});

describe('findOnThisDay', () => {
  test('takes the day of the newest article, and the articles of other years on it', () => {
    const found = findOnThisDay(dated('2021-07-18', '2021-07-18', '1999-07-18', '1999-07-17', '2021'));
    expect(found?.day).toBe('18 July');
    expect(found?.articles.map(({ period }) => period)).toEqual(['1999-07-18']);
  });

  test('finds nothing where there is nothing', () => {
    expect(findOnThisDay(dated('2021-07-18', '2021-07'))).toBeUndefined();
    expect(findOnThisDay(dated('2021', undefined))).toBeUndefined();
  });
});

describe('countHoldings', () => {
  test('counts languages and what is missing', () => {
    const { articles } = makeArchive({
      articles: {
        '2021/07/18/a': { date: '2021-07-18', people: ['ada'] },
        '2021/b': { date: '2021', language: 'ar' },
        'undated/c': {},
      },
      records: { people: { ada: {} } },
    });
    expect(countHoldings(articles)).toEqual({
      articles: 3,
      languages: [
        { language: 'en', count: 2 },
        { language: 'ar', count: 1 },
      ],
      undated: 1,
      partlyDated: 1,
      untagged: 2,
    });
    expect(en.home.noDate(1, 3)).toBe('Date unknown: 1 of 3 (33.3%)');
  });
});

describe('places within places', () => {
  const archive = makeArchive({
    articles: {
      '2021/07/18/a': { date: '2021-07-18', places: ['city', 'land'], people: ['ada'] },
      '2021/07/17/b': { date: '2021-07-17', places: ['city'], people: ['ada', 'bo'] },
      '2021/07/16/c': { date: '2021-07-16', places: ['land'] },
    },
    records: { places: { land: {}, city: { within: 'land' } }, people: { ada: {}, bo: {} } },
  });
  const record = (id: string) => {
    const found = [...archive.records.places, ...archive.records.people].find((each) => each.id === id);
    if (!found) throw new Error(id);
    return found;
  };

  test('count for the place that they lie in, each article once', () => {
    expect(ids(record('land').articles)).toEqual(['2021/07/18/a', '2021/07/17/b', '2021/07/16/c']);
    expect(record('land').directCount).toBe(2);
    expect(ids(record('city').articles)).toEqual(['2021/07/18/a', '2021/07/17/b']);
  });

  test('are named where an article is listed through them', () => {
    const [first, second] = record('land').articles.map((article) =>
      archive.listingOf(record('land'), article),
    );
    expect(first?.through).toBeUndefined();
    expect(second?.through?.id).toBe('city');
  });

  test('are companions, but not what they lie in', () => {
    const { places, people } = archive.cooccurringRecordsOf(record('city'));
    expect(places).toEqual([]);
    expect(people.map(({ record: { id }, count, href }) => [id, count, href.slice(-30)])).toEqual([
      ['ada', 2, expect.stringContaining('?place=city&person=ada')],
      ['bo', 1, expect.stringContaining('?place=city&person=bo')],
    ]);
    expect(archive.cooccurringRecordsOf(record('ada')).people.map(({ href }) => href)).toEqual([
      expect.stringContaining('?person=ada&with=person%3Abo'),
    ]);
  });
});

describe('related articles', () => {
  test('share tags, rare ones counting more, and say which', () => {
    const common = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [
        `2020/01/0${index + 1}/x`,
        { date: `2020-01-0${index + 1}`, topics: ['common'] },
      ]),
    );
    const archive = makeArchive({
      articles: {
        ...common,
        '2021/01/01/a': { date: '2021-01-01', topics: ['common', 'rare'] },
        '1950/01/01/b': { date: '1950-01-01', topics: ['rare'] },
      },
      records: { topics: { common: {}, rare: {} } },
    });
    const article = archive.articles[0];
    if (!article) throw new Error('no article');
    const related = archive.relatedTo(article);
    expect(related[0]?.article.id).toBe('1950/01/01/b');
    expect(related[0]?.shared.map(({ id }) => id)).toEqual(['rare']);
    expect(related.every((each) => each.article.id !== article.id)).toBe(true);
    expect(related[1]?.article.id).toBe('2020/01/08/x');
  });

  test('are five, of which no more than the first three share a single name', () => {
    const articleOf = (day: string, topics: string[]) => ({
      [day]: { date: day.slice(0, 10).replaceAll('/', '-'), topics },
    });
    const relatedOf = (topics: string[]) => {
      const days = [2, 3, 4, 5, 6, 7].map((day) => articleOf(`2021/01/0${day}/x`, topics));
      const archive = makeArchive({
        articles: Object.assign(articleOf('2021/01/01/a', ['one', 'other']), ...days),
        records: { topics: { one: {}, other: {} } },
      });
      const article = archive.articles.find(({ id }) => id === '2021/01/01/a');
      return article ? archive.relatedTo(article) : [];
    };
    expect(relatedOf(['one', 'other'])).toHaveLength(5);
    expect(relatedOf(['one']).map(({ article }) => article.id)).toEqual([
      '2021/01/02/x',
      '2021/01/03/x',
      '2021/01/04/x',
    ]);
  });
});

describe('listVocabulary', () => {
  const lists = (count: number) => {
    const names = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`p${index}`, { name: `${'AB'[index % 2]} ${index}` }]),
    );
    const { records, paths } = makeArchive({ records: { people: names } });
    return listVocabulary({ name: 'people', key: 'people', names: records.people }, paths);
  };

  test('is one page by name and one by number of articles, when it is not too long', () => {
    const pages = lists(10);
    expect(pages.map(({ list }) => list)).toEqual(['all', 'by-articles']);
    expect(pages[0]?.letters.map(({ href }) => href)).toEqual(['#letter-a', '#letter-b']);
  });

  test('has pages for its letters when it is long, and every record on exactly one of them', () => {
    const pages = lists(2000);
    const byLetter = pages.filter(({ list }) => list === 'letter');
    expect(byLetter.map(({ letter, page }) => [letter, page])).toEqual([
      ['A', 1],
      ['A', 2],
      ['B', 1],
      ['B', 2],
    ]);
    const listed = byLetter.flatMap(({ groups }) => groups.flatMap(({ records }) => ids(records)));
    expect(new Set(listed).size).toBe(2000);
    expect(listed).toHaveLength(2000);
    expect(pages[0]?.letters[0]?.href).toBe(byLetter[0]?.href);
    expect(new Set(pages.map(({ href }) => href)).size).toBe(pages.length);
  });
});
