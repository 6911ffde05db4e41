import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';

import { hasProgram } from '../support/system-packages.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { serve, webHosts, type RunningHost } from '../support/web-hosts.ts';
import { pageKinds } from './page-kinds.ts';

const { port, base, dist } = fixtures.variety;

/** What a page does that it may not, and what it asks of elsewhere. */
async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const wrong: string[] = [];
  await context.exposeFunction('tellViolation', (what: string) => void wrong.push(what));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const tell = (window as unknown as { tellViolation(what: string): void }).tellViolation;
      tell(`${location.pathname}: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  context.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) wrong.push(message.text());
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(?:blob|data):/.test(request.url()))
      wrong.push(request.url());
  });
  return wrong;
}

/** Uses everything that has a script: every kind of page, the header's field, a list, the search, its exports and a result. */
async function useAll(page: Page, home: string): Promise<void> {
  for (const path of pageKinds) {
    await page.goto(home + path);
    // A page that redirects has none.
    await expect(page.locator('.skip')).toBeAttached();
    await expect(page.locator('h1')).toBeVisible();
  }
  await page.goto(home);
  await page.locator('#q').pressSequentially('Ada');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.goto(`${home}search/?q=Alder`);
  await expect(page.locator('#results > li').first()).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV', exact: true }).click();
  expect((await saved).suggestedFilename()).toBe('search-results.csv');
  await page.locator('#results h2 a').first().click();
  await page.getByRole('button', { name: 'Next match' }).click();
  // What the tab keeps of the results is gone with it.
  await page.getByRole('button', { name: 'Close' }).click();
  await page.goto(`${home}articles/2004/05/18/everything-in-markdown/`);
  await page.getByText('Cite this article').click();
  await page.getByRole('link', { name: 'Save as BibTeX, RIS or CSL-JSON' }).click();
  // Until Chromium has found the element that the address names, the page shows all its articles.
  const bibtex = page.getByRole('link', { name: 'Save as BibTeX', exact: true });
  await expect(bibtex).toHaveCount(1);
  const citation = page.waitForEvent('download');
  await bibtex.click();
  expect((await citation).suggestedFilename()).toMatch(/\.bib$/);
  await page.goto(`${home}reading-list/?ids=2004/05/18/everything-in-markdown`);
  await expect(page.locator('#list > li')).toHaveCount(1);
  const list = page.waitForEvent('download');
  await page.getByRole('button', { name: 'RIS', exact: true }).click();
  expect((await list).suggestedFilename()).toBe('reading-list.ris');
}

test.describe('what pages may do', () => {
  test('by their own policy is all that they do', async ({ page, context }) => {
    const home = `http://localhost:${port}${base}`;
    const wrong = await watch(context, home);
    await useAll(page, home);
    expect(wrong).toEqual([]);
  });

  test('by the policy that hosts send too is all that they do', async ({ page, context }) => {
    test.skip(!hasProgram('nginx'), 'nginx is not installed');
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-policy-')));
    let host: RunningHost | undefined;
    try {
      const root = join(folder, 'www');
      await cp(dist, root, { recursive: true });
      host = await serve(webHosts.nginx, join(folder, 'host'), root, root);
      const wrong = await watch(context, host.origin);
      await useAll(page, `${host.origin}/`);
      expect(wrong).toEqual([]);
      const { headers } = await fetch(`${host.origin}/search/`);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    } finally {
      await host?.stop();
      await rm(folder, { recursive: true });
    }
  });

  test('is nothing that somebody else has injected', async ({ page, context }) => {
    const home = `http://localhost:${port}${base}`;
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        (window as unknown as { blocked: string[] }).blocked = [
          ...((window as unknown as { blocked?: string[] }).blocked ?? []),
          effectiveDirective,
        ];
      });
    });
    // As if a page had failed to escape it.
    await page.route(home, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(
        '</main>',
        '<script>window.ran = 1</script><img src="https://elsewhere.test/a.png" onerror="window.ran = 2"><iframe src="https://elsewhere.test/"></iframe><style>body { display: none }</style></main>',
      );
      await route.fulfill({ response: answer, body });
    });
    await page.goto(home);
    await expect(page.locator('h1')).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
    const blocked = await page.evaluate(() => (window as unknown as { blocked: string[] }).blocked);
    expect(new Set(blocked)).toEqual(
      new Set(['script-src-elem', 'script-src-attr', 'img-src', 'frame-src', 'style-src-elem']),
    );
    const error = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>put in</b>';
        return '';
      } catch (reason) {
        return String(reason);
      }
    });
    expect(error).toContain('TrustedHTML');
  });
});

test.describe('readers', () => {
  test('are not tracked: nothing is requested from elsewhere, nothing is stored, and no site that they go to learns where from', async ({
    page,
    context,
  }) => {
    const home = `http://localhost:${port}${base}`;
    const wrong = await watch(context, home);
    await useAll(page, home);
    expect(wrong).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    const kept = await page.evaluate(async () => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()).map(({ name }) => name),
      ...(await caches.keys()),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ]);
    expect(kept).toEqual([]);

    const told: Record<string, string | undefined> = {};
    await context.route(/^https?:\/\/(?!localhost)/, async (route) => {
      told[route.request().url()] = await route
        .request()
        .headerValue('referer')
        .then((value) => value ?? undefined);
      await route.fulfill({ body: 'elsewhere' });
    });
    const outward = new Set<string>();
    for (const path of pageKinds) {
      await page.goto(home + path);
      // A page that redirects has none.
      await expect(page.locator('.skip')).toBeAttached();
      const links = page.locator('a[href^="http"]');
      for (const href of await links.evaluateAll((all) =>
        all.map((link) => (link as HTMLAnchorElement).href),
      )) {
        if (href.startsWith(home) || outward.has(href)) continue;
        outward.add(href);
        await page.locator(`a[href="${href}"]`).first().click();
        await page.waitForURL((url) => !url.href.startsWith(home));
        await page.goto(home + path);
      }
    }
    expect(outward.size).toBeGreaterThan(3);
    expect(Object.keys(told).length).toBeGreaterThan(3);
    expect(Object.values(told).filter(Boolean)).toEqual([]);
  });
});
