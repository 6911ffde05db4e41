import { describe, expect, test } from 'vitest';

import { basePath, createPaths } from '../../../src/archive/paths.ts';

describe.for([
  ['https://example.org/', '/', 'https://example.org/'],
  ['https://example.org', '/', 'https://example.org/'],
  ['https://example.org/archive/', '/archive/', 'https://example.org/archive/'],
  ['https://example.org/archive', '/archive/', 'https://example.org/archive/'],
  ['http://localhost:4321/a/b/', '/a/b/', 'http://localhost:4321/a/b/'],
])('createPaths for %s', ([url = '', base = '', home]) => {
  const paths = createPaths(url);

  test('puts every address below the home page', () => {
    expect({
      home: paths.home,
      about: paths.about,
      articles: paths.articles,
      article: paths.article('2021/05/04/ferry'),
      year: paths.date('2021'),
      month: paths.date('2021-05'),
      day: paths.date('2021-05-04'),
      undated: paths.date('undated'),
      vocabulary: paths.vocabulary('people'),
      record: paths.record('people/ada-lind'),
      decade: paths.recordPart('people/ada-lind', '1980s'),
      dayOfRecord: paths.recordPart('people/ada-lind', '1987-03-12'),
      laterPage: paths.recordPart('people/ada-lind', 'undated', 2),
      untagged: paths.untagged(),
      untaggedYear: paths.untagged('1987'),
      nested: paths.record('places/osmark/norhaven'),
      search: paths.search(),
      emptySearch: paths.search({}),
      names: paths.names,
      catalogue: paths.catalogue,
      searchIndex: paths.searchIndex,
      source: paths.source('2021/05/04/ferry.txt'),
      asset: paths.asset('favicon.svg'),
    }).toEqual({
      home: base,
      about: `${base}about/`,
      articles: `${base}articles/`,
      article: `${base}articles/2021/05/04/ferry/`,
      year: `${base}articles/2021/`,
      month: `${base}articles/2021/05/`,
      day: `${base}articles/2021/05/04/`,
      undated: `${base}articles/undated/`,
      vocabulary: `${base}people/`,
      record: `${base}people/ada-lind/`,
      decade: `${base}people/ada-lind/1980s/`,
      dayOfRecord: `${base}people/ada-lind/1987/03/12/`,
      laterPage: `${base}people/ada-lind/undated/page-2/`,
      untagged: `${base}articles/untagged/`,
      untaggedYear: `${base}articles/untagged/1987/`,
      nested: `${base}places/osmark/norhaven/`,
      search: `${base}search/`,
      emptySearch: `${base}search/`,
      names: `${base}search/names/`,
      catalogue: `${base}search/catalogue/`,
      searchIndex: `${base}pagefind/`,
      source: `${base}sources/2021/05/04/ferry.txt`,
      asset: `${base}favicon.svg`,
    });
  });

  test('gives public addresses', () => {
    expect(paths.canonical(paths.home)).toBe(home);
    expect(paths.canonical(paths.article('2021/05/04/ferry'))).toBe(`${home}articles/2021/05/04/ferry/`);
  });

  test('knows the path of the home page', () => {
    expect(basePath(url)).toBe(base);
  });
});

describe('source', () => {
  const { source } = createPaths('https://example.org/');

  test('encodes what an address cannot hold, and keeps the folders', () => {
    expect(source('2021/ferry & raft #1? 100%.txt')).toBe(
      '/sources/2021/ferry%20%26%20raft%20%231%3F%20100%25.txt',
    );
    expect(source('王毅/é.txt')).toBe('/sources/%E7%8E%8B%E6%AF%85/%C3%A9.txt');
  });
});

describe('search', () => {
  const { search } = createPaths('https://example.org/archive/');

  test('writes its state as parameters', () => {
    expect(search({ person: 'wang-yi' })).toBe('/archive/search/?person=wang-yi');
    expect(search({ from: '2021', to: '2021' })).toBe('/archive/search/?from=2021&to=2021');
  });

  test('encodes words', () => {
    expect(search({ q: 'a & b=c 王毅' })).toBe('/archive/search/?q=a+%26+b%3Dc+%E7%8E%8B%E6%AF%85');
  });
});
