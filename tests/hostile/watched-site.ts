import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';

import { listFiles } from '../support/read-site.ts';
import { validateHtml } from '../support/html-validator.ts';
import { auditPage } from './audit-page.ts';
import type { Tally } from './tally.ts';

/** Where the pages are, for the browser. Nothing answers there but the test itself. */
export const origin = 'http://localhost';

/** A built site, and a browser of which everything is noticed that a page should not do. */
export interface WatchedSite {
  /**
   * Opens a page.
   *
   * @param path from the home page: `people/`
   * @returns what is wrong with it: what ran, was asked of elsewhere, was blocked, led away, is no valid HTML or lost
   */
  visit(page: Page, path: string): Promise<string[]>;
  /** What is wrong with the page as it is now. */
  audit(page: Page): Promise<string[]>;
  /** What was noticed since the last page was looked at. */
  takeRest(): string[];
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/**
 * Has a browser find a built site at the {@link origin}, and watches it.
 *
 * @param invalid what is wrong with the HTML of its pages, by their paths (see {@link validateSite})
 */
export async function watchSite(
  context: BrowserContext,
  dist: string,
  invalid: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<WatchedSite> {
  let wrong: string[] = [];
  const takeRest = () => {
    const all = wrong;
    wrong = [];
    return all;
  };
  await context.exposeFunction('tellViolation', (what: string) => void wrong.push(what));
  await context.addInitScript(() => {
    const watched = window as unknown as { known: Set<string>; tellViolation(what: string): void };
    watched.known = new Set([...Object.getOwnPropertyNames(window), 'known']);
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      watched.tellViolation(`${location.pathname}: ${violatedDirective} ${blockedURI}`);
    });
  });
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin) {
      wrong.push(`asked of ${url.href}`);
      await route.abort();
      return;
    }
    const path = decodeURIComponent(url.pathname).replace(/\/$/, '/index.html');
    const body = await readFile(join(dist, path)).catch(() => undefined);
    await route.fulfill(
      body
        ? { body, contentType: types[extname(path)] ?? 'application/octet-stream' }
        : { status: 404, body: '' },
    );
  });
  context.on('dialog', (dialog) => {
    wrong.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('page', (page) => wrong.push(`opened ${page.url()}`));
  const audit = async (page: Page) => [...(await page.evaluate(auditPage)), ...takeRest()];
  return {
    takeRest,
    audit,
    async visit(page, path) {
      await page.goto(`${origin}/${path}`);
      const found = await audit(page);
      const { origin: shown, pathname } = new URL(page.url());
      if (shown !== origin || pathname !== new URL(`${origin}/${path}`).pathname)
        found.push(`/${path} led to ${page.url()}`);
      return [...found, ...(invalid.get(pathname) ?? [])];
    },
  };
}

/**
 * Validates the HTML of every page of a built site.
 *
 * @returns what is wrong, by the paths of the pages of which something is
 */
export async function validateSite(dist: string): Promise<Map<string, string[]>> {
  const invalid = new Map<string, string[]>();
  for (const file of await listFiles(dist)) {
    if (!file.endsWith('.html')) continue;
    const found = await validateHtml(await readFile(join(dist, file), 'utf8'), true);
    const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    if (found.length > 0)
      invalid.set(
        path,
        found.map((what) => `${path}:${what}`),
      );
  }
  return invalid;
}

/** Windows of a browser that are open at the same time: while one waits, another works. */
const lanes = 3;

/**
 * Looks at many pages of a built site, some at a time, each lot in a browser of its own that is watched.
 *
 * @param tally where what is wrong is counted: how it stands is told now and then
 * @param look opens what one item names, and counts what is wrong with it
 * @returns what was noticed after the last of them
 */
export async function lookAtAll<Item>(
  browser: Browser,
  dist: string,
  invalid: ReadonlyMap<string, readonly string[]>,
  items: readonly Item[],
  tally: Tally,
  look: (item: Item, site: WatchedSite, page: Page) => Promise<void>,
): Promise<string[]> {
  let done = 0;
  const lots = Array.from({ length: lanes }, (_, lane) => items.filter((_, index) => index % lanes === lane));
  const rest = lots.map(async (lot) => {
    const context = await browser.newContext();
    const [site, page] = [await watchSite(context, dist, invalid), await context.newPage()];
    // The window itself is opened by the test.
    site.takeRest();
    for (const item of lot) {
      await look(item, site, page);
      if (++done % 1000 === 0) console.log(`${done} of ${items.length} looked at; ${tally.sum()}`);
    }
    await context.close();
    return site.takeRest();
  });
  return (await Promise.all(rest)).flat();
}
