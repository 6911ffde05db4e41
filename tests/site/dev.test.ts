import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { makeJpeg, sumOf } from '../support/pictures.ts';
import { readPages } from '../support/read-site.ts';
import { fixtures } from '../support/site-fixtures.ts';

const { below } = fixtures;
const port = 4711;
let content: string;
let end: () => Promise<void>;
let output = '';

beforeAll(async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-dev-')));
  content = join(folder, 'content');
  await cp(below.content, content, { recursive: true, preserveTimestamps: true });
  const server = spawn(process.execPath, ['src/commands/dev.ts'], {
    // Not the test runner's variables, some of which Vite reads: BASE_URL, for one.
    env: { PATH: process.env['PATH'], ARCHIVE_CONTENT: content, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (text: Buffer) => (output += String(text)));
  const closed = new Promise<void>((resolve) => server.on('close', () => resolve()));
  end = async () => {
    server.kill();
    await closed;
    await rm(folder, { recursive: true });
  };
  await vi.waitFor(async () => expect((await load('')).status, output).toBe(200), {
    timeout: 60_000,
    interval: 200,
  });
});

afterAll(() => end());

function load(path: string): Promise<Response> {
  return fetch(`http://localhost:${port}${below.base}${path}`, { redirect: 'manual' });
}

/** The main part of a page, without what only one of server and build adds: scripts, and their order. */
function mainOf(html: string): string {
  const main = /<main[^]*<\/main>/.exec(html)?.[0] ?? '';
  return main.replace(/<script[^]*?<\/script>/g, '').replace(/\s+/g, ' ');
}

test('the development server keeps the text of an article that is not valid any more, on pages that nobody has opened', async () => {
  const about = join(content, 'about.md');
  const article = join(content, 'articles/2004/05/18/everything-in-markdown.md');
  const before = await readFile(article, 'utf8');
  const expectAbout = (text: string, isThere = true) =>
    vi.waitFor(async () => expect((await (await load('about/')).text()).includes(text)).toBe(isThere), {
      timeout: 30_000,
      interval: 200,
    });
  // What has not changed is not read again, once its times are older than those of an update by two seconds.
  for (const text of ['Something is added.', 'Something else is added.']) {
    await writeFile(about, `---\ntitle: About\n---\n\n${text}\n`);
    await expectAbout(text);
  }
  output = '';
  await writeFile(article, before.replace('title:', 'titel:'));
  await vi.waitFor(() => expect(output).toContain('titel'), { timeout: 30_000, interval: 200 });
  for (const path of ['', 'articles/2004/05/18/', 'articles/2004/05/18/everything-in-markdown/'])
    expect((await load(path)).status, path).toBe(200);
  await writeFile(article, before);
  await rm(about);
  await expectAbout('Something else is added.', false);
});

test('the development server shows the pages that a build makes, of every kind', async () => {
  const pages = await readPages(below.dist, below.base);
  expect(pages.length).toBeGreaterThan(30);
  for (const { path, html } of pages) {
    const response = await load(path.slice(below.base.length));
    expect(mainOf(await response.text()), path).toBe(mainOf(html));
  }
});

test.for(['feed.xml', 'data/articles.ndjson', 'sitemap-1.xml', 'search/catalogue/dates.json', 'share.png'])(
  'the development server has %s as a build writes it',
  async (file) => {
    const response = await load(file);
    expect(response.status).toBe(200);
    const built = await readFile(join(below.dist, file));
    expect(Buffer.from(await response.arrayBuffer()).equals(built)).toBe(true);
  },
);

test('the development server follows the content, and keeps the last valid state', async () => {
  const file = join(content, 'about.md');
  const before = await readFile(file, 'utf8').catch(() => '---\ntitle: About\n---\n\nText.\n');
  const show = (text: string) =>
    vi.waitFor(async () => expect(await (await load('about/')).text()).toContain(text), {
      timeout: 30_000,
      interval: 200,
    });
  await writeFile(file, `${before}\nA new paragraph.\n`);
  await show('A new paragraph.');
  output = '';
  await writeFile(file, before.replace('title:', 'titel:'));
  await vi.waitFor(() => expect(output).toContain('titel'), { timeout: 30_000, interval: 200 });
  expect(await (await load('about/')).text()).toContain('A new paragraph.');
  await writeFile(file, `${before}\nAnother one.\n`);
  await show('Another one.');
});

test('the development server shows pictures and attachments of an article as soon as it is written', async () => {
  const [photo, report] = [await makeJpeg(900, 600), new TextEncoder().encode('%PDF-1.7\n')];
  await mkdir(join(content, 'media/2021'), { recursive: true });
  await writeFile(join(content, 'media/2021/quay.jpg'), photo);
  await writeFile(join(content, 'media/2021/report.pdf'), report);
  await mkdir(join(content, 'articles/2021/07/21'), { recursive: true });
  const article = `---
title: The quay
date: 2021-07-21
people: []
places: []
topics: []
pictures: [{ file: 2021/quay.jpg, sha256: ${sumOf(photo)}, alt: The quay at noon }]
attachments: [{ file: 2021/report.pdf, sha256: ${sumOf(report)}, title: The report }]
---

The quay is open.
`;
  const page = await vi.waitFor(
    async () => {
      // Saved again until it is seen: a watcher may miss a file in a folder that was made a moment before.
      await writeFile(join(content, 'articles/2021/07/21/the-quay.md'), article);
      const response = await load('articles/2021/07/21/the-quay/');
      expect(response.status, output).toBe(200);
      return response.text();
    },
    { timeout: 60_000, interval: 2000 },
  );
  const addresses = [...page.matchAll(/(?:src|href|srcset)="([^" ]*\/media\/[^" ]*)/g)].map(
    ([, each = '']) => each,
  );
  expect(addresses.length).toBeGreaterThanOrEqual(4);
  for (const address of new Set(addresses)) {
    const response = await load(address.slice(below.base.length));
    const type = { jpg: 'image/jpeg', pdf: 'application/pdf', webp: 'image/webp' }[
      address.split('.').at(-1) ?? ''
    ];
    expect([response.status, response.headers.get('content-type')], address).toEqual([200, type]);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
  }
});
