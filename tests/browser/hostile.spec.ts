import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';

import {
  linesOf,
  writeHostileContent,
  writeHostileSite,
  type HostileEntry,
} from '../hostile/hostile-content.ts';
import { isWhole, most, payloadLists, spread } from '../hostile/payloads.ts';
import { compareCitations, compareOutputs } from '../hostile/outputs.ts';
import { takeInPublished } from '../hostile/published-again.ts';
import {
  compareShown,
  readArticleFields,
  readCitations,
  readRecordFields,
  readSiteFields,
} from '../hostile/shown-fields.ts';
import { createTally } from '../hostile/tally.ts';
import { lookAtAll, origin, validateSite, watchSite, type WatchedSite } from '../hostile/watched-site.ts';
import { runCommand } from '../support/run-command.ts';
import { listFiles } from '../support/read-site.ts';

const payloads = payloadLists.flatMap((list) => spread(list.payloads, most));

/** How long all payloads may take, in milliseconds. */
const patience = 7_200_000;

/**
 * Tests that pages are looked at in. At each step, Playwright looks through all steps of its test, so that one test of all
 * would take as long as many.
 */
const shares = Array.from({ length: isWhole ? 20 : 1 }, (_, share) => share);
const ofShare = <Item>(items: readonly Item[], share: number, count = shares.length) =>
  items.filter((_, index) => index % count === share);
const naming = (share: number) => (shares.length === 1 ? '' : ` (${share + 1} of ${shares.length})`);

test.describe('texts that are meant to do harm', () => {
  test.describe.configure({ mode: 'serial', timeout: patience });
  const tally = createTally();
  let root = '';
  let entries: HostileEntry[];
  let invalid: Map<string, string[]>;
  const dist = () => join(root, 'dist');
  test.beforeAll(async () => {
    test.setTimeout(patience);
    root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-hostile-')));
    entries = await writeHostileContent(join(root, 'content'), payloads);
    await build(join(root, 'content'), dist());
    invalid = await validateSite(dist());
  });
  test.afterAll(async () => {
    tally.report('Records of the archive, in Chromium');
    await rm(root, { recursive: true });
  });

  for (const share of shares)
    test(`are shown character for character in every field, and do nothing${naming(share)}`, async ({
      browser,
    }) => {
      const missing = ({ shown }: HostileEntry['article']) =>
        (shown['source file name'] ?? [])
          .filter((file) => !existsSync(join(dist(), 'sources', file)))
          .map((file) => `no file ${file}`);
      const rest = await lookAtAll(
        browser,
        dist(),
        invalid,
        ofShare(entries, share),
        tally,
        async (entry, site, page) => {
          const { article, record } = entry;
          for (const { path, shown, read, more } of [
            { ...article, read: readArticleFields, more: missing(article) },
            { ...record, read: readRecordFields, more: [] },
          ]) {
            const wrong = [...(await site.visit(page, path)), ...more];
            for (const [field, differences] of compareShown(await page.evaluate(read), shown))
              for (const _ of shown[field] ?? []) tally.add(field, [...wrong, ...differences]);
            if (path !== article.path) continue;
            const saved = await page.locator('#save-citation').getAttribute('href');
            tally.add('page of citations', await site.visit(page, saved?.slice(1) ?? ''));
            compareCitations(await page.evaluate(readCitations), entry, tally);
          }
        },
      );
      tally.add('what pages did later', rest);
    });

  test('are read character for character by other programs, in everything that an archive publishes', async () => {
    await compareOutputs(dist(), entries, tally);
  });

  test('are the same in another archive that ingests what this one publishes', async () => {
    await takeInPublished(join(root, 'content'), dist(), join(root, 'again'), tally);
  });

  /** Names in lists, by the addresses that they lead to. */
  const listed = new Map<string | null, string | null>();
  for (const share of shares)
    test(`are shown in lists and indexes, and do nothing${naming(share)}`, async ({ browser }) => {
      const own = new Set(entries.flatMap(({ article, record }) => [article.path, record.path]));
      const lists = (await listFiles(dist()))
        .filter((file) => file.endsWith('.html'))
        .map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
        .filter((path) => !own.has(path));
      const some = ofShare(lists, share);
      const rest = await lookAtAll(browser, dist(), invalid, some, tally, async (path, site, page) => {
        tally.add('page of many titles or names', await site.visit(page, path));
        const names = await page
          .locator('.letter-index li > a')
          .evaluateAll((links) =>
            links.map((link) => [link.getAttribute('href'), link.textContent] as const),
          );
        if (!path.includes('/by-articles/')) for (const [href, name] of names) listed.set(href, name);
      });
      tally.add('what pages did later', rest);
    });

  test('are listed character for character', () => {
    for (const { record } of entries) {
      const wanted = { 'sort name': [record.sortName] };
      const differences = compareShown({ 'sort name': [listed.get(`/${record.path}`) ?? ''] }, wanted);
      tally.add('sort name', differences.get('sort name'));
    }
  });

  test('do nothing as what an archive says about itself', async ({ browser }) => {
    const lines = linesOf(payloads);
    // One after the other makes one line, which may be so long that some archives have them all.
    const archives = isWhole ? 60 : 1;
    const paths = ['about/', '', 'articles/2020/one/', 'people/', 'search/'];
    for (let archive = 0; archive < archives; archive++) {
      const own = ofShare(lines, archive, archives);
      const content = join(root, `site-${archive}`);
      const site = `${content}-dist`;
      const wanted = await writeHostileSite(content, own);
      await build(content, site);
      const look = async (path: string, { visit }: WatchedSite, page: Page) => {
        const wrong = await visit(page, path);
        const shown = await page.evaluate(readSiteFields);
        for (const [field, differences] of compareShown(shown, wanted)) {
          if (field.startsWith('about') && path !== 'about/') continue;
          for (const _ of own) tally.add(field, [...wrong, ...differences]);
        }
      };
      const rest = await lookAtAll(browser, site, await validateSite(site), paths, tally, look);
      tally.add('what pages did later', rest);
    }
  });

  const asked = spread([...new Set(payloads)], isWhole ? 2000 : 20);
  for (const share of shares)
    test(`are treated as words by the search in each parameter of its URL${naming(share)}`, async ({
      context,
      page,
    }) => {
      const site = await watchSite(context, dist());
      for (const payload of ofShare(asked, share)) {
        const parameters = ['q', 'person', 'topic', 'from', 'year', 'language', 'sort', 'with', payload];
        const query = new URLSearchParams(parameters.map((name) => [name, payload])).toString();
        const wrong = await site.visit(page, `search/?${query}`);
        const words = payload
          .toWellFormed()
          .replace(/[\r\n]/g, '')
          .trim();
        await expect.poll(async () => (await page.locator('#q').inputValue()).trim()).toBe(words);
        for (const _ of parameters) tally.add('search parameter', wrong);
      }
    });

  test('are treated as words by the search in its field', async ({ context, page }) => {
    const site = await watchSite(context, dist());
    await page.goto(`${origin}/`);
    for (const payload of spread(asked, isWhole ? 500 : 10)) {
      await page.locator('#q').fill(payload);
      tally.add('search field', await site.audit(page));
    }
  });

  test('of great length, or in great number, leave the search usable', async ({ context, page }) => {
    const site = await watchSite(context, dist());
    const wrong = [
      ...(await site.visit(page, `search/?q=${'a'.repeat(100_000)}`)),
      ...(await site.visit(page, `search/?${'person=p-1&'.repeat(500)}`)),
      ...(await site.visit(
        page,
        `search/?${Array.from({ length: 500 }, (_, index) => `person=p-${index}`).join('&')}`,
      )),
    ];
    await page.goto(`${origin}/search/`);
    const first = page.locator('.facet-value').first();
    await expect(first).toBeVisible();
    await first.evaluate((facet) => {
      const box = facet.querySelector('input') ?? (facet as HTMLElement);
      for (let click = 0; click < 1000; click++) box.click();
    });
    await page.locator('#q').fill('text');
    await expect(page.locator('#results > li').first()).toBeVisible();
    tally.add('search of great length', [...wrong, ...site.takeRest()]);
  });

  // At the end, so that one that gets through does not hide the others.
  test('none of them gets through', () => {
    expect(tally.wrong).toEqual([]);
  });
});

async function build(content: string, dist: string): Promise<void> {
  const { code, stderr } = await runCommand('build', content, ['--out-dir', dist]);
  expect(code, stderr).toBe(0);
}
