import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { findSuccessor } from '../../src/components/former/find-successor.ts';
import { fillContent, record } from '../support/content-folder.ts';
import { fillOldAddresses, listOldAddresses, successorOf } from '../support/former-sites.ts';
import { followRedirects, readRedirects } from '../support/redirects-file.ts';
import { listFiles } from '../support/read-site.ts';
import { hasProgram, type Program } from '../support/system-packages.ts';
import { runWarm } from '../support/warm-commands.ts';
import { serve, webHosts, type RunningHost, type WebHost } from '../support/web-hosts.ts';

for (const base of ['/', '/archive/'])
  describe(`an archive at ${base} that succeeds another site`, () => {
    // Some addresses of the old site are above the folder of a site that has one.
    const addresses = [...listOldAddresses(base), ...(base === '/' ? [] : listOldAddresses('/'))].slice(
      0,
      260,
    );
    const asked = addresses.flatMap((address, index) =>
      address.asked.map((path) => [path, base + successorOf(index)] as const),
    );
    let root = '';
    let dist = '';

    beforeAll(async () => {
      root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-former-')));
      dist = join(root, 'www', base);
      const content = join(root, 'content');
      await fillContent(content, {
        ...fillOldAddresses(addresses),
        'site.yaml': `title: A\ndescription: B\nlanguage: en\nurl: http://localhost${base}\n`,
        'articles/2020/02/01/moved.md': record(
          'title: Moved',
          'date: 2020-02-01',
          'people: []',
          'places: []',
          'topics: []',
          'formerIds: [2020/02/02/moved]',
        ),
      });
      const { code, stderr } = await runWarm('build', content, ['--out-dir', dist]);
      expect(code, stderr).toBe(0);
    });
    afterAll(() => rm(root, { recursive: true }));

    for (const [name, host] of Object.entries(webHosts) as [Program, WebHost][])
      test.runIf(hasProgram(name))(`leads on from each of them at once on ${name}`, async () => {
        const running = await serve(host, join(root, name), join(root, 'www'), dist);
        try {
          const got = [];
          for (const [path] of asked) got.push([path, ...(await ask(running, path))]);
          expect(
            unlike(
              got,
              asked.map(([path, to]) => [path, 301, to]),
            ),
          ).toEqual([]);
          for (const path of [base, `${base}?p=`, `${base}?p=99999`, `${base}?q=1`, `${base}about/`])
            expect([path, ...(await ask(running, path))]).toEqual([path, 200, undefined]);
          for (const path of [`${base}story.php`, `${base}show`, `${base}story.php?id=`])
            expect([path, ...(await ask(running, path))]).toEqual([path, 404, undefined]);
        } finally {
          await running.stop();
        }
      });

    test('leads on by the rules of _redirects, as Netlify reads them', async () => {
      const rules = readRedirects(await readFile(join(dist, '_redirects'), 'utf8'));
      const comparable = asked.filter(([path]) => !/\/show\?/.test(path));
      const got = comparable.map(([path]) => [path, followRedirects(rules, path)]);
      expect(unlike(got, comparable)).toEqual([]);
      expect(followRedirects(rules, base)).toBeUndefined();
      expect(followRedirects(rules, `${base}?q=1`)).toBeUndefined();
    });

    test('has all of them in a table', async () => {
      const [head, ...rows] = (await readFile(join(dist, 'redirects.csv'), 'utf8')).trimEnd().split('\r\n');
      expect(head).toBe('from,to,status');
      expect(rows).toHaveLength(addresses.length + 1);
    });

    test('has a page where there can be a file, which needs no script, and is not listed', async () => {
      for (const [index, { written, isFile }] of addresses.entries()) {
        if (!isFile || !written.startsWith(base)) continue;
        const path = decodeURI(written.replace(/\/?$/, '/index.html'));
        const html = await readFile(join(root, 'www', path), 'utf8');
        const to = base + successorOf(index);
        expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${to}">`);
        expect(html).toContain(`<link rel="canonical" href="http://localhost${to}">`);
        expect(html).toContain('<meta name="robots" content="noindex">');
        expect(html).not.toContain('<script');
      }
      const sitemaps = (await listFiles(dist)).filter((file) => /^sitemap.*\.xml$/.test(file));
      for (const file of sitemaps) expect(await readFile(join(dist, file), 'utf8')).not.toMatch(/\/ferry-\d/);
    });

    test('has those with queries in files of at most 10 KB, in which its script finds them', async () => {
      const load = async (file: string) => {
        const text = await readFile(join(dist, 'former', file), 'utf8');
        expect(text.length).toBeLessThan(10_000);
        return JSON.parse(text) as unknown;
      };
      const queried = asked.filter(([path]) => path.includes('?'));
      const got = [];
      for (const [path] of queried) got.push([path, await findSuccessor(path, load)]);
      expect(unlike(got, queried)).toEqual([]);
      expect(await findSuccessor(`${base}?p=99999`, load)).toBeUndefined();
      expect(await findSuccessor(base, load)).toBeUndefined();
    });
  });

/** What is not as it should be. */
function unlike(got: readonly unknown[][], expected: readonly (readonly unknown[])[]): unknown[] {
  return got.flatMap((row, index) =>
    JSON.stringify(row) === JSON.stringify(expected[index]) ? [] : [{ got: row, expected: expected[index] }],
  );
}

/** Asks for a path exactly as it is written. @returns the status and the target */
function ask(
  { origin }: RunningHost,
  path: string,
): Promise<[status: number | undefined, target: string | undefined]> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    // What is not ASCII is sent encoded, as browsers do.
    const encoded = path.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
    get({ hostname, port, path: encoded, agent: false }, (response) => {
      response.resume();
      const { location } = response.headers;
      // Above the folder of the archive, nginx adds its own address.
      resolve([response.statusCode, location?.replace(origin, '')]);
    }).on('error', reject);
  });
}
