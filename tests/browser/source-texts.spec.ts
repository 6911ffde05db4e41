import { hash } from 'node:crypto';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';

import { listFiles } from '../support/read-site.ts';
import { runCommand } from '../support/run-command.ts';
import { hasProgram } from '../support/system-packages.ts';
import { plainNginx, serve, servePlainly, webHosts, type RunningHost } from '../support/web-hosts.ts';

const html = '<!doctype html><script>alert(1)</script>';
const xhtml =
  '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A</title></head><body><script>alert(1)</script></body></html>';
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
trailer<</Root 1 0 R>>`;

/** Source texts with a script that runs when it is served as what the name says: names below `sources/`. */
const live: Readonly<Record<string, string | Uint8Array>> = {
  ...Object.fromEntries(['html', 'HTML', 'htm', 'shtml', 'md'].map((extension) => [`a.${extension}`, html])),
  ...Object.fromEntries(['xhtml', 'xht', 'xml', 'xsl'].map((extension) => [`a.${extension}`, xhtml])),
  'a.svg': svg,
  'a.svgz': gzipSync(svg),
  ...{ a: html, 'index.html': html, 'a.txt.html': html, 'a.txt.SVG': svg, 'a.html.bin': html },
  ...{ 'a.html.': html, 'a.html ': html, 'a.html~': html, 'a.svg.HTML': html },
};

/** Others that hosts or browsers treat in some way of their own. */
const special: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['mht', 'js', 'mjs', 'css', 'wasm', 'swf', 'php'].map((each) => [`a.${each}`, html])),
  'a.pdf': pdf,
  'a.php.txt': html,
  'a.html/b.txt': html,
  _headers: '/*\n  X-Injected: yes\n',
  _redirects: '/* https://elsewhere.test/ 301\n',
  CNAME: 'elsewhere.test\n',
  'web.config': '<configuration/>',
};

/** Those whose names are harmless, whatever they hold. */
const harmless = Object.fromEntries(
  ['txt', 'md.txt', 'html.txt', 'xml.txt', 'csv', 'tsv', 'json'].map((each) => [`kept.${each}`, html]),
);

const sources = Object.entries<string | Uint8Array>({ ...live, ...special, ...harmless });

/** Opens a file and says whether a script of it ran. Files that browsers do not show are saved. */
async function runsScript(page: Page, address: string): Promise<boolean> {
  let hasRun = false;
  const note = () => void (hasRun = true);
  page.on('dialog', note);
  await page.goto(address).catch((error: Error) => expect(error.message).toContain('Download is starting'));
  page.off('dialog', note);
  return hasRun;
}

test.describe('a source text with a script in it', () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 });
  let root = '';
  const dist = () => join(root, 'dist');

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-sources-')));
    const write = async (path: string, content: string | Uint8Array) => {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    };
    await write('content/site.yaml', 'title: A\ndescription: B\nlanguage: en\nurl: http://localhost/\n');
    for (const [index, [name, content]] of sources.entries()) {
      await write(`content/sources/${index}/${name}`, content);
      const source = `{ file: ${JSON.stringify(`${index}/${name}`)}, sha256: ${hash('sha256', content)} }`;
      const keys = ['title: A', 'date: 2021', 'people: []', 'places: []', 'topics: []', `source: ${source}`];
      await write(`content/articles/2021/a-${index}.md`, `---\n${keys.join('\n')}\n---\n\nText ${index}.\n`);
    }
    const { code, stderr } = await runCommand('build', join(root, 'content'), ['--out-dir', dist()]);
    expect(code, stderr).toBe(0);
  });
  test.afterAll(() => rm(root, { recursive: true }));

  test('would run it under its own name on a plain host', async ({ page }) => {
    page.on('dialog', (dialog) => void dialog.dismiss());
    const host = await servePlainly(join(root, 'content/sources'));
    try {
      const still: string[] = [];
      for (const [index, [name]] of sources.entries()) {
        if (!(name in live)) continue;
        const address = `${host.origin}/${index}/${encodeURIComponent(name)}`;
        if (!(await runsScript(page, address))) still.push(name);
      }
      expect(still).toEqual([]);
    } finally {
      await host.stop();
    }
  });

  const hosts: Readonly<Record<string, () => Promise<RunningHost>>> = {
    'a plain host': () => servePlainly(dist()),
    'nginx without the configuration of the site': () =>
      serve(plainNginx, join(root, 'plain'), dist(), dist()),
    'nginx with the configuration of the site': () =>
      serve(webHosts.nginx, join(root, 'configured'), dist(), dist()),
  };
  for (const [name, start] of Object.entries(hosts))
    test(`runs none on ${name}, and is byte for byte what was received`, async ({ page }) => {
      test.skip(name.startsWith('nginx') && !hasProgram('nginx'), 'nginx is not installed');
      page.on('dialog', (dialog) => void dialog.dismiss());
      const host = await start();
      try {
        const opened = new Set<string>();
        const ran: string[] = [];
        const changed: string[] = [];
        for (const [index, [name, content]] of sources.entries()) {
          await page.goto(`${host.origin}/articles/2021/a-${index}/`);
          const href = await page.locator('.provenance a[href^="/sources/"]').getAttribute('href');
          opened.add(decodeURI(href ?? '').slice(1));
          if (name in harmless) expect(href).toBe(`/sources/${index}/${name}`);
          const address = `${host.origin}${href}`;
          const body = await (await page.request.get(address)).body();
          if (!body.equals(Buffer.from(content))) changed.push(name);
          if (await runsScript(page, address)) ran.push(name);
        }
        expect({ ran, changed }).toEqual({ ran: [], changed: [] });
        const published = await listFiles(join(dist(), 'sources'));
        expect(published.map((file) => `sources/${file}`).sort()).toEqual([...opened].sort());
      } finally {
        await host.stop();
      }
    });

  test('is found at its former address on a host that redirects', async () => {
    test.skip(!hasProgram('nginx'), 'nginx is not installed');
    const host = await serve(webHosts.nginx, join(root, 'redirecting'), dist(), dist());
    try {
      const index = sources.findIndex(([name]) => name === 'a.html');
      const response = await fetch(`${host.origin}/sources/${index}/a.html`, { redirect: 'manual' });
      const moved = [response.status, response.headers.get('location')];
      expect(moved).toEqual([301, `/sources/${hash('sha256', html)}.txt`]);
    } finally {
      await host.stop();
    }
  });
});
