import { describe, expect, test } from 'vitest';

import { parsePage } from '../../../../../src/ingest/sources/web-page/parse-page.ts';
import { tellPageKind } from '../../../../../src/ingest/sources/web-page/page-kind.ts';

const site = 'https://paper.example';
const prose = (times: number) =>
  `<p>${'The tide came in over the quay at night, and by morning the market stood in water. '.repeat(times)}</p>`;
const teaser = (number: number, excerpt = 1) =>
  `<div class="item"><h3><a href="/story-${number}/">Story number ${number}</a></h3>${prose(excerpt)}</div>`;
const teasers = (count: number, excerpt?: number) =>
  Array.from({ length: count }, (_, index) => teaser(index, excerpt)).join('');
const data = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const meta = (property: string, content: string) => `<meta property="${property}" content="${content}">`;
const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>The tide</title>${head}</head><body><main>${body}</main></body></html>`;
const kindOf = (html: string, path = '/n/17') => tellPageKind(parsePage(html), site + path);
const reasonOf = (html: string, path?: string) => {
  const kind = kindOf(html, path);
  return kind.isArticle ? 'an article' : kind.reason;
};

describe('an article', () => {
  test.each<[string, string, string?]>([
    ['says so in its JSON-LD', page(prose(1), data({ '@type': 'NewsArticle', headline: 'The tide' }))],
    [
      'says so at the address of a category',
      page(prose(1), data({ '@type': 'NewsArticle', url: `${site}/category/tide/` })),
      '/category/tide/',
    ],
    [
      'says so in og:type, and lists others below',
      page(`<h1>The tide</h1>${prose(20)}${teasers(6)}`, meta('og:type', 'article')),
    ],
    ['has a time of publication', page(prose(2), meta('article:published_time', '2020-01-02'))],
    ['has a text of its own, and others below it', page(`<h1>The tide</h1>${prose(30)}${teasers(8)}`)],
    [
      'has its headline as a link to itself',
      page(`<h1><a href="/n/17">The tide</a></h1><h2><a href="${site}/n/17/">The tide</a></h2>${prose(5)}`),
    ],
    [
      'has related stories in a box',
      page(
        `<h1>The tide</h1>${prose(2)}<div class="related">${teasers(9, 3)}</div><aside>${teasers(5)}</aside>`,
      ),
    ],
    ['has a day and a name in its address', page(prose(5)), '/2021/07/18/the-tide/'],
    ['has a number in the query', page(prose(5)), '/?p=123'],
    ['has many links in its text', page(prose(5).replaceAll('market', '<a href="/market/">market</a>'))],
  ])('%s', (_, html, path) => {
    expect(reasonOf(html, path)).toBe('an article');
  });

  test('of which nothing says so is taken with a notice', () => {
    expect(kindOf(page(prose(5)))).toMatchObject({
      isArticle: true,
      notices: [expect.stringContaining('Nothing says that the page is an article')],
    });
    expect(kindOf(page(prose(5), meta('og:type', 'article')))).toMatchObject({ notices: [] });
  });
});

describe('a page that is none', () => {
  test.each<[string, string, string, string?]>([
    ['lists articles', 'a page that lists articles', page(teasers(8))],
    [
      'lists articles side by side',
      'a page that lists articles',
      page(teasers(8).replaceAll(/<\/?div[^>]*>/g, '')),
    ],
    [
      'lists articles, and claims to be one',
      'a page that lists articles',
      page(teasers(8), meta('og:type', 'article')),
    ],
    ['has whole texts of several articles', 'a page that lists articles', page(teasers(4, 30))],
    [
      'is mostly links',
      'a page that lists articles',
      page(`<p>All:</p><ul>${'<li><a href="/a/">The story of a day at sea</a></li>'.repeat(40)}</ul>`),
    ],
    [
      'is a collection by its JSON-LD',
      'a page that lists articles',
      page(prose(9), data({ '@graph': [{ '@type': ['WebPage', 'CollectionPage'] }] })),
    ],
    [
      'lists articles in its JSON-LD',
      'a page that lists articles',
      page(prose(9), data({ '@type': 'ItemList', itemListElement: [{ '@type': 'NewsArticle' }] })),
    ],
    ['is a search by its JSON-LD', 'a search', page(prose(9), data({ '@type': 'SearchResultsPage' }))],
    ['is a search', 'a search', page(prose(9)), '/search/?page=2'],
    ['is a search of WordPress', 'a search', page(prose(9)), '/?s=tide'],
    ['is the home page', 'the home page', page(prose(9), meta('og:type', 'article')), '/'],
    ['is the home page by its file', 'the home page', page(prose(9)), '/index.html'],
    ['lists a tag', 'a list of a tag', page(prose(9)), '/tag/tide/'],
    ['lists a category', 'a list of a category', page(prose(9)), '/blog/category/tide'],
    ['is of an author', 'a page of an author', page(prose(9)), '/author/ada-lind/'],
    ['is a profile', 'a page of an author', page(prose(9), meta('og:type', 'profile'))],
    ['is a further page', 'a further page of a list', page(prose(9)), '/blog/page/2/'],
    ['is of a month', 'a list of a time', page(prose(9)), '/2021/07/'],
    ['is about the site', 'a page about the site', page(prose(9)), '/impressum/'],
    ['has no text', 'a page without a text', page('<img src="a.png"><p>Soon.</p>')],
  ])('%s', (_, reason, html, path) => {
    expect(reasonOf(html, path)).toBe(reason);
  });

  test('says what was seen on it', () => {
    expect(kindOf(page(teasers(8)))).toMatchObject({
      detail: '8 headlines that lead elsewhere, 0 characters of its own, 15% of its words in links',
    });
    expect(kindOf(page(prose(9)), '/2021/07/')).toMatchObject({ detail: 'its address has "/2021/07/"' });
    expect(kindOf(page(prose(9), data({ '@type': 'ProfilePage' })))).toMatchObject({
      detail: 'its JSON-LD says ProfilePage',
    });
  });
});
