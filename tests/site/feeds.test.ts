import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { hasProgram } from '../support/system-packages.ts';
import { change, fillContent, record, type Changes } from '../support/content-folder.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { runWarm } from '../support/warm-commands.ts';
import { all, listFiles, readPages } from '../support/read-site.ts';

const tags = ['people: [ada-lind]', 'places: []', 'topics: [trade]'];
const article = (title: string, date: string, ...more: string[]) =>
  `---\n${[`title: ${title}`, date, ...tags, ...more].join('\n')}\n---\n\nAda Lind said “no”.[^1]\n\n[^1]: A note.\n`;

/** Titles that could break a feed, newest first, with what feed readers have to show for them. */
const titles: [written: string, shown: string][] = [
  ['"]]> & <b>bold</b> &amp; </title>"', ']]> & <b>bold</b> &amp; </title>'],
  ['"bell \\uFFFE"', 'bell \ufffd'],
  ['🛶 “ferry” 👩‍🚀', '🛶 “ferry” 👩‍🚀'],
  ['خبر من المرفأ', 'خبر من المرفأ'],
  ['王毅 and "others"', '王毅 and "others"'],
];
const awkward: Changes = {
  'site.yaml':
    'title: News & <views>\ndescription: Made up\nlanguage: en\nurl: https://example.org/archive/\n',
  ...Object.fromEntries(
    titles.map(([written], index) => [
      `articles/2022/01/0${9 - index}/title.md`,
      article(written, `date: 2022-01-0${9 - index}`),
    ]),
  ),
  'articles/2021/12/in-december.md': article(
    'Of December',
    'date: 2021-12',
    'titleSupplied: true',
    'byline: [Ada Lind, Bo Ek]',
    'corrections: [{ date: 2022-05-01, note: It was <later>. }]',
  ),
  ...Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [
      `articles/2020/n-${index + 10}.md`,
      record('title: One of many', 'date: 2020', ...tags),
    ]),
  ),
};

const home = await realpath(await mkdtemp(join(tmpdir(), 'dateline-feeds-')));
const [root, dist] = [join(home, 'content'), join(home, 'dist')];
afterAll(() => rm(home, { recursive: true }));
beforeAll(async () => {
  await fillContent(root, awkward);
  await change(root, {
    'ledger.ndjson': '{"path":"articles/2022/01/09/title/","date":"2022-02-03"}\n',
  });
  const { code, stderr } = await runWarm('build', root, ['--out-dir', dist]);
  expect(code, stderr).toBe(0);
});
const read = (file: string) => readFile(join(dist, file), 'utf8');

const address = (id: string) => `https://example.org/archive/articles/${id}/`;
const shown = titles.map(([, title]) => title);
const moment = (day: string) => `${day}T00:00:00.000Z`;

describe('the feeds of an archive', () => {
  test('have the newest fifty articles, whole, under addresses that stay', async () => {
    const rss = parseRssFeed(await read('feed.xml'));
    const atom = parseAtomFeed(await read('atom.xml'));
    const json = parseJsonFeed(await read('feed.json'));
    expect([rss.title, atom.title?.value, json.title]).toEqual(Array(3).fill('News & <views>'));
    for (const [items, titleOf] of [
      [rss.items, (item: object) => (item as { title?: string }).title],
      [json.items, (item: object) => (item as { title?: string }).title],
      [atom.entries, (item: object) => (item as { title?: { value?: string } }).title?.value],
    ] as const) {
      expect(items).toHaveLength(50);
      expect(items?.slice(0, 6).map(titleOf)).toEqual([...shown, '[Of December]']);
    }
    // The numbers of paragraphs are links that only the page's stylesheet shows.
    expect(rss.items?.[0]?.content?.encoded).toMatch(/^<p>Ada Lind|^<p><a [^>]+>Ada Lind/);
    const ids = rss.items?.map(({ guid }) => guid?.value);
    expect(ids?.slice(0, 2)).toEqual([address('2022/01/09/title'), address('2022/01/08/title')]);
    expect(atom.entries?.map(({ id }) => id)).toEqual(ids);
    expect(json.items?.map(({ id }) => id)).toEqual(ids);
    const text = json.items?.[0]?.content_html ?? '';
    expect(rss.items?.[0]?.content?.encoded).toBe(text);
    expect(atom.entries?.[0]?.content?.value).toBe(text);
    expect(text).toContain('href="https://example.org/archive/people/ada-lind/"');
    expect(text).toContain(`href="${address('2022/01/09/title')}#note-fn-1"`);
    expect(text).not.toMatch(/href="[/#]/);
  });

  test('say dates as far as they are known, and when what is published was changed', async () => {
    const rss = parseRssFeed(await read('feed.xml'));
    const atom = parseAtomFeed(await read('atom.xml'));
    expect(rss.items?.[0]?.pubDate).toBe('Sun, 09 Jan 2022 00:00:00 GMT');
    expect(rss.items?.[5]?.pubDate).toBeUndefined();
    expect(atom.entries?.map(({ updated }) => updated).slice(0, 6)).toEqual(
      ['2022-02-03', '2022-01-08', '2022-01-07', '2022-01-06', '2022-01-05', '2022-05-01'].map(moment),
    );
    expect(atom.updated).toBe(moment('2022-05-01'));
    expect(atom.entries?.[5]?.authors?.map(({ name }) => name)).toEqual(['Ada Lind', 'Bo Ek']);
    expect(atom.entries?.[5]?.content?.value).toContain('Correction, 1 May 2022: It was &lt;later>.');
  });

  test('are there for every record, with its newest ten articles, whole, and each page leads to its own', async () => {
    const feed = parseRssFeed(await read('people/ada-lind/feed.xml'));
    expect(feed.title).toBe('Ada Lind · News & <views>');
    expect(feed.items?.slice(0, 5).map(({ title }) => title)).toEqual(shown);
    expect(feed.items).toHaveLength(10);
    const [newest] = parseRssFeed(await read('feed.xml')).items ?? [];
    expect(feed.items?.[0]?.content).toEqual(newest?.content);
    const pages = await readPages(dist, '/archive/');
    const files = await listFiles(dist);
    for (const page of pages.filter(({ path }) => !path.includes('404'))) {
      const links = all(page, 'link[rel=alternate][type="application/rss+xml"]').map(
        (link) => link.getAttribute('href') ?? '',
      );
      const isRedirect = page.document.querySelector('meta[http-equiv=refresh]');
      const isArticle = page.document.querySelector('meta[property="og:type"][content=article]');
      if (isArticle) expect(links, page.path).toEqual([]);
      else if (!isRedirect) expect(links.at(-1), page.path).toBe('/archive/feed.xml');
      for (const link of links) expect(files).toContain(link.replace('/archive/', ''));
    }
    const own = pages.find(({ path }) => path === '/archive/people/ada-lind/');
    expect(own?.html).toContain('href="/archive/people/ada-lind/feed.xml"');
  });

  test.runIf(hasProgram('xmllint'))('are well-formed XML whatever a title contains', async () => {
    const feeds = (await listFiles(dist)).filter((file) => /(?:feed|atom)\.xml$/.test(file));
    expect(feeds.length).toBeGreaterThan(8);
    execFileSync('xmllint', ['--noout', ...feeds], { cwd: dist });
  });

  test.runIf(hasProgram('feedparser')).each(['feed.xml', 'atom.xml'])(
    'are read correctly by another parser: %s',
    async (file) => {
      const script =
        'import feedparser,json,sys; d=feedparser.parse(sys.argv[1]); print(json.dumps([bool(d.bozo),[[e.title,e.link,e.id,e.content[0].value] for e in d.entries]]))';
      const output = execFileSync('/usr/bin/python3', ['-c', script, join(dist, file)], { encoding: 'utf8' });
      const [isBroken, entries] = JSON.parse(output) as [boolean, string[][]];
      expect(isBroken).toBe(false);
      const json = parseJsonFeed(await read('feed.json'));
      expect(entries.map(([, link, id]) => [link, id])).toEqual(json.items?.map(({ url, id }) => [url, id]));
      // Titles in RSS may be HTML, so feedparser removes some of what looks like it.
      expect(entries.slice(2, 5).map(([title]) => title)).toEqual(shown.slice(2));
      expect(entries[0]?.[3]).toContain('href="https://example.org/archive/people/ada-lind/"');
    },
  );
});

test('a rebuild renews the feeds of which an article, or the day of its last change, has changed', async () => {
  const before = await read('people/ada-lind/feed.xml');
  await change(root, { 'articles/2022/01/07/title.md': article('Another title', 'date: 2022-01-07') });
  expect((await runWarm('build', root, ['--out-dir', dist])).code).toBe(0);
  const after = await read('people/ada-lind/feed.xml');
  expect(after).not.toBe(before);
  expect(after).toContain('<title>Another title</title>');
  const ledger = await readFile(join(root, 'ledger.ndjson'), 'utf8');
  const moved = '{"path":"articles/2022/01/09/title/","date":"2023-04-05"}\n';
  await change(root, { 'ledger.ndjson': ledger + moved });
  expect((await runWarm('build', root, ['--out-dir', dist])).code).toBe(0);
  for (const file of ['people/ada-lind/feed.xml', 'atom.xml', 'articles/2022/01/09/title/index.html'])
    expect(await read(file), file).toContain('2023-04-05');
});

test('the feed of this project’s archive has its article', async () => {
  const feed = parseRssFeed(await readFile(join(fixtures.seed.dist, 'feed.xml'), 'utf8'));
  expect(feed.items).toHaveLength(1);
  expect(feed.items?.[0]?.categories?.map(({ name }) => name)).toContain('Wang Yi');
});
