import { describe, expect, test } from 'vitest';

import { fixtures, type FixtureName } from '../support/site-fixtures.ts';
import { all, readPages, type BuiltPage } from '../support/read-site.ts';

/** What Zotero keeps of a page. */
interface ZoteroItem {
  itemType: string;
  title: string | undefined;
  creators: { firstName?: string; lastName: string }[];
  date: string | undefined;
  language: string | undefined;
  publicationTitle: string | undefined;
  edition: string | undefined;
  section: string | undefined;
  pages: string;
  ISSN: string | undefined;
  url: string | undefined;
}

/** The namespaces whose tags Zotero's translator "Embedded Metadata" hands to its translator "RDF". */
const prefixes = [
  'bib',
  'bibo',
  'dc',
  'dcterms',
  'prism',
  'foaf',
  'vcard',
  'link',
  'z',
  'eprints',
  'og',
  'article',
];

/** Reads a page by the rules of those two translators, which cannot be run here. */
function readAsZotero(page: BuiltPage): ZoteroItem {
  const tags = all(page, 'head > meta').flatMap((meta) => {
    const names = meta.getAttribute('name') ?? meta.getAttribute('property') ?? '';
    const content = meta.getAttribute('content') ?? '';
    return content ? names.split(/\s+/).map((name) => ({ name, content })) : [];
  });
  const statements = tags.flatMap(({ name, content }) => {
    const [, prefix = '', first = '', rest = ''] = /^([^.:_]*)[.:_](.)(.*)$/.exec(name) ?? [];
    const known = prefixes.includes(prefix.toLowerCase());
    return known ? [{ property: `${prefix.toLowerCase()}:${first.toLowerCase()}${rest}`, content }] : [];
  });
  const stated = (property: string) => statements.find((each) => each.property === property)?.content;
  const highwire = (wanted: string) => tags.filter(({ name }) => name.endsWith(wanted));
  const isJournal = highwire('citation_journal_title').length > 0;
  const guess = isJournal || highwire('citation_title').length > 0 ? 'journalArticle' : 'webpage';
  return {
    itemType: stated('z:itemType') ?? guess,
    title: highwire('citation_title')[0]?.content ?? stated('og:title'),
    creators: highwire('citation_author').flatMap(({ content }) => splitAuthors(content).map(cleanAuthor)),
    date: highwire('citation_date')[0]?.content ?? stated('og:published_time'),
    language: highwire('citation_language')[0]?.content,
    publicationTitle: stated('prism:publicationName') ?? stated('dc:source') ?? stated('og:site_name'),
    edition: stated('prism:edition'),
    section: stated('article:section'),
    pages: ['citation_firstpage', 'citation_lastpage']
      .flatMap((each) => highwire(each)[0]?.content ?? [])
      .join('-'),
    ISSN: highwire('citation_issn')[0]?.content,
    url: stated('og:url'),
  };
}

/** At semicolons; at commas where there are two words on either side. */
function splitAuthors(content: string): string[] {
  const bySemicolon = content.split(/\s*;\s*/);
  const byComma = content.split(/\s*,\s*/);
  const areSeveral = byComma.length > 1 && byComma.slice(0, 2).every((part) => part.includes(' '));
  return bySemicolon.length === 1 && areSeveral ? byComma : bySemicolon;
}

function cleanAuthor(author: string): { firstName?: string; lastName: string } {
  const trimmed = author.replace(/[\s.,/[\]:]+$/, '');
  const [last = '', first] = trimmed.split(/, ?/);
  if (author.includes(',')) return { lastName: last, ...(first && { firstName: first }) };
  const space = trimmed.lastIndexOf(' ');
  if (space === -1) return { lastName: trimmed };
  return { firstName: trimmed.slice(0, space), lastName: trimmed.slice(space + 1) };
}

const readArticles = async (name: FixtureName) => {
  const pages = await readPages(fixtures[name].dist, fixtures[name].base);
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return {
    articles: pages.filter(({ document }) => document.querySelector('.article')),
    /** The links that save a citation, where the page of its article leads. */
    savedFrom: (article: BuiltPage) => {
      const [path = '', id = ''] = all(article, '#save-citation')[0]?.getAttribute('href')?.split('#') ?? [];
      const saved = byPath.get(path)?.document.getElementById(id);
      return [...(saved?.querySelectorAll('a[download]') ?? [])];
    },
  };
};
const names: FixtureName[] = ['seed', 'generated', 'variety'];

describe.each(names)('each article of %s', async (name) => {
  const { articles, savedFrom } = await readArticles(name);

  test('is a newspaper article to Zotero, with what its page says of it', () => {
    expect(articles.length).toBeGreaterThan(0);
    for (const page of articles) {
      const item = readAsZotero(page);
      const said = (selector: string) => all(page, selector)[0]?.textContent.trim();
      expect(item.itemType, page.path).toBe('newspaperArticle');
      expect(item.title).toBe(said('h1'));
      const shown = said('.dateline')?.replace(/\b[A-Z][a-z]+day, /g, '');
      const machineReadable = all(page, '.dateline time')[0]?.getAttribute('datetime');
      expect(item.date).toBe(machineReadable ?? (shown === 'Undated' ? undefined : shown));
      expect(item.url).toBe(all(page, 'link[rel=canonical]')[0]?.getAttribute('href'));
      expect(item.language).toMatch(/^[a-z]{2}/);
      const authors = item.creators.map(({ firstName, lastName }) =>
        [firstName, lastName].filter(Boolean).join(' '),
      );
      expect(authors.join(', ')).toBe(said('.byline') ?? '');
      expect(page.html).not.toContain('citation_journal_title');
    }
  });

  test('shows its citation, and leads to where it is saved in three formats', () => {
    for (const page of articles) {
      const item = readAsZotero(page);
      const citation = all(page, '.citation')[0]?.textContent ?? '';
      expect(citation.endsWith(` ${item.url}`), citation).toBe(true);
      expect(citation).toContain(item.title);
      expect(citation).toContain(item.publicationTitle);
      const links = savedFrom(page);
      expect(links.map((link) => link.getAttribute('download')?.split('.').at(-1))).toEqual([
        'bib',
        'ris',
        'json',
      ]);
      const [csl] = JSON.parse(savedBy(links[2])) as { URL: string }[];
      expect(csl?.URL).toBe(item.url);
    }
  });
});

/** What a link with a `data:` address saves. */
function savedBy(link: Element | undefined): string {
  const address = link?.getAttribute('href') ?? '';
  return decodeURIComponent(address.slice(address.indexOf(',') + 1));
}

test('Zotero reads where an article was printed, as the saved citation has it', async () => {
  const { articles, savedFrom } = await readArticles('issues');
  const read = new Map<string, number>();
  for (const page of articles) {
    const { edition, section, pages, ISSN } = readAsZotero(page);
    const [csl] = JSON.parse(savedBy(savedFrom(page)[2])) as Record<string, string>[];
    const saved = { edition: csl?.edition, section: csl?.section, pages: csl?.page ?? '', ISSN: csl?.ISSN };
    expect({ edition, section, pages: pages.replace('-', '–'), ISSN }, page.path).toEqual(saved);
    for (const [key, value] of Object.entries(saved)) if (value) read.set(key, (read.get(key) ?? 0) + 1);
  }
  for (const key of ['edition', 'section', 'pages', 'ISSN']) expect(read.get(key), key).toBeGreaterThan(100);
});

test('a byline is cited by the records of its names', async () => {
  const { articles, savedFrom } = await readArticles('variety');
  const page = articles.find(({ path }) => path === '/articles/2004/an-interval/');
  const item = page && readAsZotero(page);
  expect(item?.creators).toEqual([
    { firstName: 'Ada', lastName: 'Brook' },
    { lastName: 'Harbour Board' },
    { lastName: '王丽' },
  ]);
  expect(item?.date).toBe('March 2004 to May 2004');
  const csl = page && savedFrom(page)[2];
  expect(JSON.parse(savedBy(csl))).toEqual([
    expect.objectContaining({
      author: [{ literal: 'Ada Brook' }, { literal: 'Harbour Board' }, { literal: '王丽' }],
    }),
  ]);
});
