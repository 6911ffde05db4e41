import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ReportLine } from '../../../../../src/ingest/report/report-file.ts';
import { readWarc } from '../../../../../src/ingest/sources/warc/warc.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from '../../run-ingest.ts';
import { only, receivedOf, saidBy, useReader } from '../read-source.ts';
import {
  page,
  redirect,
  writeRecord,
  writeWarc,
  type TestRecord,
} from '../../../../support/crawl/make-warc.ts';
import {
  host,
  listPage,
  picture,
  records,
  stories,
  storyPage,
} from '../../../../support/crawl/paper-site.ts';

const site = `https://${host}`;
const [lock, ferry, library] = stories;
if (!lock || !ferry || !library) throw new Error('There are three stories.');
const { readText } = useReader(readWarc, 'warc', 'crawl.warc.gz');
const read = (wanted: readonly TestRecord[], options = {}) => readText(writeWarc(wanted), options);
const draftsOf = async (wanted: readonly TestRecord[], options = {}) =>
  (await read(wanted, options)).flatMap((item) => (item.kind === 'draft' ? [item.draft] : []));

const siteYaml = 'title: Test\ndescription: A test.\nlanguage: en\nurl: https://archive.example/\n';
const shared: string[] = [];
afterAll(() => Promise.all(shared.map((folder) => rm(folder, { recursive: true }))));

/** Makes a folder that several tests use. */
async function makeShared(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-warc-'));
  shared.push(folder);
  return folder;
}

/** What the report of a run says, by what it says it of. */
async function take(files: Readonly<Record<string, Uint8Array>>, options: readonly string[] = []) {
  const [folder, root] = [await makeShared(), await makeShared()];
  await writeFiles(root, { 'site.yaml': siteYaml });
  await writeFiles(folder, files);
  const report = join(await makeShared(), 'report.ndjson');
  const names = Object.keys(files).map((name) => join(folder, name));
  const run = await ingest(root, [...options, '--report', report, ...names]);
  const lines = (await readFile(report, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ReportLine);
  const told = new Map(
    lines.map((line) => [line.item?.replace(/ at byte \d+$/, '').replace(site, ''), line]),
  );
  return { ...run, root, names, lines, told, files: await readFolder(root) };
}

describe('a crawl of a news site', () => {
  let taken: Awaited<ReturnType<typeof take>>;
  beforeAll(async () => {
    taken = await take({ 'crawl.warc.gz': writeWarc(records) }, ['--former-host', host]);
  });
  const written = (path: string) => taken.files.get(`articles/${path}.md`) ?? '';
  const lockId = '2015/11/03/lock-reopened-after-eleven-months';

  test('becomes each of its articles once', () => {
    expect([taken.code, taken.stderr]).toEqual([0, expect.not.stringContaining('    at ')]);
    const articles = [...taken.files.keys()].filter((path) => path.startsWith('articles/'));
    expect(articles).toEqual([
      `articles/${lockId}.md`,
      'articles/2015/11/04/ferry-sails-every-half-hour-in-winter.md',
      'articles/2016/02/11/library-gets-a-roof-of-slate.md',
    ]);
    expect(written(lockId)).toContain(lock.paragraphs[1]);
    expect(written(lockId)).toContain(`url: ${site}${lock.path}`);
  });

  test('gives an article all addresses that led to it: redirects in a chain, revisits, copies and printing versions', () => {
    const formerUrls = (id: string) =>
      /formerUrls:\n((?: {2}- .*\n)+)/.exec(written(id))?.[1]?.match(/(?<=- ).+/g);
    expect(formerUrls(lockId)).toEqual([lock.path, '/?p=17', '/old/lock.html', '/print/lock-reopened/']);
    expect(formerUrls('2015/11/04/ferry-sails-every-half-hour-in-winter')).toEqual([
      ferry.path,
      `${ferry.path}?share=mail`,
    ]);
    expect(formerUrls('2016/02/11/library-gets-a-roof-of-slate')).toEqual([
      library.path,
      '/alias/roof.html',
      `${library.path}index.html`,
    ]);
  });

  test('says of everything else why it is no article', () => {
    const reasons = taken.lines
      .filter(({ outcome }) => outcome === 'skipped')
      .map(({ item, reason }) => `${item?.replace(/ at byte \d+$/, '').replace(site, '')}: ${reason}`);
    expect(reasons).toEqual([
      '/: the home page: its address has "/"',
      '/category/town/: a list of a category: its address has "/category/town/"',
      expect.stringMatching(/^\/latest\/: a page that lists articles: 6 headlines that lead elsewhere, /),
      '/?s=lock: a search: its address has "s"',
      '/robots.txt: robots.txt',
      `/?p=17: a redirect: to ${site}${lock.path}`,
      `/old/lock.html: a redirect: to ${site}/?p=17`,
      `/print/lock-reopened/: the same page at another address: ${site}${lock.path}`,
      `${ferry.path}: another capture of an address: 2020-01-02T10:00:00Z`,
      `${ferry.path}?share=mail: a version of another page, which it names as its address: ${site}${ferry.path}`,
      `${library.path}index.html: the same page at another address: ${site}${library.path}`,
      `/alias/roof.html: a redirect: to ${site}${library.path}`,
      '/gone/: an error page: HTTP 404',
      '/media/lock.png: a picture or file that belongs to a text',
      '/media/unused.png: not a page: image/png',
      '/feed/: a feed, or a list for programs: application/rss+xml',
      'https://elsewhere.example/story/: on a host that is not a former one: elsewhere.example',
      'records about the crawl: records about the crawl: 1 warcinfo, 1 request, 1 metadata',
    ]);
  });

  test('has the pictures of its articles, which are told by their address', () => {
    expect(taken.files.get('media/2015/11/03/lock.png')).toBe(picture.toString('latin1'));
    expect(written(lockId)).toContain('![A barge leaves the lock.](/media/2015/11/03/lock.png)');
    expect(written(lockId)).toContain("credit: 'Photo: Ada Lind'".replaceAll("'", '"'));
    const [media] = taken.told.get(lock.path)?.media ?? [];
    expect(media?.from).toBe(`${site}/media/lock.png in ${taken.names[0] ?? ''}`);
  });

  test('keeps each page as its server sent it', () => {
    const html = storyPage(lock);
    expect(taken.files.get(`sources/${lockId}.html.txt`)).toBe(Buffer.from(html).toString('latin1'));
    expect(written(lockId)).toContain(createHash('sha256').update(html).digest('hex'));
  });

  test('is wholly in the entries and the report, as the audit proves', async () => {
    const audit = await ingest(taken.root, ['--audit', '--former-host', host, ...taken.names]);
    expect([audit.code, audit.stdout]).toEqual([
      0,
      expect.stringContaining('21 items compared: 0 with something missing.'),
    ]);
  });

  test('leaves no private copy of a picture behind', async () => {
    const temporary = await makeFolder();
    const root = await makeArchive();
    const run = await ingest(root, taken.names, '', { TMPDIR: temporary });
    expect([run.code, await readdir(temporary)]).toEqual([0, []]);
    expect([...(await readFolder(root)).keys()]).toContain('media/2015/11/03/lock.png');
  });

  test('is the same when it is not compressed', async () => {
    const other = await take({ 'crawl.warc': writeWarc(records, false) }, ['--former-host', host]);
    expect([...other.files]).toEqual([...taken.files]);
  });

  test('is one crawl in several files, whose pages, pictures and redirects are in any of them', async () => {
    const half = Math.floor(records.length / 2);
    const other = await take(
      { 'a.warc.gz': writeWarc(records.slice(half)), 'b.warc': writeWarc(records.slice(0, half), false) },
      ['--former-host', host],
    );
    expect([...other.files]).toEqual([...taken.files]);
    expect(other.lines.filter(({ file }) => file.endsWith('b.warc')).length).toBeGreaterThan(5);
  });

  test('of which no host is named is taken from all of them, without former URLs', async () => {
    const other = await take({ 'crawl.warc.gz': writeWarc(records) });
    const articles = [...other.files].filter(([path]) => path.startsWith('articles/'));
    expect(articles).toHaveLength(4);
    expect(articles.map(([, text]) => text).join()).not.toContain('formerUrls');
    expect(other.told.get(lock.path)?.leftOut).toContainEqual({
      what: 'a former address that leads to it',
      address: `${site}/?p=17`,
    });
  });
});

describe('a capture', () => {
  const early = page(site + ferry.path, storyPage({ ...ferry, title: 'Ferry plan' }), {
    date: '2019-05-01T00:00:00Z',
  });
  const late = page(site + ferry.path, storyPage(ferry), { date: '2021-05-01T00:00:00Z' });

  test.each([
    [undefined, ferry.title],
    ['2021-05-01', ferry.title],
    ['2021', ferry.title],
    ['2021-04-30', 'Ferry plan'],
    ['2019-05', 'Ferry plan'],
  ])('is the last up to --at %s', async (at, title) => {
    for (const order of [
      [early, late],
      [late, early],
    ]) {
      const [draft, ...others] = await draftsOf(order, { at });
      expect([draft?.title, others]).toEqual([title, []]);
    }
  });

  test('after the day of --at is told, even when there is none before', async () => {
    const items = await read([early, late], { at: '2018' });
    expect(items.map((item) => item.kind === 'skipped' && [item.reason, item.detail])).toEqual([
      ['captured after the day of --at', '2019-05-01T00:00:00Z'],
      ['captured after the day of --at', '2021-05-01T00:00:00Z'],
    ]);
  });

  test('of an error does not hide an earlier one of the page', async () => {
    const gone = {
      ...page(site + ferry.path, '<p>Gone'),
      http: { status: '410 Gone', fields: { 'Content-Type': 'text/html' } },
    };
    expect(
      (await draftsOf([early, { ...gone, date: '2022-01-01T00:00:00Z' }])).map(({ title }) => title),
    ).toEqual(['Ferry plan']);
  });

  test('that is a revisit has the content of the one that it names', async () => {
    const again = {
      type: 'revisit',
      url: site + ferry.path,
      date: '2022-05-01T00:00:00Z',
      fields: {
        'WARC-Refers-To-Target-URI': site + ferry.path,
        'WARC-Refers-To-Date': '2019-05-01T00:00:00Z',
      },
    };
    expect((await draftsOf([again, early, late])).map(({ title }) => title)).toEqual(['Ferry plan']);
    const items = await read([{ ...again, fields: { ...again.fields, 'WARC-Payload-Digest': 'sha1:X' } }]);
    expect(items).toMatchObject([
      { kind: 'skipped', reason: 'a revisit of a capture that is not in this crawl' },
    ]);
  });

  test('has a time, which is no date of the article', async () => {
    const undated = storyPage(ferry).replace(/"datePublished":"[^"]*",/, '');
    const [draft] = await draftsOf([page(site + ferry.path, undated)]);
    expect(draft).not.toHaveProperty('date');
    expect(draft?.leftOut).toContainEqual({ what: 'the time of the capture', text: '2021-07-18T10:00:00Z' });
  });
});

describe('a page', () => {
  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])('is kept without the coding in which it was sent: %s, in chunks', async (coding, compress) => {
    const html = storyPage(lock);
    const packed = compress(html);
    const chunks = [packed.subarray(0, 100), packed.subarray(100)].flatMap((each) => [
      Buffer.from(`${each.length.toString(16)}\r\n`),
      each,
      Buffer.from('\r\n'),
    ]);
    const fields = {
      'Content-Type': 'text/html',
      'Content-Encoding': coding,
      'Transfer-Encoding': 'chunked',
    };
    const body = Buffer.concat([...chunks, Buffer.from('0\r\n\r\n')]);
    expect(receivedOf((await read([{ url: site + lock.path, http: { fields }, body }]))[0])).toBe(html);
    // Many crawlers keep the fields, but not the codings that they name.
    expect(receivedOf((await read([{ url: site + lock.path, http: { fields }, body: html }]))[0])).toBe(html);
  });

  test('is read in the encoding that its server named, and the audit knows it', async () => {
    const html = storyPage({ ...lock, title: 'Schleuse in Mölln geöffnet' });
    const url = site + lock.path;
    const record = {
      url,
      http: { fields: { 'Content-Type': 'text/html; charset=ISO-8859-1' } },
      body: Buffer.from(html.replace('©', ''), 'latin1'),
    };
    const taken = await take({ 'crawl.warc.gz': writeWarc([record]) });
    expect([...taken.files.keys()].join()).toContain('schleuse-in-molln-geoffnet');
    const audit = await ingest(taken.root, ['--audit', ...taken.names]);
    expect(audit.stdout).toContain('0 with something missing');
  });

  test('that names the home page as its own address is one of its own, and not a former address of the home page', async () => {
    const pages = stories.map((story) =>
      page(
        site + story.path,
        storyPage(story).replace(`canonical" href="${site}${story.path}`, `canonical" href="${site}/`),
      ),
    );
    const taken = await take({ 'crawl.warc.gz': writeWarc(pages) }, ['--former-host', host]);
    const articles = [...taken.files].filter(([path]) => path.startsWith('articles/'));
    expect(articles).toHaveLength(3);
    for (const [, text] of articles) expect(text).not.toMatch(/^ {2}- \/$/m);
  });

  test('of a `resource` record is taken, and of any other record not', async () => {
    const record = {
      type: 'resource',
      url: site + lock.path,
      fields: { 'Content-Type': 'text/html' },
      body: storyPage(lock),
    };
    expect((await draftsOf([record])).map(({ title }) => title)).toEqual([lock.title]);
    expect(await draftsOf([{ ...record, type: 'conversion' }])).toEqual([]);
  });

  test('has the pictures that the crawl has, and is told of the others', async () => {
    const figure =
      '<img src="/a.png" alt="A"><img src="https://cdn.example/b.png" alt="B"><img src="/c.png" alt="C"><img src="/d.png" alt="D">';
    const png = { http: { fields: { 'Content-Type': 'image/png' } }, body: picture };
    const taken = await take({
      'crawl.warc.gz': writeWarc([
        page(site + lock.path, storyPage({ ...lock, figure })),
        redirect(`${site}/a.png`, '/files/a.png'),
        { url: `${site}/files/a.png`, ...png },
        { url: 'http://cdn.example/b.png', ...png, body: Buffer.concat([picture, Buffer.from('x')]) },
        { ...page(`${site}/c.png`, 'Not found'), http: { status: '404 Not Found' } },
      ]),
    });
    expect(taken.told.get(lock.path)?.media?.map(({ from }) => from.split(' ')[0])).toEqual([
      `${site}/files/a.png`,
      'http://cdn.example/b.png',
    ]);
    const missing = (taken.told.get(lock.path)?.leftOut ?? []).filter(({ what }) =>
      what.includes('was not found'),
    );
    expect(missing.map(({ text }) => text)).toEqual([
      'C: the crawl has an error at its address (HTTP 404)',
      'D: nothing in the crawl at its address',
    ]);
  });

  test('of a list is told from an article whatever its address is', async () => {
    const items = await read([page(`${site}/n/1`, listPage('News')), page(`${site}/n/2`, storyPage(lock))]);
    expect(items.map(({ kind }) => kind)).toEqual(['skipped', 'draft']);
  });
});

test('a record stands where the report says', async () => {
  const wanted = [redirect(`${site}/a`, lock.path), page(site + lock.path, storyPage(lock))];
  const [first] = wanted;
  const offset = first ? writeRecord(first).length : 0;
  const [item] = await readText(writeWarc(wanted, false));
  expect(item?.kind === 'draft' && item.draft.origin).toEqual({
    file: 'crawl.warc.gz',
    item: `${site}${lock.path} at byte ${offset}`,
    line: 1,
  });
  expect(saidBy(item).title).toBe(lock.title);
});

test('a crawl without a page has each of its records told', async () => {
  expect(only(await read([{ type: 'warcinfo', body: 'x' }]))).toMatchObject({ detail: '1 warcinfo' });
});
