import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';

import { fixtures, type FixtureName } from '../support/site-fixtures.ts';
import { validateHtml } from '../support/html-validator.ts';
import { readBundledScripts, sumSizes } from '../support/bundled-scripts.ts';
import { all, listFiles, readPages, textOf, type BuiltPage } from '../support/read-site.ts';

/** A reading page and its stylesheet arrive in one round trip. */
const firstRoundTrip = 14 * 1024;

describe.each(Object.keys(fixtures) as FixtureName[])('the site %s', (name) => {
  const { dist, base, language } = fixtures[name];
  let pages: BuiltPage[];
  beforeAll(async () => {
    pages = await readPages(dist, base);
  });
  const sheets = new Map<string, number>();
  /** The size of a stylesheet as it is sent, which every page has. */
  async function sizeOfSheet(address: string): Promise<number> {
    const known = sheets.get(address);
    const size = known ?? gzipSync(await readFile(join(dist, address.slice(base.length)))).length;
    sheets.set(address, size);
    return size;
  }
  /** The size of a page as it is sent, or of what it is at most where that is little enough: most are not worth compressing. */
  function sizeOf(html: string, most: number): number {
    // What gzip adds at most to what it cannot compress.
    const greatest = Buffer.byteLength(html) * 1.001 + 100;
    return greatest < most ? greatest : gzipSync(html).length;
  }
  const full = () => pages.filter((page) => !page.document.querySelector('meta[http-equiv=refresh]'));

  test('is valid HTML on every page, or on a hundred of a large site, ids unique', async () => {
    const wrong: string[] = [];
    const every = Math.ceil(pages.length / 100);
    for (const { path, html } of pages.filter((_, index) => index % every === 0))
      wrong.push(...(await validateHtml(html)).map((what) => `${path}:${what}`));
    expect(wrong).toEqual([]);
  });

  test('has a calendar on the page of each month with its days, also of issues, and on no other', () => {
    const isMonth = ({ path, document }: BuiltPage) =>
      /\/articles\/\d{4}\/\d\d\/$/.test(path) ||
      (/\/publications\/.*\/\d{4}\/\d\d\/$/.test(path) &&
        /\d issues?\b|\d numéros?\b/.test(textOf(document.querySelector('.page-head .count'))));
    const withCalendar = full().filter((page) => all(page, '.calendar').length > 0);
    expect(withCalendar.map(({ path }) => path)).toEqual(
      full()
        .filter(isMonth)
        .map(({ path }) => path),
    );
    for (const page of withCalendar) expect(all(page, '.calendar td').length, page.path).toBeGreaterThan(27);
  });

  test('has no broken link', async () => {
    const files = new Set(
      (await listFiles(dist)).map((file) => base + file.replace(/(^|\/)index\.html$/, '$1')),
    );
    const ids = new Map(pages.map((page) => [page.path, new Set(all(page, '[id]').map(({ id }) => id))]));
    const broken = pages.flatMap((page) =>
      all(page, '[href], [src], form[action]').flatMap((element) => {
        const link =
          element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action') ?? '';
        const target = new URL(link, `http://site.test${page.path}`);
        // Links to other sites, and each page's canonical address, which has a test of its own.
        if (target.host !== 'site.test') return [];
        const path = decodeURI(target.pathname);
        const fragment = decodeURIComponent(target.hash.slice(1));
        const there = files.has(path) && (!fragment || (ids.get(path)?.has(fragment) ?? false));
        return there ? [] : [`${page.path} → ${link}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test('names every page: one h1, title, description, language, landmarks, and its own canonical address', () => {
    const titles = new Map<string, string>();
    for (const page of full()) {
      const { document, path } = page;
      expect(all(page, 'h1'), path).toHaveLength(1);
      expect(textOf(document.querySelector('h1')), path).not.toBe('');
      expect(document.title, path).toMatch(/\S/);
      expect(document.querySelector('meta[name=description]')?.getAttribute('content'), path).toMatch(/\S/);
      expect(document.documentElement.getAttribute('lang'), path).toBe(language);
      for (const landmark of ['header', 'nav.sections', 'search', 'main', 'footer']) {
        expect(all(page, `body ${landmark}`).length, `${path} ${landmark}`).toBeGreaterThan(0);
      }
      const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
      // The page for addresses that do not exist has no canonical address.
      if (path.endsWith('/404.html')) continue;
      expect(canonical && new URL(canonical).pathname, path).toBe(path);
      expect(titles.get(document.title), `${path} has the title of another page`).toBeUndefined();
      if (!path.includes('/articles/')) titles.set(document.title, path);
    }
  });

  test('skips no heading level', () => {
    for (const page of pages) {
      let rank = 0;
      for (const heading of all(page, 'h1, h2, h3, h4, h5, h6')) {
        const next = Number(heading.tagName.charAt(1));
        expect(next, `${page.path}: ${textOf(heading)}`).toBeLessThanOrEqual(rank + 1);
        rank = next;
      }
    }
  });

  test('has one script on every page but that of the search, of less than 1 KB, and more on pages that are used with scripts only, none of them within the page, and loads nothing from elsewhere', async () => {
    const shared = new Set<string>();
    for (const page of pages) {
      const isRedirect = page.document.querySelector('meta[http-equiv=refresh]') !== null;
      const isUsed =
        [`${base}search/`, `${base}reading-list/`, `${base}compare/`].includes(page.path) ||
        page.document.querySelector('.narrow-field, .nearest') !== null;
      const own = all(page, 'main script');
      expect(own.length > 0, page.path).toBe(isUsed);
      const inHead = all(page, 'head script:not([type="application/ld+json"])');
      expect(inHead, page.path).toHaveLength(isRedirect || page.path === `${base}search/` ? 0 : 1);
      for (const script of inHead) shared.add(script.getAttribute('src') ?? '');
      const scripts = all(page, 'script:not([type="application/ld+json"])');
      expect(scripts, page.path).toHaveLength(own.length + inHead.length);
      for (const { textContent } of scripts) expect(textContent, page.path).toBe('');
      for (const element of all(page, '[src], link[rel=stylesheet], link[rel=icon]')) {
        const address = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
        expect(new URL(address, 'http://site.test/').host, `${page.path} ${address}`).toBe('site.test');
      }
    }
    expect(shared.size).toBe(1);
    const [address = ''] = shared;
    expect(gzipSync(await readFile(join(dist, address.slice(base.length)))).length).toBeLessThan(1024);
  });

  test('sends an article and its one stylesheet in one round trip', async () => {
    for (const page of pages.filter(({ document }) => document.querySelector('.article'))) {
      const linked = all(page, 'link[rel=stylesheet]').map((link) => link.getAttribute('href') ?? '');
      expect(linked, page.path).toHaveLength(1);
      let sent = 0;
      for (const sheet of linked) sent += await sizeOfSheet(sheet);
      sent += sizeOf(page.html, firstRoundTrip - sent);
      expect(sent, page.path).toBeLessThanOrEqual(firstRoundTrip);
    }
  });

  test('has article pages of less than 9.5 KB uncompressed, in the median, where texts are short', () => {
    if (name !== 'generated') return;
    const sizes = pages
      .filter(({ document }) => document.querySelector('.article'))
      .map(({ html }) => Buffer.byteLength(html))
      .sort((a, b) => a - b);
    expect(sizes.length).toBeGreaterThan(200);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(9_500);
  });

  test('keeps every page below 100 KB, and the script of the narrowing field below 2 KB', async () => {
    for (const page of pages) {
      expect(sizeOf(page.html, 100 * 1024), page.path).toBeLessThan(100 * 1024);
      if (!page.document.querySelector('.narrow-field') || page.path.endsWith('/compare/')) continue;
      const [script] = all(page, 'main script');
      const address = script?.getAttribute('src');
      const code = address
        ? await readFile(join(dist, address.slice(base.length)))
        : (script?.textContent ?? '');
      expect(gzipSync(code).length, page.path).toBeLessThan(2 * 1024);
    }
  });

  test('has a search of less than 18 KB, and what it loads later of less than 14 KB', async () => {
    const scripts = await readBundledScripts(dist);
    const first = scripts.loadedWith('SearchPage');
    expect(first.map(({ file }) => file.split(/[-.]/)[0])).toEqual(expect.arrayContaining(['worker']));
    expect(sumSizes(first)).toBeLessThan(18 * 1024);
    const later = scripts.loadedAfter('SearchPage');
    expect(later.map(({ file }) => file.split(/[-.]/)[0])).toEqual(
      expect.arrayContaining(['narrow', 'little', 'below', 'export', 'compare']),
    );
    expect(sumSizes(later)).toBeLessThan(14 * 1024);
  });

  test.for([
    ['suggest', 2],
    ['lead-on', 2],
    ['from-result', 5],
    ['zoom', 100],
  ] as const)('has a script %s of less than %i KB', async ([script, most]) => {
    const scripts = await readBundledScripts(dist);
    expect(scripts.sizeOf(script)).toBeGreaterThan(0);
    expect(scripts.sizeOf(script)).toBeLessThan(most * 1024);
  });

  test('has a search field on every page that leads to the search', () => {
    for (const page of full()) {
      const form = page.document.querySelector('header form');
      expect(form?.getAttribute('action'), page.path).toBe(`${base}search/`);
      expect(form?.querySelector('input[name=q]'), page.path).not.toBeNull();
    }
  });
});
