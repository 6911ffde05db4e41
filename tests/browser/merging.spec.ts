import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';

import { cacheFolder } from '../../src/records/content-root.ts';
import { vocabularies } from '../../src/records/vocabularies.ts';
import { numberPages } from '../../src/search/pagefind/number-pages.ts';
import { findFragment, placeFragment } from '../../src/search/pagefind/fragment-group.ts';
import { decompress } from '../../src/search/pagefind/pagefind-file.ts';
import type { Fragment } from '../../src/search/pagefind/text-index.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { runCommand } from '../support/run-command.ts';

/** An archive in three, as several machines would build it: by spans of years, each published at a path of its own. */
const spans: Record<string, (year: string) => boolean> = {
  early: (year) => year === 'undated' || year < '1990',
  middle: (year) => year >= '1990' && year < '2012',
  late: (year) => year >= '2012' && year !== 'undated',
};

let root: string;
let server: Server;
let origin: string;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-spans-')));
  const whole = fixtures.generated.content;
  const years = await readdir(join(whole, 'articles'));
  for (const [span, isIn] of Object.entries(spans)) {
    const content = join(root, 'content', span);
    await mkdir(join(content, 'articles'), { recursive: true });
    const names = ['site.yaml', ...vocabularies.map(({ name }) => name)];
    for (const name of names.filter((each) => existsSync(join(whole, each)))) {
      await cp(join(whole, name), join(content, name), { recursive: true });
    }
    for (const year of years.filter(isIn)) {
      await cp(join(whole, 'articles', year), join(content, 'articles', year), { recursive: true });
    }
    const { code, stderr } = await runCommand('build', content, ['--out-dir', join(root, 'sites', span)]);
    expect(code, stderr).toBe(0);
  }
  await cp(fixtures.generated.dist, join(root, 'sites/whole'), { recursive: true });
  server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url ?? '', origin).pathname);
    const type = path.endsWith('.js')
      ? 'text/javascript'
      : path === '/'
        ? 'text/html'
        : 'application/octet-stream';
    const content = path === '/' ? Promise.resolve('') : readFile(join(root, 'sites', path));
    content.then(
      (body) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(async () => {
  server.close();
  for (const span of Object.keys(spans)) {
    await rm(cacheFolder(join(root, 'content', span)), { recursive: true, force: true });
  }
  await rm(root, { recursive: true });
});

/** Looks for words in indexes that are merged in the browser. @returns the addresses found, within the sites */
async function find(page: Page, sites: readonly string[], words: string): Promise<string[]> {
  return page.evaluate(
    async ([[first = '', ...others], words]) => {
      const { createInstance } = (await import(`/${first}/pagefind/pagefind.js`)) as {
        createInstance(options: object): {
          mergeIndex(path: string, options: object): Promise<void>;
          search(words: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
        };
      };
      const index = createInstance({ basePath: `/${first}/pagefind/`, baseUrl: '/' });
      for (const site of others) await index.mergeIndex(`/${site}/pagefind/`, { baseUrl: '/' });
      const { results } = await index.search(words);
      return Promise.all(results.map(async ({ data }) => (await data()).url));
    },
    [sites, words] as const,
  );
}

test('indexes of three spans of years, at three paths, find together what one index of all articles finds', async ({
  page,
}) => {
  // As the search page's own worker does it: pages go by their numbers.
  await page.route('**/*.pf_meta', async (route) => {
    const file = await decompress(new Response(new Uint8Array(await (await route.fetch()).body())));
    await route.fulfill({ body: Buffer.from(numberPages(file)) });
  });
  // What it shows of an article is the archive's own; Pagefind's interface expects a file for each, and these keys.
  await page.route('**/*.pf_fragment', async (route) => {
    const [, path = '', number = ''] =
      /\/([^/]+\/pagefind)\/fragment\/(\w+)\./.exec(route.request().url()) ?? [];
    const folder = join(root, 'sites', path);
    const { parts } = JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8')) as {
      parts: number[];
    };
    const { group, slot } = placeFragment(parseInt(number, 36), parts);
    const file = await readFile(join(folder, `fragment/${group.toString(36)}.fragments`));
    const content = gunzipSync(file.subarray(...findFragment(file, slot))).toString();
    const { url, text } = JSON.parse(content) as Fragment;
    const fragment = { url, content: text, word_count: 1, filters: {}, meta: {}, anchors: [] };
    await route.fulfill({ body: `pagefind_dcd${JSON.stringify(fragment)}` });
  });
  await page.goto(origin);
  for (const words of ['harbour', 'committee', 'strike', 'the ferry', '"of the"']) {
    const whole = await find(page, ['whole'], words);
    const merged = await find(page, Object.keys(spans), words);
    expect(merged.toSorted(), words).toEqual(whole.toSorted());
    const parts = await Promise.all(Object.keys(spans).map((span) => find(page, [span], words)));
    if (whole.length > 20)
      expect(parts.every((part) => part.length > 0 && part.length < whole.length)).toBe(true);
    expect(parts.flat().toSorted(), words).toEqual(whole.toSorted());
  }
  expect((await find(page, ['whole'], 'committee')).length).toBeGreaterThan(20);
});
