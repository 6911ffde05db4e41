import { expect, test } from 'vitest';

import { ingest, makeArchive, readFolder } from '../run-ingest.ts';

const category = (slug: string, name: string, parent = '') =>
  `<wp:category><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name>${name}</wp:cat_name></wp:category>`;
const post = (id: number, title: string, ...categories: [slug: string, name: string][]) =>
  `<item><title>${title}</title><content:encoded>It rained ${title}.</content:encoded><wp:post_id>${id}</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_date>2021-07-18 09:00:00</wp:post_date>${categories
    .map(([slug, name]) => `<category domain="category" nicename="${slug}">${name}</category>`)
    .join('')}</item>`;
const exported = `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>The Quay Post</title>
${category('arts', 'Arts')}${category('theatre', 'Theatre', 'arts')}${category('r-1', 'Reviews')}${category('r-2', 'Reviews', 'theatre')}
${post(1, 'Monday', ['r-2', 'Reviews'])}
${post(2, 'Tuesday', ['r-1', 'Reviews'])}
${post(3, 'Wednesday', ['r-2', 'Reviews'], ['theatre', 'Theatre'])}
</channel></rss>`;

test('categories become topics below the ones that they are a part of, and namesakes are two', async () => {
  const root = await makeArchive();
  const { code, stderr } = await ingest(root, ['--create-records', 'topics', '-'], exported);
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  const files = await readFolder(root);
  const topics = [...files].filter(([path]) => path.startsWith('topics/'));
  expect(Object.fromEntries(topics.map(([path, text]) => [path, /^broader: .*$/m.exec(text)?.[0]]))).toEqual({
    'topics/arts.md': undefined,
    'topics/theatre.md': 'broader: [arts]',
    'topics/reviews.md': undefined,
    'topics/reviews-theatre.md': 'broader: [theatre]',
  });
  const tagsOf = (day: string) => /^topics: .*$/m.exec(files.get(`articles/2021/07/18/${day}.md`) ?? '')?.[0];
  expect(['monday', 'tuesday', 'wednesday'].map(tagsOf)).toEqual([
    'topics: [reviews-theatre]',
    'topics: [reviews]',
    'topics: [reviews-theatre, theatre]',
  ]);
});

const page = (title: string, issn: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta name="citation_journal_title" content="Evening Post"><meta name="citation_issn" content="${issn}"></head><body><article><h1>${title}</h1><p>${title} came over the harbour.</p></article></body></html>`;

test('the ISSN of a page is in the record that is made of its publication, if its check digit is right', async () => {
  const root = await makeArchive();
  const { code, stderr } = await ingest(root, ['-'], page('Fog', 'ISSN 2049-3630'));
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('an ISSN')]);
  expect((await readFolder(root)).get('publications/evening-post.md')).toContain('issn: 2049-3630\n');
  const wrong = await makeArchive();
  expect((await ingest(wrong, ['-'], page('Fog', '2049-3631'))).stdout).toContain('an ISSN');
  expect((await readFolder(wrong)).get('publications/evening-post.md')).not.toContain('issn');
});

test('a record that was there before gets no ISSN, and the report has it', async () => {
  const record = '---\nname: Evening Post\ndescription: A newspaper\n---\n';
  const root = await makeArchive({ 'publications/evening-post.md': record });
  expect((await ingest(root, ['-'], page('Fog', '2049-3630'))).stdout).toContain('an ISSN');
  expect((await readFolder(root)).get('publications/evening-post.md')).toBe(record);
});
