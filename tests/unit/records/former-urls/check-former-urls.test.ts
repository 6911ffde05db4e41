import { describe, expect, test } from 'vitest';

import { contentWith, problemsWith, record } from '../../../support/content-folder.ts';

const file = 'articles/2021/05/04/ferry.md';
const other = 'articles/2021/05/04/quay.md';
const article = (...urls: string[]) =>
  record(
    'title: A ferry',
    'date: 2021-05-04',
    'people: []',
    'places: []',
    'topics: []',
    `formerUrls: ${JSON.stringify(urls)}`,
  );
const site = (...lines: string[]) =>
  ['title: A', 'description: B', 'language: en', 'url: https://example.org/archive/', ...lines, ''].join(
    '\n',
  );

test('former URLs of all shapes are taken, on hosts that the archive succeeds', async () => {
  const urls = [
    ...[
      '/2015/11/lock-reopened/',
      '/?p=123',
      '/story.php?id=7&lang=en',
      '/archive/?p=4',
      '/archive/about.php',
    ],
    ...[
      'https://old.example.org/a',
      'http://example.org/b',
      '/новости/',
      '/archive/People/',
      '/people/ada-lind/',
    ],
  ];
  const content = await contentWith({
    [file]: article(...urls),
    'site.yaml': site('formerHosts: [old.example.org]'),
  });
  expect(content.articles.find(({ id }) => id === '2021/05/04/ferry')?.data.formerUrls).toEqual(urls);
});

describe('a former URL', () => {
  test('on a host that the archive does not succeed is refused, and formerHosts is named', async () => {
    expect(await problemsWith({ [file]: article('https://old.example.org/a') })).toEqual([
      `${file}:7:14: found the former URL "https://old.example.org/a" on old.example.org, which is no host that this archive succeeds; ` +
        'expected a path, or an address on example.org. Correct the address, or add "old.example.org" to formerHosts in site.yaml.',
    ]);
  });

  test.for(['/a#top', 'a/b', '//example.org/a', '/a b'])('is refused where it is none: %s', async (url) => {
    const [problem = ''] = await problemsWith({ [file]: article(url) });
    expect(problem).toMatch(/^\S+:7:14: found a text that is neither a path nor a web address/);
  });

  test('of two records is refused, in whatever form', async () => {
    const problems = await problemsWith({ [file]: article('/a/?x=1&y=2'), [other]: article('/a?y=2&x=1') });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^articles\/2021\/05\/04\/quay\.md:7:14: found the former URL "\/a\?y=2&x=1", which .*ferry\.md also claims/,
    );
  });

  test('is given once', async () => {
    expect(await problemsWith({ [file]: article('/a', '/a/') })).toEqual([
      `${file}:7:19: found the former URL "/a/", which it has already; expected a former URL of one record, once ` +
        '(with or without a final slash it is the same). Remove one of the two.',
    ]);
  });

  test('that is the record’s own address would be a loop', async () => {
    const [problem = ''] = await problemsWith({ [file]: article('/archive/articles/2021/05/04/ferry') });
    expect(problem).toContain('would lead to itself');
  });

  test.for([
    ...[
      '',
      'about/',
      'about',
      'index.html',
      'about/index.html',
      'articles/2021/',
      'articles/2021/05/04/page-2/',
    ],
    ...[
      'articles/untagged/',
      'people/',
      'people/ada-lind/',
      'people/ada-lind/2021/05/',
      'people/ada-lind/feed.xml',
    ],
    ...[
      'people/index/a/',
      'search/?q=ferry',
      'compare/?a=b',
      'search/names/a.json',
      '_astro/a.css',
      'pagefind/x',
    ],
    ...[
      'media/a.jpg',
      'sources/a.txt',
      'data/articles.csv',
      'feed.xml',
      'sitemap-1.xml',
      'robots.txt',
      '404.html',
    ],
    ...['_redirects', 'articles/2021/05/04/harbour-reopens/', 'articles/2021/05/04/ferry/manifest.json'],
  ])('at an address of the archive’s own is refused: %s', async (path) => {
    const [problem = ''] = await problemsWith({ [file]: article(`/archive/${path}`) });
    expect(problem).toContain('which is an address of the archive');
  });
});

test('authority records have former URLs too', async () => {
  const person = record(
    'name: Ida Ek',
    'description: Invented',
    'formerUrls: ["/tag/ida", "/archive/people/"]',
  );
  expect(await problemsWith({ 'people/ida-ek.md': person })).toEqual([
    expect.stringMatching(
      /^people\/ida-ek\.md:4:26: found the former URL "\/archive\/people\/", which is an address/,
    ),
  ]);
});
