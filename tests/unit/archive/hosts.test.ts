import { expect, test } from 'vitest';

import { createHosts } from '../../../src/archive/hosts.ts';
import { createPaths } from '../../../src/archive/paths.ts';
import { withAbsoluteUrls } from '../../../src/markdown/absolute-urls.ts';

const url = 'https://example.org/press/';
const old = 'https://old.example.org/press/';

test('spans at one address share a host, and a host at a port has a name that can be a folder', () => {
  const hosts = createHosts({
    url,
    spans: [
      { years: '1950-1979', url: old },
      { years: 'undated', url: 'https://old.example.org/press' },
      { years: '1984', url: 'http://localhost:8080/press/' },
    ],
  });
  expect(hosts.all.map(({ name }) => name)).toEqual(['example.org', 'old.example.org', 'localhost-8080']);
  expect(hosts.find('articles/1984/').url).toBe('http://localhost:8080/press/');
});

test('a span may be at the address of the site itself', () => {
  const hosts = createHosts({ url, spans: [{ years: '1950', url: 'https://example.org/press' }] });
  expect(hosts.all).toHaveLength(1);
  expect(hosts.find('articles/1950/').url).toBe(url);
  expect(hosts.listMoved([{ id: '1950/a' }])).toEqual([]);
});

test('absolute addresses are those of the host that has the page', () => {
  const site = { url, spans: [{ years: '1950-1979', url: old }] };
  const paths = createPaths(site.url, undefined, createHosts(site));
  expect(paths.canonical(paths.article('1950/03/12/a'))).toBe(`${old}articles/1950/03/12/a/`);
  expect(paths.canonical(paths.article('1980/03/12/a'))).toBe(`${url}articles/1980/03/12/a/`);
  expect(paths.canonical(paths.record('people/a'))).toBe(`${url}people/a/`);
});

test('the folders of years that have articles lead to their hosts', () => {
  const hosts = createHosts({ url, spans: [{ years: '1950-1979', url: old }] });
  expect(hosts.listMoved(['1951/a', '1980/b', '1951/c'].map((id) => ({ id })))).toEqual([
    { from: '/press/articles/1951/', to: `${old}articles/1951/` },
    { from: '/press/sources/1951/', to: `${old}sources/1951/` },
  ]);
});

test('links in texts that are read elsewhere lead to the host that has the page, and are not changed otherwise', () => {
  const { locate } = createHosts({ url, spans: [{ years: '1950-1979', url: old }] });
  const html =
    '<a href="/press/articles/1951/a/?x=%C3%A9#p1">, <a href="/press/people/a/">, <a href="/other/">';
  expect(withAbsoluteUrls(html, `${url}articles/1980/b/`, locate)).toBe(
    `<a href="${old}articles/1951/a/?x=%C3%A9#p1">, <a href="${url}people/a/">, <a href="https://example.org/other/">`,
  );
});
