import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import * as pagefind from 'pagefind';

import { ensureChromium } from '../support/chromium.ts';
import { runCommand } from '../support/run-command.ts';
import { serveCompressed } from './compressing-server.ts';
import { generateCorpus } from './corpus.ts';

/** What one step of a reader's has cost. */
interface Cost {
  step: string;
  /** Body and headers of all answers. */
  bytes: number;
  requests: number;
  /** From the question until its results are on screen. */
  milliseconds: number;
  /** The longest time for which the page's own thread did nothing else. */
  blocked: number;
}

/** What a reader does: in turn, on one page. */
const steps: [step: string, selector: string, words: string | undefined][] = [
  ['a person chosen', '#facets fieldset:nth-of-type(1) input[type=checkbox]', undefined],
  ['a topic chosen besides', '#facets fieldset:nth-of-type(4) input[type=checkbox]', undefined],
  ['another word', '#q', 'harbour'],
  ['two words', '#q', 'committee votes'],
  ['a phrase', '#q', '"the trams ran empty"'],
  ['no words', '#q', ''],
];

const cache = resolve('node_modules/.cache/dateline/bench');

/**
 * Measures the search page on generated archives: what is transferred, in how many requests, and how long it takes from
 * a question to its results, each the median of several runs with an empty cache. Pagefind's bare API with the same
 * facets is measured beside it, to compare with and to tell how fast the machine is.
 */
export async function benchSearch(sizes: readonly number[], runs: number, json: boolean): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--disable-background-networking', '--disable-component-update'],
  });
  const report: Record<string, Cost[]> = {};
  for (const size of sizes) {
    const site = await buildArchive(size);
    const { server, url } = await serveCompressed({ '/': site, '/bare/': await buildBareIndex(size, site) });
    const costs = await repeat(runs, () => measureSearch(browser, url));
    report[String(size)] = [...costs, ...(await repeat(runs, () => measureBare(browser, url)))];
    server.close();
    if (!json) printCosts(size, report[String(size)] ?? []);
  }
  await browser.close();
  if (json) console.log(JSON.stringify(report, null, 2));
}

async function buildArchive(size: number): Promise<string> {
  const folder = join(cache, String(size));
  const content = join(folder, 'content');
  if (!existsSync(content)) await generateCorpus(content, { articles: size, url: 'http://localhost/' });
  const dist = join(folder, 'dist');
  const { code, stderr } = await runCommand('build', content, ['--out-dir', dist]);
  if (code !== 0) throw new Error(stderr);
  return dist;
}

/** Pagefind's own index of the same articles, with the same facets and order as it offers them. */
async function buildBareIndex(size: number, site: string): Promise<string> {
  const folder = join(cache, String(size), 'bare');
  if (existsSync(folder)) return folder;
  const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
  await index?.addDirectory({ path: site, glob: 'articles/**/*.html' });
  await index?.writeFiles({ outputPath: folder });
  await pagefind.close();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html><html lang="en"><title>Bare</title>');
  return folder;
}

async function measureSearch(browser: Browser, url: string): Promise<Cost[]> {
  const { page, tally, close } = await openPage(browser);
  const costs: Cost[] = [];
  for (const [step, path, screen] of [
    ['first search, a word', 'search/?q=bridge', desktop],
    ['first search, a word, on a phone', 'search/?q=bridge', phone],
    ['first search, everything', 'search/', desktop],
  ] as const) {
    const other = await openPage(browser, screen);
    costs.push(
      await other.tally(step, async () => {
        await other.page.goto(url + path);
        await other.page.waitForFunction(() => (window as unknown as Watched).shown);
        return other.page.evaluate(() => (window as unknown as Watched).shown ?? 0);
      }),
    );
    await other.close();
  }
  await page.goto(`${url}search/?q=bridge`);
  await page.locator('#results > li').first().waitFor();
  await page.waitForLoadState('networkidle');
  for (const [step, selector, words] of steps) {
    costs.push(
      await tally(step, async () => {
        await openFilter(page, selector);
        return page.evaluate(timeStep, { selector, words });
      }),
    );
  }
  await close();
  return costs;
}

/** Opens the filter in which a value is to be chosen, if it is closed. */
async function openFilter(page: Page, selector: string): Promise<void> {
  const heading = selector.replace(/ input.*/, ' legend button[aria-expanded=false]');
  if (heading === selector || (await page.locator(heading).count()) === 0) return;
  await page.locator(heading).click();
  await page.locator(selector).first().waitFor();
}

/** Runs in the page: does a step, and waits for its results. */
async function timeStep({
  selector,
  words,
}: {
  selector: string;
  words: string | undefined;
}): Promise<number> {
  const results = document.querySelector('#results');
  const input = document.querySelector<HTMLInputElement>(selector);
  if (!results || !input) throw new Error(`There is no ${selector}.`);
  const start = performance.now();
  const shown = new Promise<number>((settle) => {
    new MutationObserver(() => settle(performance.now() - start)).observe(results, { childList: true });
  });
  if (words === undefined) input.click();
  else {
    input.value = words;
    input.form?.requestSubmit();
  }
  return shown;
}

async function measureBare(browser: Browser, url: string): Promise<Cost[]> {
  const { page, tally, close } = await openPage(browser);
  const search = (words: string) =>
    page.evaluate(
      async ({ address, words }) => {
        const start = performance.now();
        const { search } = (await import(address)) as {
          search: (words: string) => Promise<{ results: { data(): Promise<unknown> }[] }>;
        };
        const { results } = await search(words);
        await Promise.all(results.slice(0, 20).map((result) => result.data()));
        return performance.now() - start;
      },
      { address: `${url}bare/pagefind.js`, words },
    );
  await page.goto(`${url}bare/`);
  const costs = [
    await tally('bare Pagefind: first search, a word', () => search('bridge')),
    await tally('bare Pagefind: another word', () => search('harbour')),
  ];
  await close();
  return costs;
}

/** What a page tells of itself. */
interface Watched {
  /** The longest task of the page's own thread so far, in milliseconds. */
  longest: number;
  /** Milliseconds from the beginning of the navigation until the first results were there. */
  shown?: number;
}

/** Runs in the page before its own scripts. */
function watch(): void {
  const watched = window as unknown as Watched;
  watched.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration);
  }).observe({ entryTypes: ['longtask'] });
  new MutationObserver(() => {
    if (document.querySelector('#results > li')) watched.shown ??= performance.now();
  }).observe(document, { childList: true, subtree: true });
}

const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

async function openPage(browser: Browser, viewport = desktop) {
  const context = await browser.newContext({ viewport });
  const page: Page = await context.newPage();
  // A new window first loads its own tool bars, which are no part of the page.
  await page.waitForTimeout(1500);
  let [bytes, requests] = [0, 0];
  context.on('requestfinished', (request) => {
    requests++;
    void request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
      bytes += responseBodySize + responseHeadersSize;
    });
  });
  await page.addInitScript(watch);
  return {
    page,
    close: () => context.close(),
    async tally(step: string, act: () => Promise<number>): Promise<Cost> {
      [bytes, requests] = [0, 0];
      const milliseconds = Math.round(await act());
      await page.waitForTimeout(600);
      const blocked = await page.evaluate(() => {
        const watched = window as unknown as Watched;
        const { longest } = watched;
        watched.longest = 0;
        return Math.round(longest);
      });
      return { step, bytes, requests, milliseconds, blocked };
    },
  };
}

/** The medians of several runs. */
async function repeat(runs: number, measure: () => Promise<Cost[]>): Promise<Cost[]> {
  const all: Cost[][] = [];
  for (let run = 0; run < runs; run++) all.push(await measure());
  const [first = []] = all;
  return first.map(({ step }, index) => {
    const median = (key: Exclude<keyof Cost, 'step'>) => {
      const sorted = all.map((costs) => costs[index]?.[key] ?? 0).sort((a, b) => a - b);
      return sorted[Math.floor(sorted.length / 2)] ?? 0;
    };
    return {
      step,
      bytes: median('bytes'),
      requests: median('requests'),
      milliseconds: median('milliseconds'),
      blocked: median('blocked'),
    };
  });
}

function printCosts(size: number, costs: readonly Cost[]): void {
  console.log(`\n${size.toLocaleString('en')} articles`);
  for (const { step, bytes, requests, milliseconds, blocked } of costs) {
    const kilobytes = `${(bytes / 1000).toFixed(0)} KB`.padStart(8);
    console.log(
      `${step.padEnd(38)}${kilobytes}${`${requests} requests`.padStart(14)}${`${milliseconds} ms`.padStart(10)}${`${blocked} ms blocked`.padStart(16)}`,
    );
  }
}
