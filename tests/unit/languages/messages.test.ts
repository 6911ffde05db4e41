import { describe, expect, test } from 'vitest';

import { en } from '../../../src/languages/en.ts';
import { fr } from '../../../src/languages/fr.ts';
import * as compareEn from '../../../src/languages/compare/en.ts';
import * as compareFr from '../../../src/languages/compare/fr.ts';
import * as refiningEn from '../../../src/languages/refining/en.ts';
import * as refiningFr from '../../../src/languages/refining/fr.ts';
import * as readingListEn from '../../../src/languages/reading-list/en.ts';
import * as readingListFr from '../../../src/languages/reading-list/fr.ts';
import * as searchEn from '../../../src/languages/search/en.ts';
import * as searchFr from '../../../src/languages/search/fr.ts';
import { findPageLanguage, findMessages, lookUpLanguage } from '../../../src/languages/messages.ts';

type Word = string | ((...values: never[]) => string);

/** Values that a word may be said of: the first ones that suit it in every language are taken. */
const samples: readonly (readonly unknown[])[] = [
  [2, 3, 4],
  ['de', 'b', 'c'],
  [['a', 'b'], 3],
  ['a', 2, 3],
  ['a', ['b', 'c']],
  [2, 'a', true],
  [2, ['a', 'b']],
  [['a', 'b'], 'c', 'd'],
  [3, { first: '1999', last: '2021' }, ['a', 'b']],
  [{ first: 1999, last: 2021, undated: 2 }],
];

function say(path: string, words: readonly Word[]): string[] {
  for (const values of samples) {
    try {
      const said = words.map((word) => (typeof word === 'string' ? word : word(...(values as never[]))));
      if (said.every((each) => typeof each === 'string' && !/NaN|undefined|object/.test(each))) return said;
    } catch {
      // The next ones may suit it.
    }
  }
  throw new Error(`No sample suits ${path}.`);
}

/** Every word by its path, as it is in each of several languages. */
function listWords(path: string, languages: readonly unknown[]): [path: string, words: Word[]][] {
  const [first] = languages;
  if (typeof first === 'string' || typeof first === 'function') return [[path, languages as Word[]]];
  if (path.endsWith('.locale') || path.endsWith('.inflections')) return [];
  const keys = new Set(languages.flatMap((part) => Object.keys(part as object)));
  return [...keys].flatMap((key) =>
    listWords(
      `${path}.${key}`,
      languages.map((part) => (part as Record<string, unknown>)[key]),
    ),
  );
}

const words = [
  ...listWords('site', [en, fr]),
  ...listWords('search', [searchEn, searchFr]),
  ...listWords('list', [readingListEn, readingListFr]),
  ...listWords('compare', [compareEn, compareFr]),
  ...listWords('refining', [refiningEn, refiningFr]),
].map(([path, inEach]) => [path, say(path, inEach)] as const);

/** Words that are the same in both languages, or signs and patterns. */
const alike = [
  'compare.compare.kinds.publication',
  'site.number',
  'site.articles',
  'site.articleNoun',
  'site.years',
  'site.dates.month',
  'site.dates.monthOfYear',
  'site.dates.dayOfMonth',
  'site.frame.articles',
  'site.ways.titleOfPage',
  'site.periods.partOf',
  'site.readingList.articles',
  'site.home.articles',
  'site.gone.movedTo.1',
  'site.gone.article',
  'site.periods.articles',
  'site.record.roleSpan',
  'site.record.compass.north',
  'site.record.compass.south',
  'site.record.compass.east',
  'site.index.mapTitle',
  'site.search.articles',
  'search.searchPage.articles',
  'search.search.kinds.picture',
  'search.search.number',
  'search.search.articles',
  'search.suggestions.remark',
  'search.search.kinds.publication',
  'search.suggestions.vocabularies.publications',
  'site.article.printedAt.page',
  'site.vocabularies.publications.count',
  'site.vocabularies.publications.plural',
  'site.vocabularies.publications.singular',
  'site.vocabularies.publications.title',
];

describe('words', () => {
  test('are there in each language, and none is empty', () => {
    expect(words.length).toBeGreaterThan(200);
    for (const [path, said] of words) {
      expect(said, path).toHaveLength(2);
      for (const each of said) expect(each.trim(), path).not.toBe('');
    }
  });

  test('are translated, all but those that are alike', () => {
    const same = words.filter(([, [english, french]]) => english === french).map(([path]) => path);
    expect(same.sort()).toEqual(alike.toSorted());
  });
});

describe('plural forms', () => {
  const ofNumbers = (word: (total: number) => string) => [0, 1, 2, 1000].map(word);

  test('are those of English', () => {
    expect(ofNumbers(en.articles)).toEqual(['0 articles', '1 article', '2 articles', '1,000 articles']);
    expect(ofNumbers(en.vocabularies.people.count)).toEqual([
      '0 people',
      '1 person',
      '2 people',
      '1,000 people',
    ]);
    expect(ofNumbers(en.articleNoun)).toEqual(['articles', 'article', 'articles', 'articles']);
    expect(ofNumbers(searchEn.suggestions.found)).toEqual(['0 names', '1 name', '2 names', '1000 names']);
    expect(ofNumbers((total) => searchEn.search.found(total, 'ferry', 0))).toEqual([
      'No article with “ferry”',
      '1 article with “ferry”',
      '2 articles with “ferry”',
      '1,000 articles with “ferry”',
    ]);
  });

  test('are those of French, where nought is singular and a million takes a preposition', () => {
    const thousand = '1\u202f000';
    expect(ofNumbers(fr.articles)).toEqual(['0 article', '1 article', '2 articles', `${thousand} articles`]);
    expect(ofNumbers(fr.vocabularies.places.count)).toEqual([
      '0 lieu',
      '1 lieu',
      '2 lieux',
      `${thousand} lieux`,
    ]);
    expect(fr.articles(1_000_000)).toBe('1\u202f000\u202f000 d’articles');
    expect(ofNumbers(fr.article.corrections)).toEqual([
      'Rectificatif',
      'Rectificatif',
      'Rectificatifs',
      'Rectificatifs',
    ]);
    expect(ofNumbers((total) => searchFr.search.found(total, 'ferry', 0))).toEqual([
      'Aucun article avec «\u00a0ferry\u00a0»',
      '1 article avec «\u00a0ferry\u00a0»',
      '2 articles avec «\u00a0ferry\u00a0»',
      `${thousand} articles avec «\u00a0ferry\u00a0»`,
    ]);
  });
});

describe('lists, shares and names of languages', () => {
  test('are worded by the language', () => {
    expect([en, fr].map(({ list }) => list(['A', 'B', 'C']))).toEqual(['A, B, C', 'A, B et C']);
    expect(en.home.noDate(1, 3)).toBe('Date unknown: 1 of 3 (33.3%)');
    expect(fr.home.noDate(1, 3)).toBe('Date inconnue\u00a0: 1 sur 3 (33,3\u00a0%)');
    expect([en, fr].map(({ nameLanguage }) => nameLanguage('zh-Hant'))).toEqual([
      'Traditional Chinese',
      'chinois traditionnel',
    ]);
    expect(en.home.listLanguages(['English', 'French'], 3)).toBe('English, French and 3 more');
    expect(fr.home.listLanguages(['anglais', 'français'], 1)).toBe('anglais, français et 1 autre');
  });
});

describe('lookUpLanguage', () => {
  test.for([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['fr', 'fr'],
    ['FR-ca', 'fr'],
    ['fr-Latn-CA-x-own', 'fr'],
    ['fr-a-b-c', 'fr'],
    ['frr', undefined],
    ['de', undefined],
    ['x-fr', undefined],
  ] as const)('finds for %s the words in %s', ([language, found]) => {
    expect(lookUpLanguage(language)).toBe(found);
    expect(findMessages(language).language).toBe(found ?? 'en');
    expect(findPageLanguage(language)).toBe(found ? language : 'en');
  });
});
