import { describe, expect, test } from 'vitest';

import { createHosts } from '../../../../src/archive/hosts.ts';
import { linkBetweenHosts } from '../../../../src/exports/hosts/link-between-hosts.ts';

const hosts = createHosts({
  url: 'https://example.org/press/',
  spans: [
    { years: '1950-1979', url: 'https://old.example.org/press/' },
    { years: 'undated', url: 'https://old.example.org/press/' },
  ],
});
const [home, old] = hosts.all;
const link = (html: string, own = old) => linkBetweenHosts(html, own ?? hosts.home, hosts);

test('what is on the page’s own host keeps its path, and everything else gets its address', () => {
  const [article, person] = ['/press/articles/1950/03/12/a/', '/press/people/wang-yi/'];
  expect(link(`<a href="${article}#p2">`)).toBe(`<a href="${article}#p2">`);
  expect(link(`<a href="${person}">`)).toBe(`<a href="https://example.org${person}">`);
  expect(link(`<a href="${article}">`, home)).toBe(`<a href="https://old.example.org${article}">`);
  expect(link(`<a class="mention" href="${person}" lang="en">`, home)).toContain(`"${person}"`);
});

test('lists of a year and source texts are where its articles are', () => {
  const moved = (path: string) => link(`<a href="/press/${path}">`, home).includes('https://old.example.org');
  expect(
    ['articles/1979/', 'articles/1950/03/', 'sources/1960/a.txt', 'articles/undated/a/'].map(moved),
  ).toEqual(Array(4).fill(true));
  expect(
    ['articles/', 'articles/1980/', 'articles/untagged/1950/', 'people/a/1950/', 'media/1950/a.jpg'].map(
      moved,
    ),
  ).toEqual(Array(5).fill(false));
});

test('every attribute with an address is changed: forms, pictures in sizes, redirects, what scripts load', () => {
  const at = 'https://example.org/press/';
  expect(link('<form class="search-field" action="/press/search/">')).toContain(`action="${at}search/"`);
  expect(link('<img alt="" srcset="/press/media/a.avif 400w, /press/media/b.avif 800w">')).toContain(
    `srcset="${at}media/a.avif 400w, ${at}media/b.avif 800w"`,
  );
  expect(link('<meta http-equiv="refresh" content="0; url=/press/people/a/">')).toContain(
    `content="0; url=${at}people/a/"`,
  );
  expect(link('<section id="nearest" data-index="/press/pagefind/" hidden>')).toContain(
    `data-index="${at}pagefind/"`,
  );
});

test('styles and scripts are loaded from the page’s own host', () => {
  const html =
    '<link rel="stylesheet" href="/press/_astro/main.css"><link rel="icon" href="/press/favicon.svg">';
  expect(link(html)).toBe(html);
});

test('words are never changed, even when they look like markup or addresses', () => {
  const html = [
    '<p id="p1">He wrote href="/press/people/a/" and &lt;a href="/press/people/a/"&gt; on the wall.</p>',
    '<p title=\'a\' id="p2">/press/people/a/</p>',
    '<meta name="description" content="0; /press/people/a/">',
    '<a href="//example.net/press/" title=" href=/press/">',
    '<a href="/pressed/people/a/">',
  ].join('\n');
  expect(link(html)).toBe(html);
});

describe('structured data', () => {
  const render = (value: object) =>
    `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;

  test('has absolute addresses, and the same words', () => {
    const data = {
      '@id': 'https://example.org/press/articles/1950/03/12/a/',
      headline: '/press/people/a/ <b>',
      about: [{ '@id': '/press/people/a/' }],
      item: '/press/articles/1950/',
      url: 'https://example.net/press/',
    };
    expect(link(render(data))).toBe(
      render({
        ...data,
        '@id': 'https://old.example.org/press/articles/1950/03/12/a/',
        about: [{ '@id': 'https://example.org/press/people/a/' }],
        item: 'https://old.example.org/press/articles/1950/',
      }),
    );
  });
});
