import { describe, expect, test } from 'vitest';

import { createPaths } from '../../../../src/archive/paths.ts';
import type { SiteFile } from '../../../../src/archive/site-file.ts';
import { listSitemaps } from '../../../../src/exports/sharing/sitemap.ts';

const paths = createPaths("https://example.org/it's/");
const pages = Array.from({ length: 120 }, (_, index) => ({
  path: `/it's/articles/undated/a${index}/`,
  isIndexable: true,
}));
const read = async (files: SiteFile[]) =>
  Promise.all(files.map(async (file) => ({ path: file.path, text: String(await file.prepare().content()) })));
const urlsIn = (xml: string) => Array.from(xml.matchAll(/<loc>(.*?)<\/loc>/g), ([, url]) => url);

describe('listSitemaps', () => {
  test.each([
    ['URLs', { urls: 50, bytes: 1e6 }],
    ['bytes', { urls: 1e6, bytes: 4096 }],
  ])('begins another sitemap where one would have too many %s, and lists all', async (_, limits) => {
    const [index, ...others] = await read(listSitemaps(pages, paths, { limits }));
    const parts = others.filter(({ path }) => path !== 'robots.txt');
    expect(parts.length).toBeGreaterThan(2);
    expect(index?.path).toBe('sitemap.xml');
    expect(urlsIn(index?.text ?? '')).toEqual(
      parts.map((_part, number) => `https://example.org/it&apos;s/sitemap-${number + 1}.xml`),
    );
    expect(parts.map(({ path }) => path)).toEqual(parts.map((_part, number) => `sitemap-${number + 1}.xml`));
    for (const { text } of parts) {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limits.bytes);
      expect(urlsIn(text).length).toBeLessThanOrEqual(limits.urls);
    }
    const [, whole] = await read(listSitemaps(pages, paths));
    expect(parts.flatMap(({ text }) => urlsIn(text))).toEqual(urlsIn(whole?.text ?? ''));
  });

  test('lists no page that search engines may not list', async () => {
    const hidden = { path: "/it's/search/", isIndexable: false };
    const [, sitemap] = await read(listSitemaps([...pages, hidden], paths));
    expect(urlsIn(sitemap?.text ?? '')).toHaveLength(pages.length);
  });
});
