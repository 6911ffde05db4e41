import { join } from 'node:path';
import { cp } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';

import { findBarriers } from './barriers.ts';
import { makeHostedSite, type HostedSite } from '../support/hosted-site.ts';
import { fillPrintedIssues } from '../support/printed-issues.ts';
import { runCommand } from '../support/run-command.ts';
import { hasProgram } from '../support/system-packages.ts';
import { serve, webHosts, type RunningHost } from '../support/web-hosts.ts';

// A site whose articles of the 1990s are on another host than its search, served with the headers that its build has made.

test.skip(!hasProgram('nginx'), 'nginx is not installed');
test.describe.configure({ mode: 'serial' });

let site: HostedSite;
const running: RunningHost[] = [];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await makeHostedSite(['1990-1999'], (content) =>
    fillPrintedIssues(content, 'http://localhost:1/press/'),
  );
  const { code, stderr } = await runCommand('build', site.content, ['--out-dir', site.dist]);
  expect(stderr, stderr).not.toContain('Error');
  expect(code).toBe(0);
  for (const host of [site.home, site.other]) {
    const root = join(site.root, 'served', host.name);
    await cp(join(site.dist, host.name), root + site.base, { recursive: true });
    const folder = join(site.root, 'nginx', host.name);
    running.push(await serve(webHosts.nginx, folder, root, root + site.base, Number(new URL(host.url).port)));
  }
});

test.afterAll(async () => {
  for (const host of running) await host.stop();
  await site.remove();
});

/** Collects what the pages’ policies forbid, and what they ask other hosts for that are not the site’s. */
function watch(page: Page): string[] {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (![site.home, site.other].some(({ url }) => new URL(url).origin === origin)) wrong.push(request.url());
  });
  return wrong;
}

const article = (page: Page) => page.locator('.article .text');

test('a search finds articles on both hosts, and its results lead to them', async ({ page }) => {
  const wrong = watch(page);
  await page.goto(`${site.home.url}search/?q=lighthouse+OR+quay&sort=oldest`);
  const results = page.locator('#results a[href*="/articles/"]');
  await expect(results.first()).toHaveAttribute('href', new RegExp(`^${site.other.url}articles/199`));
  await page.goto(`${site.home.url}search/?q=quay&sort=newest`);
  await expect(results.first()).toHaveAttribute('href', new RegExp(`^${site.home.url}articles/200`));
  await page.goto(`${site.home.url}search/?q=quay&from=1990&to=1990`);
  await results.first().click();
  await expect(article(page)).toContainText('quay');
  expect(page.url()).toContain(`${site.other.url}articles/1990/`);
  expect(wrong).toEqual([]);
});

test('a page on the other host has the look, the names, the search and the ways of all', async ({ page }) => {
  const wrong = watch(page);
  await page.goto(`${site.other.url}articles/1998/03/12/`);
  await page.locator('main a[href*="/articles/1998/03/12/"]').first().click();
  await expect(article(page)).toBeVisible();
  expect(await page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor)).not.toBe(
    'rgba(0, 0, 0, 0)',
  );
  await page.getByRole('combobox').or(page.getByRole('searchbox')).first().fill('harb');
  await page.getByRole('option', { name: /Harbour Post/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Harbour Post');
  expect(page.url()).toBe(`${site.home.url}publications/harbour-post/`);
  await page.goBack();
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('quay');
  await page.keyboard.press('Enter');
  await expect(page.locator('#results a').first()).toBeVisible();
  expect(page.url()).toContain(`${site.home.url}search/?q=quay`);
  expect(wrong).toEqual([]);
});

test('pictures of printed pages are shown and enlarged there', async ({ page }) => {
  const wrong = watch(page);
  await page.goto(`${site.home.url}publications/harbour-post/1998/03/12/`);
  await page.locator(`a[href^="${site.other.url}articles/1998/03/12/"]`).first().click();
  const picture = page.locator('.printed-page img').first();
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await page.locator('.zoom-button').first().click();
  await expect(page.locator('.zoom canvas, .zoom-view img, .zoom-view canvas').first()).toBeVisible();
  expect(wrong).toEqual([]);
});

test('an article of the other host gets onto the reading list, and its citation is loaded', async ({
  page,
}) => {
  const wrong = watch(page);
  await page.goto(`${site.other.url}articles/1998/03/12/`);
  await page.locator('main a[href*="/articles/1998/03/12/"]').first().click();
  const id = new URL(page.url()).pathname.replace(/^.*\/articles\/|\/$/g, '');
  await page.getByText('Cite this article').click();
  await page.getByRole('button', { name: 'Add to reading list' }).click();
  await page.getByRole('link', { name: 'Open a list with this article' }).click();
  expect(page.url()).toBe(`${site.home.url}reading-list/?ids=${id}`);
  const link = page.locator('#list > li a');
  await expect(link).toHaveAttribute('href', `${site.other.url}articles/${id}/`);
  expect(wrong).toEqual([]);
});

test('an address that was on the home page’s host leads on, also where the host has no rules', async ({
  page,
}) => {
  await page.goto(`${site.home.url}articles/1998/03/`);
  expect(page.url()).toBe(`${site.other.url}articles/1998/03/`);
  // As a host without rules answers.
  const response = await page.request.get(`${site.home.url}404.html.not`);
  const [status, headers, body] = [response.status(), response.headers(), await response.body()];
  await page.route(`${site.home.url}articles/1998/**`, (route) => route.fulfill({ status, headers, body }));
  await page.goto(`${site.home.url}articles/1998/03/`);
  await page.waitForURL(`${site.other.url}articles/1998/03/`);
});

test('the page for unknown addresses of the other host leads to the day, and finds articles of all', async ({
  page,
}) => {
  await page.goto(`${site.other.url}articles/1998/03/12/quay-that-is-not-there/`);
  const day = page.locator('#same-time a');
  await expect(day).toHaveText('1998-03-12');
  expect(await day.evaluate((link: HTMLAnchorElement) => link.href)).toBe(
    `${site.other.url}articles/1998/03/12/`,
  );
  await expect(page.locator('#nearest-list a').first()).toHaveAttribute('href', /\/press\/articles\//);
});

test('without JavaScript, every way between the hosts is a link', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  });
  const page = await context.newPage();
  await page.goto(`${site.home.url}articles/`);
  await page.getByRole('link', { name: /^1998/ }).first().click();
  expect(page.url()).toBe(`${site.other.url}articles/1998/`);
  await page.getByRole('link', { name: 'Publications', exact: true }).click();
  expect(page.url()).toBe(`${site.home.url}publications/`);
  await context.close();
});

for (const width of [320, 1280])
  test(`a page on the other host has no barriers at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${site.other.url}articles/1998/03/12/`);
    expect(await findBarriers(page)).toEqual([]);
  });
