import { describe, expect, test } from 'vitest';

import { paginate } from '../../../src/archive/paginate.ts';
import { ids, makeArchive } from './entries.ts';

describe('the order of articles', () => {
  const ordered = (dates: Record<string, string | undefined>) =>
    ids(
      makeArchive({
        articles: Object.fromEntries(
          Object.entries(dates).map(([id, date]) => [id, date === undefined ? {} : { date }]),
        ),
      }).articles,
    );

  test('is newest first', () => {
    expect(
      ordered({ b: '2021-05-04', a: '2020-12-31', e: '2021-05-10', d: '0987-01-01', c: '2021-04-30' }),
    ).toEqual(['e', 'b', 'c', 'a', 'd']);
  });

  // The ids would give the opposite order if the dates were taken for equal.
  test('has dates known to the month or year after the exact ones of that period', () => {
    expect(
      ordered({
        'a-year': '2021',
        'b-january': '2021-01',
        'c-first-of-january': '2021-01-01',
        'd-last-of-april': '2021-04-30',
        'e-may': '2021-05',
        'f-first-of-may': '2021-05-01',
        'g-year-before': '2020-12-31',
      }),
    ).toEqual([
      'f-first-of-may',
      'e-may',
      'd-last-of-april',
      'c-first-of-january',
      'b-january',
      'a-year',
      'g-year-before',
    ]);
  });

  test('has undated articles last', () => {
    expect(ordered({ a: undefined, b: '0001', c: undefined, d: '2021' })).toEqual(['d', 'b', 'a', 'c']);
  });

  test('is that of the ids where the date is the same', () => {
    expect(ordered({ c: '2021-05-04', a: '2021-05-04', b: '2021-05-04' })).toEqual(['a', 'b', 'c']);
  });

  test('does not depend on the order of the entries', () => {
    const dates = { a: '2021', b: '2021-05', c: undefined, d: '2021-05-04', e: '2021-05-04' };
    const reversed = Object.fromEntries(Object.entries(dates).reverse());
    expect(ordered(reversed)).toEqual(ordered(dates));
  });
});

describe('neighboursOf', () => {
  const archive = makeArchive({
    articles: {
      new: { date: '2021-05-04' },
      gone: { date: '2021-05-03', withdrawn: { date: '2021-06-01', reason: 'legal' } },
      // Articles of one day follow one another in the order of their list.
      'middle-b': { date: '2021-05-02' },
      'middle-a': { date: '2021-05-02' },
      old: { date: '1990' },
      'undated-a': {},
      'undated-b': {},
    },
  });
  const neighbours = (id: string) => {
    const article = archive.articles.find((each) => each.id === id);
    if (!article) throw new Error(`No article ${id}`);
    const { previous, next } = archive.neighboursOf(article);
    return [previous?.id, next?.id];
  };

  test.for([
    ['new', 'middle-b', undefined],
    // The withdrawn one between the two is passed over.
    ['middle-b', 'middle-a', 'new'],
    ['middle-a', 'old', 'middle-b'],
    ['old', undefined, 'middle-a'],
  ] as const)('of %s are %s and %s', ([id, previous, next]) => {
    expect(neighbours(id)).toEqual([previous, next]);
  });

  test('are none for undated articles', () => {
    expect(neighbours('undated-a')).toEqual([undefined, undefined]);
    expect(neighbours('undated-b')).toEqual([undefined, undefined]);
  });
});

describe('tags', () => {
  const archive = makeArchive({
    articles: {
      both: { date: '2021-05-04', people: ['bo', 'ada'], topics: ['trade'] },
      one: { date: '2021-05-05', people: ['ada'] },
    },
    records: { people: { ada: {}, bo: {} }, topics: { trade: {} } },
  });

  test('of an article are its records, in the four groups and in the order of the article', () => {
    const [, both] = archive.articles;
    const groups = both ? archive.subjectsOf(both) : [];
    expect(groups.map(({ vocabulary, records }) => [vocabulary.name, ids(records)])).toEqual([
      ['people', ['bo', 'ada']],
      ['places', []],
      ['organizations', []],
      ['topics', ['trade']],
    ]);
  });

  test('give each record its articles, newest first', () => {
    expect(archive.records.people.map(({ id, articles }) => [id, ids(articles)])).toEqual([
      ['ada', ['one', 'both']],
      ['bo', ['both']],
    ]);
  });
});

describe('withdrawn articles', () => {
  const archive = makeArchive({
    articles: {
      shown: { date: '2021-05-04', people: ['ada'] },
      gone: {
        date: '1999-01-01',
        people: ['ada', 'bo'],
        withdrawn: { date: '2021-06-01', reason: 'privacy' },
      },
      'gone-undated': { withdrawn: { date: '2021-06-01', reason: 'privacy' } },
    },
    records: { people: { ada: {}, bo: {} } },
  });

  test('are apart from those that are shown', () => {
    expect(ids(archive.articles)).toEqual(['shown']);
    expect(ids(archive.withdrawn)).toEqual(['gone', 'gone-undated']);
  });

  test('are in no list and no count', () => {
    expect(archive.records.people.map(({ id, articles }) => [id, ids(articles)])).toEqual([
      ['ada', ['shown']],
      ['bo', []],
    ]);
    expect(archive.calendar.years.map(({ key }) => key)).toEqual(['2021']);
    expect(archive.calendar.undated).toBeUndefined();
    expect(archive.span).toEqual({ first: '2021', last: '2021' });
  });
});

describe('span', () => {
  test('is from the first year to the last', () => {
    const articles = { a: { date: '1923~' }, b: { date: '2021-05' }, c: {} };
    expect(makeArchive({ articles }).span).toEqual({ first: '1923', last: '2021' });
  });

  test('is missing when no article is dated', () => {
    expect(makeArchive({ articles: { a: {} } }).span).toBeUndefined();
    expect(makeArchive({}).span).toBeUndefined();
  });
});

describe('paginate', () => {
  const numbers = (length: number) => Array.from({ length }, (_, index) => index);

  test('splits a list into pages of a size, the last as long as it is', () => {
    expect(paginate(numbers(5), 2)).toEqual([[0, 1], [2, 3], [4]]);
  });

  test.for([
    [0, [0]],
    [1, [1]],
    [50, [50]],
    [51, [50, 1]],
    [100, [50, 50]],
  ] as const)('makes of %i items pages of %j', ([length, sizes]) => {
    const pages = paginate(numbers(length), 50);
    expect(pages.map((page) => page.length)).toEqual(sizes);
    expect(pages.flat()).toEqual(numbers(length));
  });
});

test('pages are in the site’s language where there are words in it, else in English, beside which its own words are marked', () => {
  const languageOfSite = (language: string) => {
    const archive = makeArchive({ site: { language } });
    return [archive.messages.language, archive.language, archive.direction, archive.foreign];
  };
  expect(languageOfSite('en')).toEqual(['en', 'en', 'ltr', {}]);
  expect(languageOfSite('fr')).toEqual(['fr', 'fr', 'ltr', {}]);
  expect(languageOfSite('fr-CA')).toEqual(['fr', 'fr-CA', 'ltr', {}]);
  expect(languageOfSite('de')).toEqual(['en', 'en', 'ltr', { lang: 'de', dir: 'ltr' }]);
  expect(languageOfSite('ar')).toEqual(['en', 'en', 'ltr', { lang: 'ar', dir: 'rtl' }]);
});
