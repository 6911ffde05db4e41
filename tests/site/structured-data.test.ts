import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

import { fillContent, record } from '../support/content-folder.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { runWarm } from '../support/warm-commands.ts';
import { all, readPages, type BuiltPage } from '../support/read-site.ts';

type Node = Record<string, unknown>;

/** What a page says as JSON-LD, by type; its fixture says what its graph is. */
function graphOf(page: BuiltPage | undefined): Record<string, Node> {
  const [script] = page ? all(page, 'script[type="application/ld+json"]') : [];
  const data = JSON.parse(script?.textContent ?? '{}') as { '@context'?: string; '@graph'?: Node[] };
  expect(data['@context']).toBe('https://schema.org');
  return Object.fromEntries((data['@graph'] ?? []).map((node) => [String(node['@type']), node]));
}

const title = 'title: "</script><script>alert(1)</script> & “more”"';
const lines = [
  title,
  'subtitle: At noon',
  'byline: [Ada Lind, Bo Ek]',
  'dateline: NORHAVEN, May 5',
  'language: fr',
  'people: [ada-lind]',
  'places: [norhaven]',
  'topics: [trade]',
  'source: { publication: daily, issue: 7, edition: late edition, section: Trade, page: 4-5, url: https://example.org/daily }',
  'rights: Held by The Daily.',
  'corrections: [{ date: 2021-06, note: The hour. }, { date: 2021~, note: The day. }]',
];
const site = [
  'title: The Archive',
  'description: Made up',
  'language: en',
  'url: https://example.org/archive/',
  'license: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }',
  'publisher: { name: The Society, url: https://example.org/ }',
];
const home = await realpath(await mkdtemp(join(tmpdir(), 'dateline-data-')));
afterAll(() => rm(home, { recursive: true }));
const root = join(home, 'content');
await fillContent(root, {
  'site.yaml': `${site.join('\n')}\n`,
  'articles/2021/05/day.md': record(...lines, 'date: 2021-05-05'),
  'articles/2021/month.md': record(...lines, 'date: 2021-05'),
  'articles/2021/about.md': record(...lines, 'date: 2021~'),
  'publications/daily.md':
    '---\nname: The Daily\ndescription: A newspaper\nplace: norhaven\nfrom: 1901\nissn: 2049-3630\nhomepage: https://example.org/\n---\n',
  'people/ada-lind.md':
    '---\nname: Ada Lind\ndescription: Harbour master\nvariants: [A. Lind]\nsameAs: [https://www.wikidata.org/entity/Q1]\nroles: [{ title: Harbour master, from: 2001, to: 2004-05 }]\n---\n',
});
const dist = join(home, 'dist');
const { code, stderr } = await runWarm('build', root, ['--out-dir', dist]);
if (code !== 0) throw new Error(stderr);
const pages = new Map((await readPages(dist, '/archive/')).map((page) => [page.path, page]));

describe('the structured data of an article', () => {
  const page = pages.get('/archive/articles/2021/05/day/');
  const { NewsArticle: news, BreadcrumbList: breadcrumb } = graphOf(page);

  test('say what the page says of it', () => {
    expect(news).toMatchObject({
      '@id': 'https://example.org/archive/articles/2021/05/day/',
      headline: '</script><script>alert(1)</script> & “more”',
      alternativeHeadline: 'At noon',
      datePublished: '2021-05-05',
      inLanguage: 'fr',
      author: [
        { '@type': 'Person', name: 'Ada Lind' },
        { '@type': 'Person', name: 'Bo Ek' },
      ],
      dateline: 'NORHAVEN, May 5',
      correction: [
        { '@type': 'CorrectionComment', text: 'The hour.', datePublished: '2021-06' },
        { '@type': 'CorrectionComment', text: 'The day.' },
      ],
      isBasedOn: { '@type': 'CreativeWork', url: 'https://example.org/daily' },
      isPartOf: [
        {
          '@type': 'PublicationIssue',
          issueNumber: '7',
          isPartOf: { '@id': '/archive/publications/daily/' },
        },
        { '@id': '/archive/' },
      ],
      printEdition: 'late edition',
      printSection: 'Trade',
      articleSection: 'Trade',
      printPage: '4-5',
      pageStart: '4',
      pageEnd: '5',
      copyrightNotice: 'Held by The Daily.',
      publisher: { '@id': '/archive/#publisher', name: 'The Society' },
      sdLicense: 'https://creativecommons.org/licenses/by/4.0/',
    });
    expect(news?.about).toEqual([
      { '@id': '/archive/people/ada-lind/' },
      { '@id': '/archive/places/norhaven/' },
      { '@id': '/archive/topics/trade/' },
    ]);
    // The text names the place and not the person.
    expect(news?.mentions).toEqual([{ '@id': '/archive/places/norhaven/' }]);
  });

  test('refer to nothing that no page describes, by the identifier that this page gives it', () => {
    const address = 'https://example.org/archive/articles/2021/05/day/';
    const references = JSON.stringify(news).matchAll(
      /\{(?:"@type":"(?:Organization|Periodical)",)?"@id":"([^"]+)"/g,
    );
    const found = Array.from(references, ([, id = '']) => {
      const target = new URL(id, address);
      const nodes = Object.values(graphOf(pages.get(target.pathname)));
      return nodes.find((node) => node['@id'] === target.href);
    });
    expect(found).toHaveLength(7);
    expect(found.map((node) => [node?.['@type'], node?.name])).toEqual(
      expect.arrayContaining([
        ['Person', 'Ada Lind'],
        ['Place', 'Norhaven'],
        ['DefinedTerm', 'Trade'],
        ['Periodical', 'The Daily'],
        ['WebSite', 'The Archive'],
        ['Organization', 'The Society'],
      ]),
    );
    expect(found).not.toContain(undefined);
  });

  test('have breadcrumbs by its date', () => {
    const steps = breadcrumb?.itemListElement as Node[];
    expect(steps.map(({ position, item }) => [position, item])).toEqual([
      [1, '/archive/articles/'],
      [2, '/archive/articles/2021/'],
      [3, '/archive/articles/2021/05/'],
      [4, '/archive/articles/2021/05/05/'],
    ]);
  });

  test('say no more about a date than is known', () => {
    const dateOf = (path: string) => graphOf(pages.get(path)).NewsArticle?.datePublished;
    expect(dateOf('/archive/articles/2021/month/')).toBe('2021-05');
    expect(dateOf('/archive/articles/2021/about/')).toBeUndefined();
  });

  test('are not cut off by a title that would end a script', () => {
    const scripts = page ? all(page, 'script').map(({ textContent }) => textContent ?? '') : [];
    expect(scripts).toHaveLength(2);
    expect(scripts.filter((text) => text.includes('alert(1)')).map((text) => text[0])).toEqual(['{']);
  });
});

test('the structured data of the home page say what the archive is, and who publishes it', () => {
  const { WebSite: site, Organization: publisher } = graphOf(pages.get('/archive/'));
  expect(site).toEqual({
    '@type': 'WebSite',
    '@id': 'https://example.org/archive/',
    name: 'The Archive',
    url: 'https://example.org/archive/',
    isAccessibleForFree: true,
    publisher: { '@id': '/archive/#publisher' },
  });
  expect(publisher).toMatchObject({ name: 'The Society', url: 'https://example.org/' });
});

test('the structured data of a record say who or what it is', () => {
  const { Person: person } = graphOf(pages.get('/archive/people/ada-lind/'));
  expect(person).toMatchObject({
    '@id': 'https://example.org/archive/people/ada-lind/',
    name: 'Ada Lind',
    alternateName: ['A. Lind'],
    description: 'Harbour master',
    sameAs: ['https://www.wikidata.org/entity/Q1'],
    hasOccupation: [{ '@type': 'Role', roleName: 'Harbour master', startDate: '2001', endDate: '2004-05' }],
  });
  const kinds = ['places/norhaven', 'organizations/harbour-board', 'topics/trade'].map(
    (key) => Object.keys(graphOf(pages.get(`/archive/${key}/`)))[0],
  );
  expect(kinds).toEqual(['Place', 'Organization', 'DefinedTerm']);
  expect(graphOf(pages.get('/archive/publications/daily/')).Periodical).toMatchObject({
    name: 'The Daily',
    issn: '2049-3630',
    startDate: '1901',
    sameAs: ['https://example.org/'],
    locationCreated: { '@type': 'Place', name: 'Norhaven' },
  });
});

test.each(['seed', 'empty', 'below'] as const)(
  'the picture for cards is what pages say: %s',
  async (name) => {
    const { base, dist } = fixtures[name];
    const picture = await readFile(join(dist, 'share.png'));
    const pages = await readPages(dist, base);
    const shared = pages.filter(({ html }) => html.includes('og:image'));
    expect(shared.length).toBeGreaterThan(0);
    for (const { document, path } of shared) {
      const property = (key: string) =>
        document.querySelector(`meta[property="og:image${key}"]`)?.getAttribute('content');
      const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
      expect(property(''), path).toBe(new URL(`${base}share.png`, canonical ?? '').href);
      expect(property(':alt')).toBe(name === 'seed' ? 'Dateline, 2021' : property(':alt'));
      expect(property(':alt')).toBeTruthy();
      const card = document.querySelector('meta[name="twitter:card"]')?.getAttribute('content');
      expect(card).toBe('summary_large_image');
    }
    // PNG, section 11.2.1: width and height.
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(picture.length).toBeLessThan(100_000);
    const own = await readFile('tests/fixtures/share.png');
    expect(picture.equals(own)).toBe(name === 'below');
  },
);

test('a page that can be shared has what link previews need', async () => {
  const seed = await readPages(fixtures.seed.dist, '/');
  for (const page of seed.filter(({ document }) => document.querySelector('link[rel=canonical]'))) {
    const isRedirect = page.document.querySelector('meta[http-equiv=refresh]');
    if (isRedirect) continue;
    const property = (name: string) =>
      page.document.querySelector(`meta[property="og:${name}"]`)?.getAttribute('content');
    expect(property('url'), page.path).toBe(
      page.document.querySelector('link[rel=canonical]')?.getAttribute('href'),
    );
    for (const name of ['title', 'description', 'site_name']) expect(property(name), page.path).toBeTruthy();
    expect(property('type')).toBe(page.document.querySelector('.article') ? 'article' : 'website');
  }
});
