import { describe, expect, test } from 'vitest';

import { listPartPages } from '../../../../src/views/part.ts';
import { listRedirectPages } from '../../../../src/views/redirect.ts';
import { ids, makeArchive, type Contents } from '../entries.ts';

type Articles = NonNullable<Contents['articles']>;

const post = { publications: { post: { name: 'Evening Post' } } };
const printed = (source: Record<string, string>, date = '1998-03-12') => ({
  date,
  source: { publication: 'post', ...source },
});
const sectionsOf = (articles: Articles) => {
  const archive = makeArchive({ articles, records: post });
  const [publication] = archive.records.publications;
  return publication ? archive.sectionsOf(publication) : [];
};

describe('the sections of a publication', () => {
  test('are one where their names differ in nothing but case, accents and punctuation', () => {
    const [section, ...others] = sectionsOf({
      '1998/03/12/a': printed({ section: 'Économie' }),
      '1998/03/12/b': printed({ section: 'ECONOMIE' }),
      '1998/03/12/c': printed({ section: 'Économie' }),
    });
    expect(others).toEqual([]);
    expect(section).toMatchObject({
      id: 'economie',
      name: 'Économie',
      spellings: ['Économie', 'ECONOMIE'],
      href: '/publications/post/sections/economie/',
    });
    expect(ids(section?.articles ?? [])).toHaveLength(3);
  });

  test('have addresses of their own where they read the same in Latin characters', () => {
    const hrefs = sectionsOf({
      '1998/03/12/a': printed({ section: '经济' }),
      '1998/03/12/b': printed({ section: '經濟' }),
      '1998/03/12/c': printed({ section: '★' }),
      '1998/03/12/d': printed({ section: '—' }),
      '1998/03/12/e': printed({ section: 'index' }),
      '1998/03/12/f': printed({ section: '2021' }),
    }).map(({ href }) => href);
    expect(new Set(hrefs).size).toBe(6);
    for (const href of hrefs) expect(href).toMatch(/^\/publications\/post\/sections\/[a-z][a-z\d-]*\/$/);
  });

  test('are none of a record that is no publication', () => {
    const archive = makeArchive({ articles: {}, records: { topics: { trade: {} } } });
    for (const topic of archive.records.topics) expect(archive.sectionsOf(topic)).toEqual([]);
  });
});

/** A list that is so long that it is parted by time: 201 articles over thirty years. */
const many = (source: Record<string, string>): Articles =>
  Object.fromEntries(
    Array.from({ length: 201 }, (_, index) => {
      const year = 1970 + (index % 30);
      return [`${year}/03/12/n${index}`, printed(source, `${year}-03-12`)];
    }),
  );

test('a long section is parted by time, as other lists are', () => {
  const archive = makeArchive({ articles: many({ section: 'Trade' }), records: post });
  const paths = listPartPages(archive).map(({ path }) => path);
  const decades = ['1990s', '1980s', '1970s'];
  for (const list of ['/publications/post/', '/publications/post/sections/trade/'])
    expect(paths).toEqual(expect.arrayContaining(decades.map((decade) => `${list}${decade}/`)));
  expect(paths).toContain('/publications/post/sections/trade/');
});

describe('the addresses of a list', () => {
  const articles = many({});
  const leads = (contents: Contents) =>
    new Map(listRedirectPages(makeArchive(contents)).map(({ path, leadsTo }) => [path, leadsTo]));

  test('stay when a publication gets its first issue', () => {
    const before = listPartPages(makeArchive({ articles, records: post }))
      .map(({ path }) => path)
      .filter((path) => path.startsWith('/publications/'));
    expect(before).toHaveLength(3);
    const after = {
      articles: { ...articles, '1970/03/12/p': printed({ page: '1' }, '1970-03-12') },
      records: post,
    };
    const redirects = leads(after);
    for (const path of before) expect(redirects.get(path), path).toBe('/publications/post/');
  });

  test('lead on, with all that is below them, when a record is merged into another', () => {
    const merged = { publications: { ...post.publications, old: { replacedBy: 'post' } } };
    const redirects = leads({ articles, records: merged });
    expect(redirects.get('/publications/old/1970s/')).toBe('/publications/post/1970s/');
    const issues = { ...articles, '1970/03/12/p': printed({ page: '1', section: 'Trade' }, '1970-03-12') };
    const later = leads({ articles: issues, records: merged });
    expect(later.get('/publications/old/1970s/')).toBe('/publications/post/');
    for (const part of ['1970/', '1970/03/', '1970/03/12/', 'sections/', 'sections/trade/'])
      expect(later.get(`/publications/old/${part}`), part).toBe(`/publications/post/${part}`);
  });

  test('of a section that is no more lead to it in the publication that its own was merged into', () => {
    const redirects = leads({
      articles: { '1998/03/12/a': printed({ section: 'Trade' }) },
      records: { publications: { ...post.publications, old: { replacedBy: 'post' } } },
      published: ['publications/old/sections/trade/', 'publications/post/sections/sport/'],
    });
    expect(redirects.get('/publications/old/sections/trade/')).toBe('/publications/post/sections/trade/');
    expect(redirects.get('/publications/post/sections/sport/')).toBe('/publications/post/');
  });
});
