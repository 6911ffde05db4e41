import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { makeFolder } from '../support/temporary-folder.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { runWarm } from '../support/warm-commands.ts';
import { all, listFiles, readPages, textOf, type BuiltPage } from '../support/read-site.ts';

const attributes = ['aria-label', 'title', 'alt', 'placeholder'];

/** Elements of a page that are the archive's content, code, or in a language of their own. */
const content = [
  'script',
  'style',
  'code',
  '.evidence',
  '.note',
  'article .text p',
  'article .text li',
  'article .text td',
  'article .text th',
  'article .text :is(h2, h3, h4):not(#footnote-label)',
  'main [lang]',
  '.checksum',
  '.address',
].join(', ');

/** Every text of a page that a reader or a screen reader is given, with white space collapsed. */
function textsOf(page: BuiltPage): string[] {
  const texts: string[] = [];
  page.document.documentElement.normalize();
  const visit = (node: Node) => {
    if (node.nodeType === 3) texts.push(node.textContent ?? '');
    if (node.nodeType !== 1) return;
    const element = node as Element;
    for (const name of attributes) texts.push(element.getAttribute(name) ?? '');
    if (!element.matches(content)) element.childNodes.forEach(visit);
    // What the rendering adds stands among the content, in attributes.
    else texts.push(...attributesWithin(element));
  };
  visit(page.document.documentElement);
  for (const meta of all(page, 'meta[name=description], meta[property="og:description"]')) {
    texts.push(meta.getAttribute('content') ?? '');
  }
  return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => /\p{L}{2}/u.test(text));
}

function attributesWithin(element: Element): string[] {
  return [...element.querySelectorAll('*')].flatMap((each) =>
    attributes.map((name) => each.getAttribute(name) ?? ''),
  );
}

/** Every text in the frontmatter and the settings of an archive, which pages may show by themselves. */
async function readValues(folder: string): Promise<Set<string>> {
  const values = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    else values.add(String(value));
  };
  for (const file of (await listFiles(folder)).filter((each) => /\.(md|yaml)$/.test(each))) {
    const text = await readFile(join(folder, file), 'utf8');
    collect(parse(file.endsWith('.yaml') ? text : (text.split(/^---$/m)[1] ?? '')));
  }
  return values;
}

/** Addresses, files and years, and counts of a noun that is the same. */
const isCode = /^https?:|^[\w.]+\.(?:json|ndjson|csv|ttl)$|^\d{4}$|^(?:.+, )?\d+ (?:article|publication)s?$/;

/** Words that are the same in French, and names of formats. */
const alike = [
  '1 article ·',
  'Pages A12–A13, Ships & “Harbour”',
  'BibTeX',
  'CSV',
  'RIS',
  'CSL-JSON',
  'JSON Feed',
  'Articles',
  'Article',
  'ISSN',
  'Publications',
  'publications',
  'publication',
  'article',
  'articles',
  'RSS',
  'Atom',
  'JSON',
  'SHA-256',
];

describe('a site in French', () => {
  const { variety, french } = fixtures;
  let english: BuiltPage[];
  let pages: BuiltPage[];
  let values: Set<string>;
  beforeAll(async () => {
    english = await readPages(variety.dist, variety.base);
    pages = await readPages(french.dist, french.base);
    values = await readValues(variety.content);
  });

  /** Whether a text is one of the archive's own, or a title or list of such, or an address. */
  const isContent = (text: string): boolean => {
    const own = text.replace(/^[:,] | · Fixture & Sons <archive>$/g, '').replace(/^\[(.*)\]$/, '$1');
    return values.has(own) || own.split(', ').every((part) => values.has(part)) || isCode.test(own);
  };

  test('has the same pages as one in English', () => {
    expect(pages.map(({ path }) => path)).toEqual(english.map(({ path }) => path));
  });

  test('has no interface text in English', () => {
    const sentences = new Set(english.flatMap((page) => all(page, '.evidence').map(textOf)));
    const words = new Set(
      english
        .flatMap(textsOf)
        .filter(
          (text) => !isContent(text) && !sentences.has(text) && !alike.includes(text.split(' · ')[0] ?? ''),
        ),
    );
    // Among them are words of all kinds of pages.
    for (const word of ['Skip to the content', 'Breadcrumb', 'Sunday', 'Paragraph 1', 'Table', 'Sort by'])
      expect(words).toContain(word);
    expect(words.size).toBeGreaterThan(250);
    const left = pages.flatMap((page) =>
      textsOf(page)
        .filter((text) => words.has(text))
        .map((text) => `${page.path}: ${text}`),
    );
    expect(left).toEqual([]);
  });

  test('formats dates, counts, notes and feeds in French', async () => {
    const page = (path: string) => pages.find((each) => each.path === path)?.html ?? '';
    expect(page('/articles/1988/01/01/')).toContain('<h1>vendredi 1er janvier 1988</h1>');
    expect(page('/articles/2004/05/18/everything-in-markdown/')).toContain('Notes de la rédaction');
    expect(page('/')).toContain('Les 11 articles');
    expect(await readFile(join(french.dist, 'feed.xml'), 'utf8')).toContain('Rectificatif, ');
  });

  test('gives the browser French messages only', async () => {
    const files = (await listFiles(join(french.dist, '_astro'))).filter((file) => file.endsWith('.js'));
    const code = (
      await Promise.all(files.map((file) => readFile(join(french.dist, '_astro', file), 'utf8')))
    ).join('\n');
    for (const word of ['Aucun article', 'Noms', 'Sans date', ' sur ']) expect(code).toContain(word);
    for (const word of ['No article', '"Names"', 'Undated', 'Filter ']) expect(code).not.toContain(word);
  });
});

describe('a site in a language without messages', () => {
  test('has its interface in English, and marks the language of the archive’s own texts', async () => {
    const [folder, dist] = [await makeFolder(), join(await makeFolder(), 'dist')];
    await cp(fixtures.variety.content, folder, { recursive: true });
    const site = (await readFile(join(folder, 'site.yaml'), 'utf8')).replace('language: en', 'language: ar');
    await writeFile(join(folder, 'site.yaml'), site);
    const { code, stderr } = await runWarm('build', folder, ['--out-dir', dist]);
    expect(code, stderr).toBe(0);
    const pages = await readPages(dist, '/');
    const languageOf = (element: Element | null | undefined) => {
      const marked = element?.closest('[lang]');
      return [marked?.getAttribute('lang'), marked?.getAttribute('dir')];
    };
    for (const { document, path } of pages) {
      expect(languageOf(document.documentElement), path).toEqual(['en', 'ltr']);
      const title = document.querySelector('.nameplate-title a');
      if (title) expect(languageOf(title), path).toEqual(['ar', 'rtl']);
    }
    const find = (path: string, selector: string) =>
      pages.find((page) => page.path === path)?.document.querySelector(selector);
    const article = '/articles/2004/05/18/everything-in-markdown/';
    for (const selector of ['h1', '.text', '.tags a']) {
      expect(languageOf(find(article, selector)), selector).toEqual(['ar', 'rtl']);
    }
    for (const selector of ['h1', '.description', '.note']) {
      expect(languageOf(find('/people/ada-brook/', selector)), selector).toEqual(['ar', 'rtl']);
    }
    expect(languageOf(find(article, '.provenance h2'))).toEqual(['en', 'ltr']);
  });
});
