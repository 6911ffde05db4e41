import { spawn } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { findPort } from '../support/find-port.ts';
import { makeHostedSite, type HostedSite } from '../support/hosted-site.ts';
import { listFiles, readPages, sumFiles, textOf, type BuiltPage } from '../support/read-site.ts';
import { fillPrintedIssues } from '../support/printed-issues.ts';
import { hasProgram } from '../support/system-packages.ts';
import { runWarm } from '../support/warm-commands.ts';
import { serve, webHosts } from '../support/web-hosts.ts';

// Three titles over twenty years, with printed pages, of which ten years are on another host.

let site: HostedSite;
/** The same site on one host. */
let whole = '';
let pages: Record<'home' | 'other', BuiltPage[]>;

const build = async (content: string, outDir: string) => {
  const { code, stderr } = await runWarm('build', content, ['--out-dir', outDir]);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
};

/** Changes the site's description of itself, for a site of other content in the same folder. */
const withoutSpans = (text: string) => text.replace(/^spans:\n(?: .*\n)+/m, '');

beforeAll(async () => {
  site = await makeHostedSite(['1990-1999', 'undated'], async (content) => {
    await fillPrintedIssues(content, 'http://localhost:1/press/');
    await writeFile(
      join(content, 'articles/1998/03/12/moved.md'),
      '---\ntitle: "Moved: href=\\"/press/people/\\""\ndate: 1998-03-12\npeople: []\nplaces: []\ntopics: []\nformerIds: [2004/01/01/before]\nformerUrls: [/old/page, "/?p=7"]\n---\n\nIt reads src="/press/articles/2004/" on the wall.\n',
    );
  });
  await build(site.content, site.dist);
  const one = join(site.root, 'one');
  await cp(site.content, one, { recursive: true });
  const file = join(one, 'site.yaml');
  await writeFile(file, withoutSpans(await readFile(file, 'utf8')));
  whole = join(site.root, 'whole');
  await build(one, whole);
  const [home, other] = await Promise.all(
    [site.home, site.other].map(({ name }) => readPages(join(site.dist, name), site.base)),
  );
  pages = { home: home ?? [], other: other ?? [] };
});

afterAll(() => site.remove());

describe('a site on several hosts', () => {
  test('has every page of the site on one host once, on the host of its year', async () => {
    const paths = async (dist: string) =>
      (await listFiles(dist)).filter((file) => file.endsWith('/index.html') || file.startsWith('sources/'));
    const [home, other] = await Promise.all(
      [site.home, site.other].map(({ name }) => paths(join(site.dist, name))),
    );
    expect([...(home ?? []), ...(other ?? [])].sort()).toEqual((await paths(whole)).sort());
    expect(other?.length).toBeGreaterThan(100);
    expect(other?.every((path) => /^(?:articles|sources)\/(?:199\d|undated)\//.test(path))).toBe(true);
    expect(home?.some((path) => /^(?:articles|sources)\/(?:199\d|undated)\//.test(path))).toBe(false);
  });

  test('shows the same words on each page, also those that look like markup', async () => {
    // A citation has the page’s address.
    const words = (document: Document) => textOf(document.body).replaceAll(site.other.url, site.home.url);
    const onOne = new Map(
      (await readPages(whole, site.base)).map(({ path, document }) => [path, words(document)]),
    );
    for (const { path, document } of [...pages.home, ...pages.other]) {
      // The data page counts the bytes of files that have addresses in them.
      if (path.endsWith('/data/') || path.endsWith('404.html')) continue;
      expect(words(document), path).toBe(onOne.get(path));
    }
  });

  test.each(['home', 'other'] as const)(
    'has links from the pages of one (%s) to files that are there',
    async (which) => {
      const files = new Map(
        await Promise.all(
          [site.home, site.other].map(
            async ({ name, url }) =>
              [new URL(url).origin, new Set(await listFiles(join(site.dist, name)))] as const,
          ),
        ),
      );
      let across = 0;
      for (const { path, document } of pages[which]) {
        const address = new URL(path, site[which].url);
        const elements = document.querySelectorAll(
          '[href], [src], [action], [srcset], [data-words], [data-index]',
        );
        for (const element of elements)
          for (const name of ['href', 'src', 'action', 'srcset', 'data-words', 'data-index'])
            for (const value of (element.getAttribute(name) ?? '').split(/,\s+/)) {
              const url = URL.parse(value.split(' ')[0] ?? '', address);
              const there = url && files.get(url.origin);
              if (!there || value === '' || name === 'data-index') continue;
              const file = decodeURI(url.pathname.slice(site.base.length)).replace(/(^|\/)$/, '$1index.html');
              expect(there, `${url.href} of ${address.href}`).toContain(file);
              if (url.origin !== address.origin) across++;
            }
      }
      expect(across).toBeGreaterThan(50);
    },
  );

  test('says in structured data, feeds, sitemaps and the catalogue where each page is', async () => {
    const article = `${site.other.url}articles/1998/03/12/moved/`;
    const read = (host: 'home' | 'other', file: string) =>
      readFile(join(site.dist, site[host].name, file), 'utf8');
    const { document } = parseHTML(await read('other', 'articles/1998/03/12/moved/index.html'));
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(article);
    const data = document.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
    expect(data).toContain(`"@id":"${article}"`);
    expect(data).not.toMatch(/"@id":"\//);
    expect(data).toContain(`"item":"${site.home.url}articles/"`);
    expect(
      await read('home', 'data/articles-1998.ndjson').catch(() => read('home', 'data/articles.ndjson')),
    ).toContain(`"url":"${article}"`);
    const feed = await read('home', 'feed.xml');
    expect(feed).not.toMatch(/href=(?:&quot;|")\//);
    expect(await read('other', 'sitemap-1.xml')).toContain(`<loc>${article}</loc>`);
    expect(await read('home', 'sitemap-1.xml')).not.toContain(site.other.url);
    expect(await read('other', 'robots.txt')).toContain(`${site.other.url}sitemap.xml`);
  });

  test('has checksums of each folder, and of all', async () => {
    for (const folder of ['', `${site.home.name}/`, `${site.other.name}/`]) {
      const sums = await sumFiles(join(site.dist, folder));
      const manifest = await readFile(join(site.dist, folder, 'manifest-sha256.txt'), 'utf8');
      const listed = Object.fromEntries(
        manifest
          .trim()
          .split('\n')
          .map((line) => [line.slice(66), line.slice(0, 64)]),
      );
      const { 'manifest-sha256.txt': _, ...others } = sums;
      expect(listed, folder).toEqual(others);
    }
  });
});

test('npm start shows all of it on one host', async () => {
  const outDir = join(site.root, 'seen');
  const env = { ...process.env, ARCHIVE_CONTENT: site.content, PORT: String(await findPort()) };
  const server = spawn(process.execPath, ['src/commands/start.ts', '--out-dir', outDir], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    for await (const line of createInterface(server.stdout)) if (line.includes('http://localhost:')) break;
    expect(await sumFiles(outDir)).toEqual(await sumFiles(whole));
  } finally {
    server.kill();
  }
});

describe.each(['nginx', 'caddy'] as const)('%s', (program) => {
  test.runIf(hasProgram(program))(
    'leads to the host that has a page, and lets its scripts read',
    async () => {
      const root = join(site.root, program);
      const [home, other] = [join(root, 'home/press'), join(root, 'other/press')];
      await cp(join(site.dist, site.home.name), home, { recursive: true });
      await cp(join(site.dist, site.other.name), other, { recursive: true });
      const running = await serve(webHosts[program], join(root, 'at-home'), join(root, 'home'), home);
      const beside = await serve(webHosts[program], join(root, 'beside'), join(root, 'other'), other);
      const ask = (origin: string, path: string) => fetch(origin + path, { redirect: 'manual' });
      const moved = await ask(running.origin, '/press/articles/1998/03/12/moved/?q=1');
      expect([moved.status, moved.headers.get('location')]).toEqual([
        301,
        `${site.other.url}articles/1998/03/12/moved/?q=1`,
      ]);
      expect(moved.headers.get('access-control-allow-origin')).toBe('*');
      const former = await ask(running.origin, '/press/articles/2004/01/01/before/');
      expect(former.headers.get('location')).toBe(`${site.other.url}articles/1998/03/12/moved/`);
      const old = await ask(running.origin, '/old/page');
      expect(old.headers.get('location')).toBe(`${site.other.url}articles/1998/03/12/moved/`);
      const there = await ask(beside.origin, '/press/articles/1998/03/12/moved/');
      expect([there.status, there.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
      expect(there.headers.get('content-security-policy')).toContain(
        `connect-src 'self' ${new URL(site.home.url).origin} ${new URL(site.other.url).origin};`,
      );
      expect((await ask(beside.origin, '/press/people/')).status).toBe(404);
      await Promise.all([running.stop(), beside.stop()]);
    },
  );
});

test('a host with another path, and years in two spans, are refused with the line and what to do', async () => {
  const content = join(site.root, 'wrong');
  await cp(site.content, content, { recursive: true });
  const file = join(content, 'site.yaml');
  const spans = [
    'spans:',
    "  - { years: 1950-1979, url: 'https://old.example.org/' }",
    `  - { years: 1979, url: '${site.other.url}' }`,
    `  - { years: nineteen, url: '${site.other.url}' }`,
    '',
  ];
  await writeFile(file, withoutSpans(await readFile(file, 'utf8')) + spans.join('\n'));
  const { code, stderr } = await runWarm('build', content, ['--out-dir', join(site.root, 'refused')]);
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /site\.yaml:\d+:\d+: .*an address with the path \/.*the path of the site’s own url, \/press\//s,
  );
  expect(stderr).toMatch(/years that are also in 1950-1979/);
  expect(stderr).toMatch(/a text that is no span of years/);
});

test('a rebuild makes what a clean build does, also when a year moves to another host, or all to one', async () => {
  const [file, yaml] = [join(site.content, 'articles/1998/03/12/moved.md'), join(site.content, 'site.yaml')];
  const [article, settings] = await Promise.all([file, yaml].map((each) => readFile(each, 'utf8')));
  await writeFile(file, (article ?? '').replace('Moved:', 'Has moved:'));
  await writeFile(yaml, (settings ?? '').replace('1990-1999', '1990-1995'));
  await build(site.content, site.dist);
  const [copy, clean] = [join(site.root, 'copy'), join(site.root, 'clean')];
  await cp(site.content, copy, { recursive: true });
  await build(copy, clean);
  expect(await sumFiles(site.dist)).toEqual(await sumFiles(clean));
  await writeFile(file, article ?? '');
  await writeFile(yaml, withoutSpans(settings ?? ''));
  await build(site.content, site.dist);
  expect(await sumFiles(site.dist)).toEqual(await sumFiles(whole));
  const again = await runWarm('build', site.content, ['--out-dir', site.dist]);
  expect(again.stderr).toContain('Nothing has changed');
});
