import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';

import { asLine, fields, writeHostileContent, type HostileArticle } from '../hostile/hostile-content.ts';
import { payloadLists, spread } from '../hostile/payloads.ts';
import { runCommand } from '../site/fixtures.ts';

// `npm test` takes some payloads of each list, `npm run test:hostile` all.
const most = process.env.HOSTILE === 'all' ? Infinity : 8;
const payloads = payloadLists.flatMap((list) => spread(list.payloads, most));
const origin = 'http://localhost';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Has a browser find a built site at the origin, and notes what pages ask of elsewhere, open or are kept from. */
async function serveTo(context: BrowserContext, dist: string): Promise<string[]> {
  const wrong: string[] = [];
  await context.exposeFunction('tellViolation', (what: string) => void wrong.push(what));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { tellViolation } = window as unknown as { tellViolation(what: string): void };
      tellViolation(`${location.pathname}: ${violatedDirective} ${blockedURI}`);
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
  return wrong;
}

/** What stands in a page that none of the archive's pages has. */
function audit(): string[] {
  const wrong: string[] = [];
  if ('ran' in window) wrong.push('something ran');
  const forbidden =
    'iframe, frame, object, embed, applet, base, style, portal, audio, video, form:not(.search-field, .dates, #search-form)';
  for (const element of document.querySelectorAll(forbidden)) wrong.push(`<${element.localName}>`);
  for (const script of document.querySelectorAll('script')) {
    const isOwn =
      script.type === 'application/ld+json' ||
      script.src.startsWith(location.origin) ||
      script.textContent?.startsWith("document.getElementById('q')");
    if (!isOwn) wrong.push(`<script> ${script.textContent}`);
  }
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^on|^(?:style|srcdoc|formaction|ping|background)$/.test(name)) wrong.push(`${name}="${value}"`);
      if (!/^(?:href|src|action|xlink:href|data)$/.test(name)) continue;
      const { protocol } = new URL(value, location.href);
      const isCitation = protocol === 'data:' && element.closest('.cite') !== null;
      if (!/^(?:https?|mailto):$/.test(protocol) && !isCitation) wrong.push(`${name}="${value}"`);
    }
  }
  for (const landmark of ['body > header', 'body > main', 'body > footer', 'h1'])
    if (document.querySelectorAll(landmark).length !== 1) wrong.push(`not one ${landmark}`);
  for (const id of ['q', 'main'])
    if (document.querySelectorAll(`[id="${id}"]`).length !== 1) wrong.push(`not one id "${id}"`);
  if (document.getElementById('main') !== document.querySelector('main')) wrong.push('another main');
  return wrong.map((what) => `${location.pathname}: ${what}`);
}

test.describe('texts that are meant to do harm', () => {
  test.describe.configure({ mode: 'serial', timeout: 3_600_000 });
  let root = '';
  let articles: HostileArticle[];
  test.beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-hostile-')));
    articles = await writeHostileContent(join(root, 'content'), payloads);
    const { code, stderr } = await runCommand('build', join(root, 'content'), [
      '--out-dir',
      join(root, 'dist'),
    ]);
    expect(code, stderr).toBe(0);
  });
  test.afterAll(async () => {
    await rm(root, { recursive: true });
  });

  test('are shown letter for letter in every field, and do nothing', async ({ context, page }) => {
    const wrong = await serveTo(context, join(root, 'dist'));
    for (const path of [
      '',
      'about/',
      'articles/',
      'articles/2020/',
      'people/',
      'people/index/by-articles/',
      'data/',
    ]) {
      await visit(page, path, wrong);
    }
    for (const [index, { id, values }] of articles.entries()) {
      await visit(page, `articles/${id}/`, wrong);
      const { title = '', ...others } = values;
      const shown = (await page.locator('h1').innerText()).replace(/\s+/g, ' ');
      expect(clean(shown)).toBe(clean(index % 3 === 0 ? `[${title}]` : title));
      const text = clean(await page.locator('main').evaluate((main) => main.textContent ?? ''));
      for (const key of ['subtitle', 'byline', 'dateline', 'source name', 'rights', 'correction'] as const)
        expect(text, key).toContain(clean(others[key] ?? ''));
      await visit(page, `people/p-${index}/`, wrong);
      expect(clean(await page.locator('h1').innerText())).toBe(clean(title));
    }
    console.log(
      fields.map((field) => `${field.padEnd(16)}${String(articles.length).padStart(6)} inputs`).join('\n') +
        `\ngot through: ${wrong.length}`,
    );
    expect(wrong).toEqual([]);
  });

  test('are words to the search, in its field and in each parameter of its address', async ({
    context,
    page,
  }) => {
    const wrong = await serveTo(context, join(root, 'dist'));
    const asked = spread([...new Set(payloads.map(asLine))], most === Infinity ? 500 : 20);
    for (const payload of asked) {
      const parameters = ['q', 'person', 'topic', 'from', 'year', 'language', 'sort', 'with', payload];
      const query = new URLSearchParams(parameters.map((name) => [name, payload])).toString();
      await visit(page, `search/?${query}`, wrong);
      await expect(page.locator('#q')).toHaveValue(payload.replace(/[\r\n]/g, ''));
    }
    await page.goto(`${origin}/`);
    for (const payload of spread(asked, 10)) {
      await page.locator('#q').fill(payload);
      wrong.push(...(await page.evaluate(audit)));
    }
    expect(wrong).toEqual([]);
  });

  test('of great length, or in great number, leave the search usable', async ({ context, page }) => {
    const wrong = await serveTo(context, join(root, 'dist'));
    await visit(page, `search/?q=${'a'.repeat(100_000)}`, wrong);
    await visit(page, `search/?${'person=p-1&'.repeat(500)}`, wrong);
    await visit(
      page,
      `search/?${Array.from({ length: 500 }, (_, index) => `person=p-${index}`).join('&')}`,
      wrong,
    );
    await page.goto(`${origin}/search/`);
    const first = page.locator('.facet-value').first();
    await expect(first).toBeVisible();
    await first.evaluate((facet) => {
      const box = facet.querySelector('input') ?? (facet as HTMLElement);
      for (let click = 0; click < 1000; click++) box.click();
    });
    await page.locator('#q').fill('text');
    await expect(page.locator('#results > li').first()).toBeVisible();
    expect(wrong).toEqual([]);
  });
});

async function visit(page: Page, path: string, wrong: string[]): Promise<void> {
  await page.goto(`${origin}/${path}`);
  const address = page.url();
  wrong.push(...(await page.evaluate(audit)));
  if (!address.startsWith(`${origin}/`)) wrong.push(`led to ${address}`);
}

/** A text as it can be compared: browsers fold white space, and bidirectional controls have no letter. */
function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
