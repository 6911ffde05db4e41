import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { patternExpression, responseKinds } from '../../src/exports/hosts/host-headers.ts';
import { hasProgram, type Program } from '../support/system-packages.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { listFiles } from '../support/read-site.ts';
import { serve, webHosts, type RunningHost, type WebHost } from '../support/web-hosts.ts';

const forever = 'public, max-age=31536000, immutable';
const revalidated = 'public, max-age=0, must-revalidate';

/** Headers of every response. */
const safety = {
  'content-security-policy': expect.stringMatching(
    /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'$/,
  ),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('geolocation=()'),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'cross-origin',
};

/** Files that other archives have, and some that must not be served. */
const added = {
  'sources/2004/a page.html': '<script>alert(1)</script>',
  'sources/2004/feed.xml': '<rss/>',
  '.git/config': 'secret',
  'articles/.htpasswd': 'secret',
  '.well-known/security.txt': 'Contact: mailto:ada@example.org\n',
};

/** Kinds of files by their names, as the fixture and what was added have them. */
const expected: [name: RegExp, type: RegExp, caching: string, isShared: boolean][] = [
  [/^index\.html$/, /^text\/html; charset=utf-8$/, revalidated, false],
  [/^_astro\/.*\.css$/, /^text\/css; charset=utf-8$/, forever, false],
  [/^_astro\/.*\.js$/, /^(?:text|application)\/javascript; charset=utf-8$/, forever, false],
  [/\.words$/, /^application\/octet-stream$/, forever, false],
  [/\.positions$/, /^application\/octet-stream$/, forever, false],
  [/\.fragments$/, /^application\/octet-stream$/, forever, false],
  [/^pagefind\/version\.json$/, /^application\/json/, revalidated, false],
  [/^sources\/.*html$/, /^text\/plain; charset=utf-8$/, revalidated, true],
  [/^sources\/.*xml$/, /^text\/plain; charset=utf-8$/, revalidated, true],
  [/^(?:.*\/)?(?<!sources.*)feed\.xml$/, /^application\/rss\+xml; charset=utf-8$/, revalidated, true],
  [/^atom\.xml$/, /^application\/atom\+xml; charset=utf-8$/, revalidated, true],
  [/^feed\.json$/, /^application\/feed\+json$/, revalidated, true],
  [/\.ndjson$/, /^application\/x-ndjson$/, revalidated, true],
  [/^data\/.*\.json$/, /^application\/json$/, revalidated, true],
  [/\.ttl$/, /^text\/turtle; charset=utf-8$/, revalidated, true],
  [/\.csv$/, /^text\/csv; charset=utf-8$/, revalidated, true],
  [/^opensearch\.xml$/, /^application\/opensearchdescription\+xml; charset=utf-8$/, revalidated, false],
  [/^sitemap.*\.xml$/, /^application\/xml; charset=utf-8$/, revalidated, false],
  [/^robots\.txt$/, /^text\/plain; charset=utf-8$/, revalidated, false],
  [/^manifest-sha256\.txt$/, /^text\/plain; charset=utf-8$/, revalidated, true],
  [/^licenses\.txt$/, /^text\/plain; charset=utf-8$/, revalidated, false],
  [/^share\.png$/, /^image\/png$/, revalidated, true],
  [/^favicon\.svg$/, /^image\/svg\+xml/, revalidated, false],
  [/^former\/.*\.json$/, /^application\/json/, revalidated, false],
  [/^search\/catalogue\/.*\.json$/, /^application\/json/, revalidated, false],
];

/** Files for hosts that no reader requests; Caddy does not serve its own. */
const forHosts = ['_headers', '_redirects', 'nginx.conf', 'redirects.nginx.conf', 'Caddyfile'];

const places = ['variety', 'below'] as const;
const cases = (Object.entries(webHosts) as [Program, WebHost][]).flatMap(([name, host]) =>
  places.map((place) => ({ name, host, place })),
);

for (const { name, host, place } of cases)
  describe.runIf(hasProgram(name))(`${name} with the site ${place}`, () => {
    const { dist, base } = fixtures[place];
    let folder = '';
    let running: RunningHost;
    const ask = (path: string, headers: Record<string, string> = {}) =>
      fetch(running.origin + encodeURI(path), { redirect: 'manual', headers });
    const headersOf = (response: Response) => Object.fromEntries(response.headers);

    beforeAll(async () => {
      folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-host-')));
      const root = join(folder, 'www');
      const site = join(root, base);
      await cp(dist, site, { recursive: true });
      for (const [file, content] of Object.entries(added)) {
        await mkdir(dirname(join(site, file)), { recursive: true });
        await writeFile(join(site, file), content);
      }
      running = await serve(host, join(folder, 'host'), root, site);
    });
    afterAll(async () => {
      await running?.stop();
      if (folder) await rm(folder, { recursive: true });
    });

    test('answers ranges of what results show', async () => {
      const file = (await listFiles(dist)).find((each) => each.endsWith('.fragments')) ?? '';
      const response = await ask(base + file, { range: 'bytes=0-79', 'accept-encoding': 'gzip, br' });
      expect(response.status).toBe(206);
      expect(response.headers.get('content-encoding')).toBeNull();
      expect(Buffer.from(await response.arrayBuffer())).toEqual(
        (await readFile(join(dist, file))).subarray(0, 80),
      );
    });

    test('sends every file with the headers of its kind, and those for safety', async () => {
      const files = [...(await listFiles(dist)), ...Object.keys(added)].filter(
        (file) => !/(?:^|\/)\.|404\.html$/.test(file) && !forHosts.includes(file),
      );
      for (const [pattern] of expected)
        expect(
          files.some((file) => pattern.test(file)),
          String(pattern),
        ).toBe(true);
      for (const file of files) {
        const response = await ask(base + file);
        expect(response.status, file).toBe(200);
        const [, type = /./, caching = revalidated, isShared = false] =
          expected.find(([pattern]) => pattern.test(file)) ?? [];
        expect(headersOf(response), file).toMatchObject({
          ...safety,
          'content-type': expect.stringMatching(type),
          'cache-control': caching,
        });
        expect(response.headers.get('access-control-allow-origin'), file).toBe(isShared ? '*' : null);
        await response.body?.cancel();
      }
    });

    test('redirects former URLs, and folders to the URL with a slash', async () => {
      for (const [from, to] of [
        ['articles/2004/05/17/same-day/', 'articles/2004/05/18/same-day/'],
        ['people/a-brook/', 'people/ada-brook/'],
        // Elsewhere the former site is above the folder of this one.
        ...(base === '/'
          ? [
              ['2004/05/Ferry_again.html', 'articles/2004/05/18/same-day/'],
              ['?p=417', 'articles/2004/05/18/same-day/'],
            ]
          : []),
      ] as const) {
        const response = await ask(base + from);
        expect([response.status, response.headers.get('location')]).toEqual([301, base + to]);
        expect(headersOf(response)).toMatchObject(safety);
      }
      const response = await ask(`${base}search?q=ferry`);
      expect([301, 308]).toContain(response.status);
      // Caddy 2.6 forgets the query.
      expect(response.headers.get('location')).toBe(`${base}search/${name === 'caddy' ? '' : '?q=ferry'}`);
      expect(headersOf(response)).toMatchObject(safety);
    });

    test.each([
      'articles/1900/',
      'people/nobody-at-all',
      '_astro/gone.css',
      'sources/gone.txt',
      'pagefind/',
      'sources/2004/',
      'people/gone/feed.xml',
      '404.html',
      '.git/config',
      'articles/.htpasswd',
    ])('says that there is nothing at %s, on the archive’s own page, which nobody keeps', async (path) => {
      const response = await ask(base + path);
      // The page may be asked for by its own name.
      expect(response.status).toBe(name === 'caddy' && path === '404.html' ? 200 : 404);
      expect(headersOf(response)).toMatchObject({
        ...safety,
        'content-type': 'text/html; charset=utf-8',
        'cache-control': revalidated,
      });
      expect(await response.text()).toBe(await readFile(join(dist, '404.html'), 'utf8'));
    });

    test('serves what is in .well-known', async () => {
      expect((await ask(`${base}.well-known/security.txt`)).status).toBe(200);
    });

    test('compresses what gets smaller by it, and does not send what a browser has cached', async () => {
      const files = await listFiles(dist);
      const find = (pattern: RegExp) => base + (files.find((file) => pattern.test(file)) ?? 'none');
      for (const path of [base, find(/\.css$/), find(/^feed\.xml$/), find(/^feed\.json$/)]) {
        const response = await ask(path, { 'accept-encoding': 'gzip' });
        expect(response.headers.get('content-encoding'), path).toBe('gzip');
        expect(response.headers.get('vary'), path).toMatch(/accept-encoding/i);
      }
      const index = await ask(find(/\.words$/), { 'accept-encoding': 'gzip' });
      expect(index.headers.get('content-encoding')).toBeNull();
      const etag = (await ask(base)).headers.get('etag') ?? '';
      expect(etag).not.toBe('');
      const again = await ask(base, { 'if-none-match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(headersOf(again)).toMatchObject({ 'cache-control': revalidated });
    });
  });

test('no file is of two kinds, since some hosts would join their headers', async () => {
  for (const { dist, base } of Object.values(fixtures)) {
    for (const file of [...(await listFiles(dist)), ...Object.keys(added)]) {
      const kinds = responseKinds.filter(({ pattern }) =>
        new RegExp(patternExpression(base, pattern)).test(base + file),
      );
      expect(kinds.length, file).toBeLessThanOrEqual(1);
    }
  }
});

test.each(places)(
  'the headers for Netlify and Cloudflare Pages say the same, each once: %s',
  async (place) => {
    const { dist, base } = fixtures[place];
    const text = await readFile(join(dist, '_headers'), 'utf8');
    const rules = text.split('\n\n').map((rule) => {
      const [pattern = '', ...headers] = rule.trimEnd().split('\n');
      return {
        pattern,
        headers: headers.map((line) => /^ {2}([A-Z][A-Za-z-]+): (\S.*)$/.exec(line)?.slice(1) ?? []),
      };
    });
    // Cloudflare's limits: https://developers.cloudflare.com/pages/configuration/headers/
    expect(rules.length).toBeLessThanOrEqual(100);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(2000);
    for (const { pattern, headers } of rules) {
      expect(pattern.startsWith(base) && pattern.split('*').length <= 2, pattern).toBe(true);
      expect(headers.length > 0 && headers.every(([header, value]) => header && value), pattern).toBe(true);
    }
    for (const file of [...(await listFiles(dist)), ...Object.keys(added)]) {
      const matching = rules
        .filter(({ pattern }) => matches(pattern, base + file))
        .flatMap(({ headers }) => headers);
      const names = matching.map(([header]) => header);
      expect(new Set(names).size, file).toBe(names.length);
      const got = Object.fromEntries(
        matching.map(([header = '', value = '']) => [header.toLowerCase(), value]),
      );
      const kind = expected.find(([pattern]) => pattern.test(file));
      expect(got, file).toMatchObject(safety);
      expect(got['cache-control'], file).toBe(kind?.[2] === forever ? forever : undefined);
      expect(got['access-control-allow-origin'], file).toBe(kind?.[3] ? '*' : undefined);
      if (got['content-type']) expect(got['content-type'], file).toMatch(kind?.[1] ?? /never/);
    }
  },
);

/** As Cloudflare Pages matches: an asterisk is greedy. */
function matches(pattern: string, path: string): boolean {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return path === pattern;
  return path.length >= start.length + end.length && path.startsWith(start) && path.endsWith(end);
}
