import { describe, expect, test } from 'vitest';

import { en } from '../../../src/languages/en.ts';
import { createArticle, directionOf } from '../../../src/archive/article.ts';
import { createPaths } from '../../../src/archive/paths.ts';
import { articleEntry } from './entries.ts';

const paths = createPaths('https://example.org/archive/');

describe('directionOf', () => {
  test.for([
    ['en', 'ltr'],
    ['zh-Hant', 'ltr'],
    ['ru', 'ltr'],
    ['ar', 'rtl'],
    ['fa-IR', 'rtl'],
    ['he', 'rtl'],
    ['ur', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
  ])('of %s is %s', ([language = '', direction]) => {
    expect(directionOf(language)).toBe(direction);
  });
});

describe('createArticle', () => {
  test('is in the site’s language unless it names another', () => {
    const { language, direction } = createArticle(articleEntry('undated/a', {}), paths, 'en', en);
    expect([language, direction]).toEqual(['en', 'ltr']);
    const other = createArticle(articleEntry('undated/a', { language: 'ar' }), paths, 'en', en);
    expect([other.language, other.direction]).toEqual(['ar', 'rtl']);
  });

  test.for([
    ['2021-05-04', '2021-05-04'],
    ['2021-05', '2021-05'],
    ['2021~', '2021'],
    ['2021-05-04/2021-05-09', '2021-05'],
    ['2020-12-31/2021-01-01', '2020'],
  ])('of %s is filed under %s', ([date = '', period]) => {
    expect(createArticle(articleEntry('2021/a', { date }), paths, 'en', en).period).toBe(period);
  });

  test('without a date is filed under "undated", and has no words for it', () => {
    const article = createArticle(articleEntry('undated/a', {}), paths, 'en', en);
    expect(article).toMatchObject({
      period: 'undated',
      date: undefined,
      formattedDate: { long: 'Undated', short: 'Undated' },
    });
  });

  test('takes what was kept of its rendering', () => {
    const evidence = { 'people/ada': { text: 'Ada came.', start: 0, end: 3 } };
    const rendered = { html: '<p>Ada came.</p>', metadata: { evidence, firstSentence: 'Ada came.' } };
    const article = createArticle({ ...articleEntry('undated/a', {}), rendered }, paths, 'en', en);
    expect(article.text.html).toBe('<p>Ada came.</p>');
    expect(article.href).toBe('/archive/articles/undated/a/');
    expect(article.text.evidence).toEqual(evidence);
    expect(article.text.firstSentence).toBe('Ada came.');
  });
});
