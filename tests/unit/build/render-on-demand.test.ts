import { hash } from 'node:crypto';
import { expect, test } from 'vitest';

import { renderOnDemand } from '../../../src/build/render-on-demand.ts';
import { renderContent } from '../../../src/build/render.ts';
import type { Rendering } from '../../../src/markdown/render-job.ts';
import { openCache } from '../../../src/system/cache.ts';
import { contentWith, record } from '../../support/content-folder.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const ferry = record(
  'title: A ferry',
  'date: 2021',
  'people: [ada-lind]',
  'places: [norhaven]',
  'topics: []',
);

test('texts are rendered when they are asked for, once, as a build renders them', async () => {
  const content = await contentWith({ 'articles/2021/ferry.md': `${ferry}Ada Lind took *one* ticket.\n` });
  const renderings = new Map<string, Rendering>();
  const { articles, records } = renderOnDemand(content, renderings);
  expect(renderings.size).toBe(0);
  const built = await renderContent(content, openCache(await makeFolder()));
  for (const [index, { id, rendered }] of articles.entries()) {
    const other = built.articles[index];
    expect(id).toBe(other?.id);
    expect(rendered?.metadata).toEqual(other?.rendered?.metadata);
    expect(rendered?.html).toBe(other?.rendered?.html);
  }
  expect(renderings.size).toBe(articles.length);
  for (const [index, { rendered }] of records.people.entries())
    expect(rendered?.html).toBe(built.records.people[index]?.rendered?.html);
  const kept = [...renderings.values()];
  for (const { rendered } of renderOnDemand(content, renderings).articles)
    expect(kept.map(({ html }) => html)).toContain(rendered?.html);
  expect([...renderings.values()]).toEqual(kept);
});

test('a text that cannot be rendered within the limits is an error with its file, where it is asked for', async () => {
  const content = await contentWith({ 'articles/2021/ferry.md': ferry });
  const articles = content.articles.map((article) => ({
    ...article,
    body: '>'.repeat(20_000),
    digest: hash('sha256', article.id),
  }));
  const input = renderOnDemand({ ...content, articles }, new Map());
  expect(() => input.articles.find(({ id }) => id === '2021/ferry')?.rendered?.html).toThrow(
    /articles\/2021\/ferry\.md:1:1: found Markdown that takes/,
  );
});
