import { existsSync } from 'node:fs';
import { copyFile, cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser } from 'n3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { CatalogueFacet } from '../../src/search/catalogue.ts';
import { fillContent, makeContent, record } from '../support/content-folder.ts';
import { all, readPages, textOf, type BuiltPage } from '../support/read-site.ts';
import { runWarm } from '../support/warm-commands.ts';
import { makeFolder } from '../support/temporary-folder.ts';

const publication = (...lines: string[]) => `---\n${lines.join('\n')}\n---\n`;
const article = (date: string, source: string) =>
  record(
    'title: A text',
    `date: ${date}`,
    'people: []',
    'places: []',
    'topics: [trade]',
    `source: ${source}`,
  );

let home: string;
let root: string;
let dist: string;
let pages: Map<string, BuiltPage>;

beforeAll(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'dateline-publications-')));
  [root, dist] = [join(home, 'content'), join(home, 'dist')];
  await fillContent(root, {
    'site.yaml': 'title: Made up\ndescription: Made up\nlanguage: en\nurl: http://localhost/\n',
    'publications/post.md': publication(
      'name: Evening Post',
      'description: A daily newspaper',
      'variants: [The Post]',
      'place: norhaven',
      'from: 1900',
      'to: 1999-12-31',
      'issn: 2049-3630',
      'homepage: https://post.example/',
      'continues: [gazette]',
    ),
    'publications/gazette.md': publication('name: Gazette', 'description: A weekly newspaper'),
    'publications/old-post.md': publication('name: Old Post', 'description: The same', 'replacedBy: post'),
    'articles/1998/03/12/one.md': article(
      '1998-03-12',
      '{ publication: post, edition: late edition, section: Business, page: A12 }',
    ),
    'articles/1998/03/13/two.md': article(
      '1998-03-13',
      '{ publication: old-post, section: BUSINESS, page: iv }',
    ),
    'articles/1998/03/14/three.md': article(
      '1998-03-14',
      '{ publication: post, section: Business, page: 3 }',
    ),
    'articles/1890/four.md': article('1890', '{ publication: gazette, url: https://gazette.example/4 }'),
  });
  const { code, stderr } = await runWarm('build', root, ['--out-dir', dist]);
  if (code !== 0) throw new Error(stderr);
  pages = new Map((await readPages(dist, '/')).map((page) => [page.path, page]));
});

afterAll(() => rm(home, { recursive: true }));

const pageAt = (path: string): BuiltPage => {
  const page = pages.get(path);
  if (!page) throw new Error(`There is no page ${path}.`);
  return page;
};
const read = (file: string) => readFile(join(dist, file), 'utf8');

describe('the page of a publication', () => {
  test('lists its articles, those of records that were merged into it, too, and says of none that it is not named', () => {
    const page = pageAt('/publications/post/');
    expect(page.html).toContain('3 articles');
    expect(all(page, '.article-list-title a').map((link) => link.getAttribute('href'))).toEqual([
      '/articles/1998/03/14/three/',
      '/articles/1998/03/13/two/',
      '/articles/1998/03/12/one/',
    ]);
    expect(page.html).not.toContain('not found in');
  });

  test('says where and when it appeared, and what came before and after it', () => {
    const facts = textOf(all(pageAt('/publications/post/'), '.margin')[0]);
    for (const fact of ['1900 – 31 December 1999', 'Norhaven', 'Gazette', '2049-3630', 'post.example'])
      expect(facts).toContain(fact);
    expect(textOf(all(pageAt('/publications/gazette/'), '.margin')[0])).toMatch(
      /Continued by\s*Evening Post/,
    );
  });

  test('has its sections, each with the number of its articles', () => {
    const links = all(pageAt('/publications/post/'), '.margin a[href*="/sections/"]');
    expect(links.map((link) => [link.getAttribute('href'), textOf(link.parentElement)])).toEqual([
      ['/publications/post/sections/business/', 'Business 3'],
    ]);
  });

  test('says of each article in which section it is, and does not repeat its own name', () => {
    const labels = all(pageAt('/publications/post/'), '.article-list .label').map(textOf);
    expect(labels).toEqual([
      '14 March 1998 · Business',
      '13 March 1998 · BUSINESS',
      '12 March 1998 · Business',
    ]);
  });

  test('is in the index, and a merged one leads there', () => {
    expect(pageAt('/publications/').html).toContain('href="/publications/gazette/"');
    expect(pageAt('/publications/old-post/').html).toContain('/publications/post/');
  });
});

describe('the sections of a publication', () => {
  test('have a page each, with the articles of all its spellings, of which none repeats the section', () => {
    const page = pageAt('/publications/post/sections/business/');
    expect(textOf(all(page, 'h1')[0])).toBe('Evening Post, Business');
    expect(all(page, '.breadcrumb a').map((link) => link.getAttribute('href'))).toEqual([
      '/publications/',
      '/publications/post/',
      '/publications/post/sections/',
    ]);
    expect(all(page, '.article-list-title a').map((link) => link.getAttribute('href'))).toEqual([
      '/articles/1998/03/14/three/',
      '/articles/1998/03/13/two/',
      '/articles/1998/03/12/one/',
    ]);
    expect(all(page, '.article-list .label').map(textOf)).toEqual([
      '14 March 1998',
      '13 March 1998',
      '12 March 1998',
    ]);
    const [search] = all(page, '.page-head .count a');
    expect(search?.getAttribute('href')).toBe('/search/?publication=post&section=Business&section=BUSINESS');
  });

  test('are listed by name on a page of their own', () => {
    const page = pageAt('/publications/post/sections/');
    expect(all(page, '.letter-index a').map((link) => link.getAttribute('href'))).toEqual([
      '/publications/post/sections/business/',
    ]);
    expect(pages.has('/publications/gazette/sections/')).toBe(false);
  });

  test('are in the ledger; a section that is no more leads to its publication', async () => {
    const other = join(home, 'ledger');
    await cp(root, other, { recursive: true });
    await runWarm('ledger', other, ['--date', '1998-04-01']);
    expect(await readFile(join(other, 'ledger.ndjson'), 'utf8')).toContain(
      '{"path":"publications/post/sections/business/",',
    );
    for (const file of ['12/one.md', '13/two.md', '14/three.md']) {
      const path = join(other, 'articles/1998/03', file);
      await writeFile(path, (await readFile(path, 'utf8')).replace(/section: \w+/, 'section: Trade'));
    }
    const check = await runWarm('check', other);
    expect(check.code, check.stderr).toBe(0);
    const out = join(home, 'later');
    await runWarm('build', other, ['--out-dir', out]);
    const former = await readFile(join(out, 'publications/post/sections/business/index.html'), 'utf8');
    expect(former).toContain('url=/publications/post/"');
    expect(existsSync(join(out, 'publications/post/sections/trade/index.html'))).toBe(true);
  });
});

describe('what was below the address of a publication that was merged into another', () => {
  test.for(['1998/', '1998/03/', '1998/03/13/', 'sections/', 'sections/business/'])(
    'leads on: %s',
    (path) => {
      expect(pageAt(`/publications/old-post/${path}`).html).toContain(`url=/publications/post/${path}"`);
    },
  );
});

test('an article says from which publication and which page it is, beside what it is about', () => {
  const page = pageAt('/articles/1998/03/12/one/');
  const source = all(page, '.provenance dd')[0];
  expect(textOf(source)).toBe('Evening Post, late edition, Business, page A12');
  expect([...(source?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))).toEqual([
    '/publications/post/',
    '/publications/post/1998/03/12/',
  ]);
  expect(textOf(all(page, '.tags')[0])).not.toContain('Evening Post');
  expect(textOf(all(page, '.citation')[0])).toContain(
    'Evening Post, 12 March 1998, late edition, Business, page A12.',
  );
  expect(textOf(all(pageAt('/articles/1890/four/'), '.provenance')[0])).toContain('Page at the source');
});

test('lists say from which publication an article is, where there are several', () => {
  expect(pageAt('/topics/trade/').html).toContain('Evening Post, Business');
});

test('publications and sections are facets of the search', async () => {
  const valuesOf = async (key: string) =>
    (JSON.parse(await read(`search/catalogue/${key}.json`)) as CatalogueFacet).values;
  expect(await valuesOf('publication')).toEqual([
    ['post', 'Evening Post', 3],
    ['gazette', 'Gazette', 1],
  ]);
  expect(await valuesOf('section')).toEqual([
    ['Business', 'Business', 2],
    ['BUSINESS', 'BUSINESS', 1],
  ]);
});

test('its feed has its articles', async () => {
  expect(await read('publications/post/feed.xml')).toContain('/articles/1998/03/12/one/');
});

test('the data sets have publications, and say of articles where they were printed', async () => {
  const [line] = (await read('data/articles.ndjson'))
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text) as { id: string; source: object })
    .filter(({ id }) => id === '1998/03/12/one');
  expect(line?.source).toEqual({
    publication: 'post',
    edition: 'late edition',
    section: 'Business',
    page: 'A12',
  });
  expect(await read('data/articles.csv')).toMatch(/^[^\n]*\bsource\.publication\b[^\n]*\bsource\.page\b/);
  const quads = new Parser().parse(await read('data/vocabularies.ttl'));
  const said = quads
    .filter(({ subject }) => subject.value.endsWith('/publications/post/'))
    .map(({ predicate, object }) => `${predicate.value.replace(/^.*[/#]/, '')} ${object.value}`);
  for (const property of [
    'issn 2049-3630',
    'startDate 1900',
    'endDate 1999-12-31',
    'homepage https://post.example/',
  ])
    expect(said).toContain(property);
  expect(said.join()).toMatch(/type https:\/\/schema.org\/Periodical/);
  expect(said.join()).toMatch(/continues [^,]*\/publications\/gazette\//);
});

test('the data are taken in again by another archive as they were', async () => {
  const other = await makeFolder();
  await copyFile(join(root, 'site.yaml'), join(other, 'site.yaml'));
  const { code } = await runWarm('ingest', other, [
    join(dist, 'data/vocabularies.ttl'),
    join(dist, 'data/articles.ndjson'),
  ]);
  expect(code).toBe(0);
  const taken = await readFile(join(other, 'publications/post.md'), 'utf8');
  for (const key of ['place: norhaven', 'issn: 2049-3630', 'continues: [gazette]', 'to: 1999-12-31'])
    expect(taken).toContain(key);
  expect(await readFile(join(other, 'articles/1998/03/12/one.md'), 'utf8')).toMatch(
    /source:\n {2}publication: post\n {2}edition: late edition\n {2}section: Business\n {2}page: A12\n/,
  );
});

test('an archive without publications offers none', async () => {
  const [plain, out] = [await makeContent(), join(await makeFolder(), 'dist')];
  await runWarm('build', plain, ['--out-dir', out]);
  const home = await readFile(join(out, 'index.html'), 'utf8');
  expect(home).not.toContain('publications');
  expect(await readFile(join(out, 'search/index.html'), 'utf8')).not.toContain('&quot;section&quot;');
});
