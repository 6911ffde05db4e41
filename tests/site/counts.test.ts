import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

import { readArchive, type ArchiveContent, type Entry } from '../../src/records/read/read-archive.ts';
import type { AuthorityData } from '../../src/records/schemas/schemas.ts';
import { readTags } from '../../src/records/tags.ts';
import { vocabularies, type VocabularyName } from '../../src/records/vocabularies.ts';
import type { CatalogueFacet } from '../../src/search/catalogue.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { all, readPages, textOf, type BuiltPage } from '../support/read-site.ts';
import type { IndexVersion } from '../../src/search/text-index/text-index.ts';

/** A record and all that lies in it or is a part of it, found the slow way. */
function lowerIds(records: readonly Entry<AuthorityData>[], id: string): Set<string> {
  const found = new Set([id]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const { id: lower, data } of records) {
      const above = data.within === undefined ? (data.broader ?? []) : [data.within];
      if (above.some((each) => found.has(each))) found.add(lower);
    }
  }
  return found;
}

describe.each(['seed', 'generated', 'variety'] as const)('the numbers on the site %s', (name) => {
  const { content: root, dist, base } = fixtures[name];
  let pages: Map<string, BuiltPage>;
  let content: ArchiveContent;
  beforeAll(async () => {
    pages = new Map((await readPages(dist, base)).map((page) => [page.path, page]));
    const read = await readArchive(root);
    if (!read.content) throw new Error('The fixture is not right.');
    content = read.content;
  });

  const pageAt = (path: string) => {
    const page = pages.get(path);
    if (!page) throw new Error(`There is no page ${path}`);
    return page;
  };
  const listed = (page: BuiltPage) =>
    all(page, '.article-list-title a:not(.articles-by a)').map((link) => link.getAttribute('href') ?? '');
  /** The articles on a page and the pages after it. */
  const listedFrom = (path: string): string[] => {
    const next = pageAt(path).document.querySelector('.pagination a[rel=next]')?.getAttribute('href');
    return [...listed(pageAt(path)), ...(next ? listedFrom(next) : [])];
  };
  const shown = () => content.articles.filter(({ data }) => !data.withdrawn);
  /** An archive without publications has no index of them. */
  const hasNone = (vocabulary: VocabularyName) =>
    vocabulary === 'publications' && content.vocabularies[vocabulary].length === 0;
  const number = (text: string) => Number(text.replace(/\D.*$/, '').replaceAll(',', ''));

  test.each(vocabularies.map(({ name }) => name))(
    'on the index of %s equal the lists of its records',
    (vocabulary) => {
      if (hasNone(vocabulary)) {
        expect(pages.has(`${base}${vocabulary}/`)).toBe(false);
        return;
      }
      const counted = all(pageAt(`${base}${vocabulary}/`), '.letter-index li').map((item) => ({
        href: item.querySelector('a')?.getAttribute('href') ?? '',
        count: number(textOf(item.querySelector('.count'))),
      }));
      const records = content.vocabularies[vocabulary].filter(({ data }) => !data.replacedBy);
      expect(counted.map(({ href }) => href).sort()).toEqual(
        records.map(({ id }) => `${base}${vocabulary}/${id}/`).sort(),
      );
      for (const { href, count } of counted) {
        const id = href.slice(`${base}${vocabulary}/`.length, -1);
        const meant = lowerIds(records, id);
        const tagged = shown().filter(({ data }) => readTags(data)[vocabulary].some((tag) => meant.has(tag)));
        const list = listedFrom(href);
        expect(count, href).toBe(tagged.length);
        expect(list.sort(), href).toEqual(tagged.map((article) => `${base}articles/${article.id}/`).sort());
        expect(number(textOf(pageAt(href).document.querySelector('.list-head'))), href).toBe(tagged.length);
      }
    },
  );

  test('beside the facet values of the search equal those of the record pages', async () => {
    for (const { name: vocabulary, singular } of vocabularies) {
      if (hasNone(vocabulary)) continue;
      const file = join(dist, `search/catalogue/${singular}.json`);
      const { values } = JSON.parse(await readFile(file, 'utf8')) as CatalogueFacet;
      const counted = all(pageAt(`${base}${vocabulary}/`), '.letter-index li').map(
        (item): [string, number] => [
          (item.querySelector('a')?.getAttribute('href') ?? '').slice(`${base}${vocabulary}/`.length, -1),
          number(textOf(item.querySelector('.count'))),
        ],
      );
      const inUse = counted.filter(([, count]) => count > 0);
      expect(Object.fromEntries(values.map(([id, , count]) => [id, count]))).toEqual(
        Object.fromEntries(inUse),
      );
    }
  });

  test('of the years add up to the number of all articles', () => {
    const page = pageAt(`${base}articles/`);
    const years = [
      ...all(page, '.time-links a').map(
        (link) => [link, (link.textContent ?? '').replace(/\s+/g, '')] as const,
      ),
      ...all(page, '.period > .count a').map((link) => [link, textOf(link)] as const),
    ].map(([link, text]) => [link.getAttribute('href') ?? '', number(text.replace(/^\d+,/, ''))] as const);
    expect(years.length).toBeGreaterThan(0);
    expect(years.reduce((total, [, count]) => total + count, 0)).toBe(shown().length);
    for (const [href, count] of years)
      expect(number(textOf(pageAt(href).document.querySelector('.page-head .count'))), href).toBe(count);
  });

  test('leave no article out of the pages of its date', () => {
    for (const { id, data } of shown()) {
      const { year, month, day } = data.date?.end ? {} : (data.date?.start ?? {});
      if (!year || !month || !day) continue;
      const date = [
        String(year).padStart(4, '0'),
        ...[month, day].map((part) => String(part).padStart(2, '0')),
      ];
      expect(listed(pageAt(`${base}articles/${date.join('/')}/`)), id).toContain(`${base}articles/${id}/`);
      expect(listed(pageAt(`${base}articles/${date.slice(0, 2).join('/')}/`)), id).toContain(
        `${base}articles/${id}/`,
      );
    }
  });

  test('of the search index are those of the articles', async () => {
    const version = JSON.parse(await readFile(join(dist, 'pagefind/version.json'), 'utf8')) as IndexVersion;
    expect(version.articles).toBe(shown().length);
    expect(version.parts.reduce((sum, [articles]) => sum + articles, 0)).toBe(shown().length);
  });
});
