import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, test } from 'vitest';

import { hasProgram } from '../support/system-packages.ts';
import { fixtures, type FixtureName } from '../support/site-fixtures.ts';
import { listFiles, readPages, type BuiltPage } from '../support/read-site.ts';

const attribute = ({ document }: BuiltPage, selector: string, name: string) =>
  document.querySelector(selector)?.getAttribute(name);

describe.each(Object.keys(fixtures) as FixtureName[])('the site %s', (name) => {
  const { dist, base, port } = fixtures[name];
  const home = `http://localhost:${name === 'seed' ? 4321 : port}${base}`;
  const read = (file: string) => readFile(join(dist, file), 'utf8');
  let pages: BuiltPage[];
  beforeAll(async () => {
    pages = await readPages(dist, base);
  });

  test('has every page that search engines may index in its sitemaps, and no other', async () => {
    const robots = await read('robots.txt');
    expect(robots).toBe(`User-agent: *\nAllow: ${base}\n\nSitemap: ${home}sitemap.xml\n`);
    const parts = await listed(await read('sitemap.xml'), 'sitemapindex > sitemap > loc');
    expect(parts).toEqual([`${home}sitemap-1.xml`]);
    const addresses = await listed(await read('sitemap-1.xml'), 'urlset > url > loc');
    const indexable = pages.filter((page) => attribute(page, 'meta[name=robots]', 'content') !== 'noindex');
    const canonical = indexable.map((page) => attribute(page, 'link[rel=canonical]', 'href'));
    expect(canonical).toEqual(indexable.map(({ path }) => new URL(path, home).href));
    expect(addresses.toSorted()).toEqual(canonical.toSorted());
    const hidden = pages.filter((page) => !indexable.includes(page)).map(({ path }) => path);
    expect(hidden).toEqual(expect.arrayContaining([`${base}404.html`, `${base}search/`]));
  });

  test.runIf(hasProgram('xmllint'))('has sitemaps and a description of its search that are XML', async () => {
    const files = (await listFiles(dist)).filter((file) => /^(?:sitemap.*|opensearch)\.xml$/.test(file));
    expect(files).toHaveLength(3);
    execFileSync('xmllint', ['--noout', ...files], { cwd: dist });
  });

  test('tells browsers how to search it, on the home page and that of the search', async () => {
    const { document } = parseHTML(await read('opensearch.xml'));
    const [html, own] = [...document.querySelectorAll('Url')];
    expect(html?.getAttribute('template')).toBe(`${home}search/?q={searchTerms}`);
    expect([own?.getAttribute('rel'), own?.getAttribute('template')]).toEqual([
      'self',
      `${home}opensearch.xml`,
    ]);
    const image = document.querySelector('Image')?.textContent ?? '';
    expect(await listFiles(dist)).toContain(image.slice(home.length));
    const shortName = document.querySelector('ShortName')?.textContent ?? '';
    expect([...shortName].length).toBeLessThanOrEqual(16);
    expect(shortName).not.toBe('');
    for (const page of pages) {
      const link = 'link[rel=search][type="application/opensearchdescription+xml"]';
      const isNamed = [base, `${base}search/`].includes(page.path);
      expect(attribute(page, link, 'href'), page.path).toBe(isNamed ? `${base}opensearch.xml` : undefined);
      if (isNamed) expect(attribute(page, link, 'title'), page.path).toBeTruthy();
    }
  });
});

test('a sitemap says the day of the last change of an article of which one is known, and of no other page', async () => {
  const { document } = parseHTML(await readFile(join(fixtures.variety.dist, 'sitemap-1.xml'), 'utf8'));
  const changed = [...document.querySelectorAll('url')].flatMap((url) => {
    const day = url.querySelector('lastmod')?.textContent;
    return day ? [[url.querySelector('loc')?.textContent?.replace(/^.*4704/, ''), day]] : [];
  });
  const pages = await readPages(fixtures.variety.dist, '/');
  const told = pages.flatMap(({ path, html }) => {
    const day = /"dateModified":"([^"]+)"/.exec(html)?.[1];
    return day ? [[path, day]] : [];
  });
  expect(told.length).toBeGreaterThan(0);
  expect(changed.toSorted()).toEqual(told.toSorted());
});

async function listed(xml: string, selector: string): Promise<string[]> {
  const { document } = parseHTML(xml);
  return [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
}
