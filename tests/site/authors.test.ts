import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { change, makeContent } from '../support/content-folder.ts';
import { all, readPages, textOf, type BuiltPage } from '../support/read-site.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { runWarm } from '../support/warm-commands.ts';

const base = '/archive/';
const article = (title: string, byline: string, ...lines: string[]) =>
  [
    '---',
    `title: ${title}`,
    'date: 1998-03-10',
    'people: []',
    'places: []',
    'topics: []',
    `byline: ${byline}`,
    ...lines,
    '---',
    '',
    'The baker was fined.',
    '',
  ].join('\n');

const first = 'articles/1998/03/10/three-fined.md';
const second = 'articles/1998/03/10/two-more.md';
const person = (...lines: string[]) =>
  ['---', 'name: Per Holm', 'sortName: Holm, Per', 'description: A reporter', ...lines, '---', ''].join('\n');

async function run(command: 'build' | 'check' | 'ledger', root: string, options: string[] = []) {
  const result = await runWarm(command, root, options);
  expect(result.code, result.stderr).toBe(0);
  return result;
}

async function buildPages(root: string): Promise<{ dist: string; pages: Map<string, BuiltPage> }> {
  const dist = join(await makeFolder(), 'dist');
  await run('build', root, ['--out-dir', dist]);
  const pages = await readPages(dist, base);
  return { dist, pages: new Map(pages.map((page) => [page.path.slice(base.length), page])) };
}

const hrefs = (page: BuiltPage | undefined, selector: string) =>
  page ? all(page, selector).map((link) => link.getAttribute('href')) : [];

test('a byline leads to the page of each author, word for word as printed', async () => {
  const root = await makeContent({
    [first]: article('Three fined', 'By Per Holm and Ada Lind, Staff Writers'),
    [second]: article('Two more', 'PER HOLM'),
  });
  const { pages, dist } = await buildPages(root);
  const page = pages.get('articles/1998/03/10/three-fined/');
  expect(page && textOf(page.document.querySelector('.byline'))).toBe(
    'By Per Holm and Ada Lind, Staff Writers',
  );
  expect(hrefs(page, '.byline a')).toEqual([`${base}authors/per-holm/`, `${base}authors/ada-lind/`]);
  const author = pages.get('authors/per-holm/');
  expect(author && textOf(author.document.querySelector('h1'))).toBe('Per Holm');
  expect(hrefs(author, '.article-list-title a')).toEqual([
    `${base}articles/1998/03/10/three-fined/`,
    `${base}articles/1998/03/10/two-more/`,
  ]);
  expect(hrefs(pages.get('authors/'), '.letter-index a')).toEqual([
    `${base}authors/ada-lind/`,
    `${base}authors/per-holm/`,
  ]);
  const feed = await readFile(join(dist, 'authors/per-holm/feed.xml'), 'utf8');
  expect(feed).toContain('<title>Articles by Per Holm · ');
  expect(feed.match(/<item>/g)).toHaveLength(2);
  // The record of the fixture is one of a person, whose page has the articles, too.
  expect(hrefs(pages.get('people/ada-lind/'), '.articles-by a')).toEqual([
    `${base}articles/1998/03/10/three-fined/`,
    `${base}authors/ada-lind/`,
  ]);
  expect(hrefs(pages.get('authors/ada-lind/'), 'aside a')).toContain(`${base}people/ada-lind/`);
});

test('the address of a spelling that was published leads on once a record joins it', async () => {
  const root = await makeContent({
    [first]: article('Three fined', 'Per Holm'),
    [second]: article('Two more', 'P. Holm'),
  });
  await run('ledger', root, ['--date', '1998-04-01']);
  expect(await readFile(join(root, 'ledger.ndjson'), 'utf8')).toContain('{"path":"authors/p-holm/",');
  const before = await buildPages(root);
  expect(before.pages.has('authors/p-holm/')).toBe(true);

  await change(root, { 'people/per-holm.md': person('variants: [P. Holm]') });
  const { pages } = await buildPages(root);
  expect(hrefs(pages.get('authors/p-holm/'), 'main a')).toEqual([`${base}authors/per-holm/`]);
  expect(hrefs(pages.get('authors/per-holm/'), '.article-list-title a')).toHaveLength(2);
  await run('check', root);
});

test('the address of an author without articles stays, until it is retired', async () => {
  const root = await makeContent({ [first]: article('Three fined', 'Per Holm') });
  await run('ledger', root, ['--date', '1998-04-01']);
  const early = await runWarm('ledger', root, ['--retire', 'authors/per-holm']);
  expect([early.code, early.stderr]).toEqual([
    1,
    expect.stringContaining('Take the name out of the articles that have it first.'),
  ]);

  const redactions = 'redactions: [{ date: 2024-05-01, reason: privacy }]';
  await change(root, { [first]: article('Three fined', 'A reporter', redactions) });
  const gone = await buildPages(root);
  const tombstone = gone.pages.get('authors/per-holm/');
  expect(tombstone && textOf(tombstone.document.querySelector('h1'))).toBe('No articles by this author');
  expect(tombstone?.document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');

  const { stdout } = await run('check', root);
  expect(stdout).toContain('say "npm run ledger -- --retire authors/per-holm"');
  const proof = await runWarm('check', root, ['--redacted', 'Per Holm', '--out-dir', gone.dist]);
  expect(proof.stderr).toContain('found "Per Holm" in its path');

  await run('ledger', root, ['--retire', 'authors/per-holm', '--date', '2024-05-01']);
  const { dist, pages } = await buildPages(root);
  expect(pages.has('authors/per-holm/')).toBe(false);
  await run('check', root, ['--redacted', 'Per Holm', '--out-dir', dist]);
});

test('a withdrawn article is in no list of its author', async () => {
  const withdrawn = 'withdrawn: { date: 2024-05-01, reason: legal }';
  const root = await makeContent({
    [first]: article('Three fined', 'Per Holm', withdrawn),
    [second]: article('Two more', 'Eva Berg'),
  });
  const { pages } = await buildPages(root);
  expect(hrefs(pages.get('authors/'), '.letter-index a')).toEqual([`${base}authors/eva-berg/`]);
  expect(pages.has('authors/per-holm/')).toBe(false);
});

test('check tells of a name in bylines that two records have', async () => {
  const root = await makeContent({
    [first]: article('Three fined', 'Per Holm'),
    'people/per-holm.md': person(),
    'organizations/per-holm.md': '---\nname: Per Holm\ndescription: A bakery\n---\n',
  });
  const { stdout } = await run('check', root);
  expect(stdout).toContain(
    'found the name "Per Holm" of an author, which people/per-holm and organizations/per-holm have',
  );
  const { pages } = await buildPages(root);
  expect(hrefs(pages.get('people/per-holm/'), '.articles-by a')).toEqual([]);
});

test('authors are in the structured data as what they are known to be', async () => {
  const root = await makeContent({
    [first]: article('Three fined', '[Per Holm, Harbour Board, Staff]'),
    [second]: article('Two more', 'By Eva Berg'),
  });
  const { pages } = await buildPages(root);
  const describe = (path: string) => {
    const [script] = all(pages.get(path) as BuiltPage, 'script[type="application/ld+json"]');
    return JSON.parse(script?.textContent ?? '')['@graph'][0];
  };
  const address = (id: string) => `https://example.org${base}authors/${id}/`;
  const author = (type: string, name: string, id: string) =>
    expect.objectContaining({ '@type': type, name, url: address(id) });
  const mixed = describe('articles/1998/03/10/three-fined/');
  expect(mixed.author).toEqual([
    author('Person', 'Per Holm', 'per-holm'),
    author('Organization', 'Harbour Board', 'harbour-board'),
  ]);
  expect(mixed.creditText).toBe('Per Holm, Harbour Board, Staff');
  const one = describe('articles/1998/03/10/two-more/');
  expect(one.author).toEqual([author('Person', 'Eva Berg', 'eva-berg')]);
  expect(one.creditText).toBeUndefined();
  expect(describe('authors/eva-berg/')).toMatchObject({ '@type': 'Person', '@id': address('eva-berg') });
  expect(describe('authors/staff/')).toMatchObject({ '@type': 'CollectionPage', '@id': address('staff') });
});

test.each(['variety', 'french'] as const)(
  'the data of the site %s list authors and bylines',
  async (name) => {
    const { dist, content } = fixtures[name];
    expect(content).toBeDefined();
    const rows = async (file: string) =>
      (await readFile(join(dist, 'data', file), 'utf8')).trimEnd().split('\r\n');
    const authors = await rows('authors.csv');
    expect(authors[0]).toBe('id,url,name,sortName,spellings,record,articles');
    const brook = authors.find((row) => row.startsWith('ada-brook,'));
    expect(brook).toMatch(/,people\/ada-brook,1$/);
    const bylines = await rows('bylines.csv');
    expect(bylines).toContain('2004/an-interval,1,ada-brook,Ada Brook');
    expect(bylines).toContain('2004/an-interval,2,harbour-board,Harbour Board');
  },
);
