import { describe, expect, test } from 'vitest';

import { foldRedirects } from '../../../../../src/exports/hosts/redirects/fold-redirects.ts';
import { listRedirectRules } from '../../../../../src/exports/hosts/redirects/redirects-file.ts';
import { listRedirects, type Redirect } from '../../../../../src/exports/hosts/redirects/redirects.ts';
import { followRedirects, readRedirects } from '../../../../support/redirects-file.ts';

const redirect = (from: string, to: string): Redirect => ({ from, to, query: [], isCaseSensitive: false });
const ofYear = (year: number, number: number) =>
  redirect(
    `/${year}/05/0${(number % 9) + 1}/ferry-${number}/`,
    `/articles/${year}/05/0${(number % 9) + 1}/ferry-${number}/`,
  );
const pages = ['/', '/articles/', '/articles/2015/', '/people/ada/2015/'];

describe('redirects of one pattern', () => {
  test('are folded by their first part, in both forms', () => {
    const redirects = [2015, 2016].flatMap((year) => [1, 2, 3, 4].map((number) => ofYear(year, number)));
    expect(foldRedirects(redirects, pages, '/')).toEqual({
      rest: [],
      patterns: [2015, 2016]
        .flatMap((year) => [
          { from: `/${year}/:p2/:p3/:p4/`, to: `/articles/${year}/:p2/:p3/:p4/` },
          { from: `/${year}/:p2/:p3/:p4`, to: `/articles/${year}/:p2/:p3/:p4/` },
        ])
        .map(({ from, to }) => ({ from, to: to.replace(/\/20\d\d\//, (year) => year) })),
    });
  });

  test('are not folded where the pattern would catch a page, nor where there are few', () => {
    const few = [ofYear(2015, 1), ofYear(2015, 2)];
    expect(foldRedirects(few, pages, '/')).toEqual({ rest: few, patterns: [] });
    const caught = [1, 2, 3].map((number) =>
      redirect(`/people/${number}/ferry-${number}/`, `/articles/2015/ferry-${number}/`),
    );
    expect(foldRedirects(caught, pages, '/').rest).toEqual(caught);
  });

  test('are not folded where the new address has what the old one has not', () => {
    const redirects = [1, 2, 3].map((number) =>
      redirect(`/2015/05/${number}.html`, `/articles/2015/05/ferry-${number}/`),
    );
    const { patterns, rest } = foldRedirects(redirects, pages, '/');
    for (const { from } of rest) expect(patterns.some((pattern) => pattern.from === from)).toBe(false);
    const rules = readRedirects(
      [
        ...rest.map(({ from, to }) => `${from} ${to} 301`),
        ...patterns.map(({ from, to }) => `${from} ${to} 301`),
      ].join('\n'),
    );
    for (const { from, to } of redirects) expect(followRedirects(rules, from)).toBe(to);
  });
});

test('three thousand addresses fit Cloudflare Pages where they follow patterns, and still lead where they did', () => {
  const regular = Array.from({ length: 3000 }, (_, number) => ofYear(2000 + (number % 20), number));
  const renamed = Array.from({ length: 300 }, (_, number) =>
    redirect(`/${2000 + (number % 20)}/06/01/old-${number}/`, `/articles/2020/01/01/new-${number}/`),
  );
  const redirects = listRedirects(
    [...regular, ...renamed].map(({ from, to }) => ({ path: from, leadsTo: to })),
    [],
  );
  const { fixed, patterns } = listRedirectRules({ redirects, host: 'cloudflare-pages', home: '/', pages });
  expect(fixed).toHaveLength(600);
  expect(patterns).toHaveLength(40);
  const rules = readRedirects([...fixed, ...patterns].join('\n'));
  for (const { from, to } of [...regular, ...renamed]) expect(followRedirects(rules, from)).toBe(to);
  for (const path of pages) expect(followRedirects(rules, path)).toBeUndefined();
});
