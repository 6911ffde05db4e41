import { hash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';

import { renderContent } from '../../../src/build/render.ts';
import type { ArchiveContent } from '../../../src/records/read/read-archive.ts';
import { openCache, type Cache } from '../../../src/system/cache.ts';
import { contentWith, record } from '../../support/content-folder.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const frontmatter = [
  'title: A ferry',
  'date: 2021',
  'people: [ada-lind]',
  'places: [norhaven]',
  'topics: []',
];

/** An archive with one article more, many times. */
async function contentOf(number: number): Promise<ArchiveContent> {
  const content = await contentWith({ 'articles/2021/ferry.md': record(...frontmatter) });
  const article = content.articles.find(({ id }) => id === '2021/ferry');
  if (!article) throw new Error('The article is missing.');
  const articles = Array.from({ length: number }, (_, index) => ({
    ...article,
    id: `2021/ferry-${index}`,
    digest: hash('sha256', `${index}`),
    body: `Ada Lind paid ${index} for *one* ticket to Norhaven.\n`.repeat(1 + (index % 7)),
  }));
  return { ...content, articles };
}

let cache: Cache;

beforeEach(async () => {
  cache = openCache(await makeFolder());
});

describe('rendering an archive', () => {
  test('of many articles, on several threads, gives each what it has by itself, in their order', async () => {
    const content = await contentOf(1000);
    const together = await renderContent(content, cache);
    expect(together.articles.map(({ id }) => id)).toEqual(content.articles.map(({ id }) => id));
    for (const index of [0, 1, 63, 64, 255, 256, 511, 998, 999]) {
      const articles = content.articles.slice(index, index + 1);
      const alone = await renderContent({ ...content, articles }, openCache(await makeFolder()));
      expect(together.articles[index]).toEqual(alone.articles[0]);
      expect(alone.articles[0]?.rendered?.html).toContain(`paid ${index} for <em>one</em>`);
    }
  });

  test('takes from the cache what has not changed, and renders the rest', async () => {
    const content = await contentOf(10);
    const first = await renderContent(content, cache);
    const [article, ...others] = content.articles;
    if (!article) throw new Error('The article is missing.');
    const changed = {
      ...content,
      articles: [{ ...article, body: 'Other.', digest: hash('sha256', 'other') }, ...others],
    };
    const begun: number[] = [];
    const second = await renderContent(changed, cache, (done) => begun.push(done));
    // All texts but one, and then that one.
    expect(begun.length).toBe(2);
    expect(second.articles.slice(1)).toEqual(first.articles.slice(1));
    expect(second.articles[0]?.rendered?.html).toContain('</a>Other.</p>');
    expect(await renderContent(changed, openCache(await makeFolder()))).toEqual(second);
  });

  test('that fails in a thread fails as a whole, and keeps nothing half-done', async () => {
    const content = await contentOf(1000);
    const [article, ...others] = content.articles;
    if (!article) throw new Error('The article is missing.');
    const unreadable = { ...article, data: { ...article.data, language: '!' } };
    await expect(renderContent({ ...content, articles: [...others, unreadable] }, cache)).rejects.toThrow();
    expect(await cache.table('renderings').read()).toEqual(new Map());
  });

  test('that cannot be done within the limits names the file of the text', async () => {
    const content = await contentOf(10);
    const [article, ...others] = content.articles;
    if (!article) throw new Error('The article is missing.');
    const deep = { ...article, body: '>'.repeat(20_000), digest: hash('sha256', 'deep') };
    const rendered = renderContent({ ...content, articles: [deep, ...others] }, cache);
    await expect(rendered).rejects.toThrow(/articles\/2021\/ferry-0\.md:1:1: found Markdown that takes/);
  });
});
