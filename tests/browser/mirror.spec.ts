import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

import { serveCompressed } from '../bench/compressing-server.ts';
import { hasProgram } from '../support/system-packages.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { listFiles } from '../support/read-site.ts';

const { dist, port } = fixtures.variety;
const origin = `http://localhost:${port}`;

test('a copy made by wget can be read from another host, and requests nothing from the first', async ({
  browser,
}) => {
  test.skip(!hasProgram('wget'), 'wget is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'dateline-mirror-'));
  const { status, stderr } = spawnSync('wget', ['-m', '-nv', `${origin}/`], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const copy = join(folder, `localhost:${port}`);
  const files = await listFiles(copy);
  const sitemap = await readFile(join(dist, 'sitemap-1.xml'), 'utf8');
  const pages = Array.from(
    sitemap.matchAll(/<loc>(.*?)<\/loc>/g),
    ([, address]) => new URL(address ?? '').pathname,
  );
  expect(files).toEqual(expect.arrayContaining(pages.map((path) => `${path.slice(1)}index.html`)));

  const { server, url } = await serveCompressed({ '/': copy });
  // An archive of the web runs no script of what it has kept.
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const missing: string[] = [];
  page.on('response', (response) => {
    if (!response.ok()) missing.push(response.url());
  });
  for (const path of pages) {
    await page.goto(new URL(path, url).href);
    await expect(page.locator('h1')).toBeVisible();
    expect(await page.locator('main').innerText(), path).toMatch(/\S/);
  }
  await page.goto(url);
  await page.getByRole('link', { name: 'People', exact: true }).first().click();
  await page.getByRole('link', { name: 'Ada Brook' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada Brook');
  await page.locator('.year-group a').first().click();
  await expect(page.locator('.article .text')).toBeVisible();
  const background = await page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor);
  expect(background).not.toBe('rgba(0, 0, 0, 0)');
  expect(page.url().startsWith(url)).toBe(true);
  expect(asked.filter((address) => !address.startsWith(url))).toEqual([]);
  expect(asked.filter((address) => address.endsWith('.css')).length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
  await context.close();
  server.close();
  await rm(folder, { recursive: true });
});
