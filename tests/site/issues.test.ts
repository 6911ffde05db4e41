import { gzipSync } from 'node:zlib';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Maniiifest } from 'maniiifest';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';

import { fixtures } from '../support/site-fixtures.ts';

const { base, dist, port } = fixtures.issues;
const origin = `http://localhost:${port}`;
const post = 'publications/harbour-post/';
const march = `${post}1998/03/12/`;

function readFile(path: string): string {
  return readFileSync(join(dist, path), 'utf8');
}

function open(path: string): Document {
  return parseHTML(readFile(`${path}index.html`)).document as unknown as Document;
}

function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function listTexts(path: string, selector: string): string[] {
  return [...open(path).querySelectorAll(selector)].map(textOf);
}

/** The paths that links of a page lead to, below the home page. */
function listLinks(path: string, selector: string): string[] {
  return [...open(path).querySelectorAll(selector)].map((link) =>
    (link.getAttribute('href') ?? '').replace(base, ''),
  );
}

describe('a publication with issues', () => {
  test('leads to its years, first and last issue, and to what has no date', () => {
    expect(listTexts(post, '.issue-calendar .list-ends')).toEqual([
      '125 issues First issue 8 March 1990 Latest issue 24 September 2009',
    ]);
    const links = listLinks(post, '.issue-calendar a[href]:not(svg a)');
    expect(links).toEqual(
      expect.arrayContaining([
        `${post}1990/03/08/`,
        `${post}2009/09/24/`,
        ...Array.from({ length: 20 }, (_, index) => `${post}${1990 + index}/`),
        `${post}undated/`,
      ]),
    );
    for (const link of links) expect(existsSync(join(dist, link, 'index.html')), link).toBe(true);
  });

  test('has a page for each year, month and issue of it, and for no other', () => {
    expect(listLinks(`${post}1998/`, '.small-months a')).toEqual(
      ['03', '03/08', '03/09', '03/12', '03/13', '03/16', '03/17', '03/24']
        .concat(['04', '09', '09/08', '09/09', '09/24'])
        .map((path) => `${post}1998/${path}/`),
    );
    for (const path of listLinks(`${post}1998/`, '.small-months a'))
      expect(existsSync(join(dist, path, 'index.html')), path).toBe(true);
    for (const path of ['1998/04/01/', '1998/03/10/', '1998/05/'])
      expect(existsSync(join(dist, post, path)), path).toBe(false);
  });

  test('keeps the addresses of the decades that its list had before it had issues', () => {
    for (const path of ['1990s/', '2000s/'])
      expect(readFile(`${post}${path}index.html`), path).toContain(`url=${base}${post}"`);
  });

  test('says how many issues a year and its months have', () => {
    expect(listTexts(`${post}1998/`, '.page-head .count')[0]).toMatch(/^11 issues, 38 articles/);
    expect(listTexts(`${post}1998/`, '.small-months caption').slice(0, 4)).toEqual([
      'January –',
      'February –',
      'March 8 issues',
      'April 1 article',
    ]);
  });

  test('lists what is known to the year or month only where it belongs', () => {
    expect(listTexts(`${post}1999/`, '.article-list .label')).toEqual(['1999']);
    expect(listTexts(`${post}1998/03/`, '.article-list .label')).toEqual([
      expect.stringMatching(/^about 12 March 1998/),
    ]);
  });
});

test('a website has no issues', () => {
  expect(listTexts('publications/tide-online/', '.issue-calendar')).toEqual([]);
  expect(existsSync(join(dist, 'publications/tide-online/1998'))).toBe(false);
});

describe('the page of an issue', () => {
  test('has its name, day and number', () => {
    expect(listTexts(march, 'h1')).toEqual(['The Harbour Post Thursday, 12 March 1998']);
    expect(listTexts(march, '.issue-number')).toEqual(['No. 4,312']);
    expect(listTexts(march, '.breadcrumb li')).toEqual(['Publications', 'The Harbour Post', '1998', 'March']);
  });

  test('has its articles by page', () => {
    expect(listTexts(march, '.year-group > h2')).toEqual([
      'Page iv, News',
      'Page 1, News',
      'Page 2, News',
      'Page 9',
      'Page 12',
      'Pages 12–13',
      'Page A2, Business',
      'Page A12, Business',
      'Page B1',
      'Page not known, Letters',
      'Page not known',
    ]);
    expect(listTexts(march, '.article-list > li')).toHaveLength(16);
  });

  test('says of each article which section of its page it is in, where there are several', () => {
    const path = join(fixtures.demo.dist, 'publications/ternhythe-gazette/1899/09/16/index.html');
    const { document } = parseHTML(readFileSync(path, 'utf8'));
    const texts = (selector: string) => [...document.querySelectorAll(selector)].map(textOf);
    expect(texts('.year-group > h2')).toEqual(['Page 1']);
    expect(texts('.article-list .label')).toEqual(['Council', 'News', 'Shipping']);
  });

  test('has two issues of one day and edition under their numbers', () => {
    expect(listTexts(`${post}1998/03/16/`, 'h2')).toEqual([
      'No. 4,314, late edition',
      'No. 4,315, late edition',
    ]);
  });

  test('has editions, whatever the language of their names', () => {
    expect(listTexts(`${post}1998/03/17/`, 'h2')).toEqual(
      ['Abendausgabe', 'édition du soir', 'late edition', '晚报版'].map((name) => `No. 4,316, ${name}`),
    );
  });

  test('leads to the issues before and after it, and says of which days the archive has none', () => {
    expect(listLinks(march, '.previous-next a')).toEqual([`${post}1998/03/09/`, `${post}1998/03/13/`]);
    expect(listTexts(march, '.archive-word')).toEqual([
      'No issue of 10 March 1998 to 11 March 1998 in this archive.',
    ]);
    expect(listTexts(`${post}1998/03/17/`, '.archive-word')).toEqual([
      'No issue of 18 March 1998 to 23 March 1998 in this archive.',
    ]);
    expect(listLinks(`${post}1990/03/08/`, '.previous-next a')).toEqual([`${post}1990/03/09/`]);
  });

  test('has the articles of a record that was merged into its publication', () => {
    expect(listTexts(`${post}1998/03/13/`, '.article-list > li')).toHaveLength(1);
    for (const path of ['', '1998/', '1998/03/', '1998/03/13/', 'sections/business/'])
      expect(readFile(`publications/the-post/${path}index.html`), path).toContain(
        `url=${base}${post}${path}"`,
      );
  });

  test('shows each page once, in order, linked to its largest picture', () => {
    expect(listTexts(march, '.printed figcaption')).toEqual(
      ['iv', '1', '2', 'A2', 'A12'].map((page) => expect.stringContaining(`Page ${page}`) as string),
    );
    for (const link of listLinks(march, '.printed-page > a'))
      expect(existsSync(join(dist, link)), link).toBe(true);
  });

  test('is in the sitemap', () => {
    expect(readFile('sitemap-1.xml')).toContain(`<loc>${origin}${base}${march}</loc>`);
  });

  test('is described as a PublicationIssue of its Periodical, with its articles', () => {
    const json = open(march).querySelector('script[type="application/ld+json"]')?.textContent ?? '';
    const [issue] = (JSON.parse(json) as { '@graph': object[] })['@graph'];
    expect(issue).toMatchObject({
      '@type': 'PublicationIssue',
      '@id': origin + base + march,
      issueNumber: '4,312',
      datePublished: '1998-03-12',
      isPartOf: [{ '@type': 'Periodical', issn: '1234-5679' }, { '@id': base }],
      associatedMedia: { contentUrl: `${origin}${base}${march}manifest.json` },
    });
    expect(issue).toHaveProperty('hasPart.length', 16);
  });
});

test('the calendars of issues are small', () => {
  for (const path of [post, `${post}1998/`, `${post}1998/03/`, march])
    expect(gzipSync(readFile(`${path}index.html`)).length).toBeLessThan(100_000);
});

describe('an article in an issue', () => {
  const [first = '', ...others] = listLinksInOrder();

  function listLinksInOrder(): string[] {
    return listLinks(march, '.article-list-title a');
  }

  test('is before the next one of its issue, all the way from the first page to the last', () => {
    let path = first;
    for (const expected of others) {
      const next = open(path).querySelector('.previous-next [rel=next]');
      expect(next?.getAttribute('href')).toBe(base + expected);
      expect(textOf(next)).toMatch(/^Next in this issue/);
      expect(listLinks(expected, '.previous-next [rel=prev]')).toEqual([path]);
      path = expected;
    }
    expect(listTexts(path, '.previous-next [rel=next]')).toEqual([expect.stringMatching(/^Next · /)]);
  });

  test('leads to its issue', () => {
    expect(listTexts(first, '.neighbours-within')).toEqual([
      'In this issue: The Harbour Post, 12 March 1998',
    ]);
    expect(listLinks(first, '.neighbours-within a')).toEqual([march]);
    expect(listTexts('articles/1998/03/12/report-365/', '.neighbours-within')).toEqual([]);
  });

  test('is in the list of its day where it stands in print', () => {
    const ofDay = listLinks('articles/1998/03/12/', '.article-list-title a');
    expect(ofDay.filter((link) => [first, ...others].includes(link))).toEqual([first, ...others]);
  });
});

interface Range {
  id: string;
  label: Record<string, string[]>;
  items: (Range | { type: 'SpecificResource'; source: { id: string } })[];
}

describe('the manifest of an issue (IIIF Presentation API 3.0)', () => {
  const manifest = JSON.parse(readFile(`${march}manifest.json`)) as {
    id: string;
    items: { id: string }[];
    structures: Range[];
  };

  test('is accepted by a parser that refuses what the specification does not allow', () => {
    const read = new Maniiifest(manifest);
    expect(read.getSpecificationType()).toBe('Manifest');
    expect([...read.iterateManifestCanvas()]).toHaveLength(5);
    const wrong = structuredClone(manifest) as { structures: Partial<Range>[] };
    delete wrong.structures[0]?.items;
    expect(() => new Maniiifest(wrong)).toThrow();
  });

  test('has the pages, and in ranges its number, pages, sections and articles', () => {
    const labels = (ranges: Range['items'], depth = 0): string[] =>
      ranges.flatMap((range) =>
        'label' in range
          ? ['  '.repeat(depth) + Object.values(range.label).flat().join(), ...labels(range.items, depth + 1)]
          : [],
      );
    const all = labels(manifest.structures);
    expect(all.slice(0, 4)).toEqual([
      'No. 4,312',
      '  Page iv',
      '    News',
      expect.stringMatching(/^ {6}The rowing club/),
    ]);
    expect(all.filter((label) => /^ {2}Page/.test(label)).map((label) => label.trim())).toEqual(
      ['iv', '1', '2', 'A2', 'A12'].map((page) => `Page ${page}`),
    );
  });

  test('names in its ranges only canvases that it has', () => {
    const canvases = new Set(manifest.items.map(({ id }) => id));
    const sources = (items: Range['items']): string[] =>
      items.flatMap((item) => ('source' in item ? [item.source.id] : sources(item.items)));
    expect(new Set(sources(manifest.structures))).toEqual(canvases);
  });

  test('is there for issues with pictures of pages only, and linked from their pages', () => {
    expect(existsSync(join(dist, post, '1998/03/13/manifest.json'))).toBe(false);
    expect(listLinks(march, '.printed > p > a')).toEqual([`${march}manifest.json`]);
  });
});

test('the data sets have a line for each issue, with every article in it once', () => {
  const lines = readFile('data/issues.ndjson')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toHaveLength(125 + 80);
  const text = JSON.stringify(lines.find(({ date, publication }) => date === '1998-03-12' && publication));
  expect(text).toContain('"issue":"4,312"');
  const days = lines.flatMap((line) =>
    Array.from(JSON.stringify(line.editions).matchAll(/\d{4}\/\d\d\/\d\d\/report-\d+/g), ([id]) => id),
  );
  expect(new Set(days).size).toBe(days.length);
  expect(days).toHaveLength(268 - 4 + 80);
  for (const id of days) expect(existsSync(join(dist, 'articles', id)), id).toBe(true);
});
