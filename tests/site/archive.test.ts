import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

import { fixtures } from '../support/site-fixtures.ts';
import { all, listFiles, readPages, textOf } from '../support/read-site.ts';

const emptyPages = await readPages(fixtures.empty.dist, '/');
const { dist } = fixtures.variety;
const pages = new Map((await readPages(dist, '/')).map((page) => [page.path, page]));

function pageAt(path: string) {
  const page = pages.get(path);
  if (!page) throw new Error(`There is no page ${path}`);
  return page;
}

describe('an archive without articles', () => {
  test('says so on its home page', () => {
    const home = emptyPages.find(({ path }) => path === '/');
    expect(textOf(home?.document.querySelector('main'))).toContain('This archive has no articles yet.');
  });

  test('has an index of each vocabulary, a search and a colophon', () => {
    const paths = emptyPages.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/people/', '/places/', '/organizations/', '/topics/']));
    expect(paths).toEqual(expect.arrayContaining(['/search/', '/about/', '/articles/', '/404.html']));
  });
});

describe('an article page', () => {
  test('shows what frontmatter says, as text', () => {
    const page = pageAt('/articles/2004/05/18/everything-in-markdown/');
    expect(textOf(page.document.querySelector('h1'))).toBe(
      'Tables, <script>alert(1)</script> & “quotes” at Alder',
    );
    expect(textOf(page.document.querySelector('.subtitle'))).toBe('A subtitle with <b> in it');
    expect(textOf(page.document.querySelector('.byline'))).toBe('Eve Stone, Max Reed');
    expect(textOf(page.document.querySelector('.text-dateline'))).toBe('ALDER, May 18');
    const provenance = textOf(page.document.querySelector('.provenance'));
    for (const fact of ['The Alder Gazette', 'June 2004', 'Public domain'])
      expect(provenance).toContain(fact);
  });

  test('has the tags in four labelled groups', () => {
    const page = pageAt('/articles/2004/05/18/everything-in-markdown/');
    expect(all(page, '.tags h3').map(textOf)).toEqual(['People', 'Places', 'Organizations', 'Topics']);
  });

  test('says in which language and direction a foreign text is', () => {
    const page = pageAt('/articles/1987/12/31/arabic/');
    for (const selector of ['h1', '.text']) {
      const element = page.document.querySelector(selector);
      expect([element?.getAttribute('lang'), element?.getAttribute('dir')], selector).toEqual(['ar', 'rtl']);
    }
    expect(page.document.querySelector('.text a.mention')?.textContent).toBe('أدا بروك');
  });

  test('shows corrections with their dates', () => {
    const page = pageAt('/articles/2004/05/18/same-day/');
    expect(textOf(page.document.querySelector('.corrections h2'))).toBe('Correction');
    expect(textOf(page.document.querySelector('.corrections li'))).toBe(
      '2 January 2005: The tonnage was wrong and is now right.',
    );
  });

  test('leads to the previous and the next article, in the order of reading', () => {
    const page = pageAt('/articles/1988/01/02/chinese/');
    const links = [...page.document.querySelectorAll('.previous-next a')];
    expect(links.map((link) => [link.getAttribute('rel'), link.getAttribute('href')])).toEqual([
      ['prev', '/articles/1988/01/01/hebrew/'],
      ['next', '/articles/1988/01/03/japanese/'],
    ]);
  });

  test('shows dates that are less exact than a day as they are', () => {
    const dateline = (id: string) => textOf(pageAt(`/articles/${id}/`).document.querySelector('.dateline'));
    expect(dateline('2004/about-the-year')).toBe('about 2004');
    expect(dateline('2004/an-interval')).toBe('March 2004 to May 2004');
    expect(dateline('2004/05/month-only')).toBe('May 2004');
    expect(dateline('undated/a-scrap')).toBe('Undated');
    expect(dateline('0987/chronicle')).toBe('987');
  });
});

describe('a withdrawn article', () => {
  test('keeps its address, which says when and why', () => {
    const page = pageAt('/articles/2004/withdrawn-one/');
    const said = textOf(page.document.querySelector('main'));
    expect(said).toContain('withdrawn to protect someone’s privacy, on 1 March 2006');
    expect(said).toContain('Asked for by a person named in it.');
    expect(page.document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
  });

  test('leaves no word of its text in any file of the site', async () => {
    for (const file of await listFiles(dist)) {
      const bytes = await readFile(join(dist, file));
      const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      expect(plain.includes('zanzibarquux'), file).toBe(false);
    }
  });
});

describe('an address that has changed', () => {
  test.each([
    ['/articles/2004/05/17/same-day/', '/articles/2004/05/18/same-day/'],
    ['/people/a-brook/', '/people/ada-brook/'],
  ])('%s leads to %s', (former, now) => {
    const page = pageAt(former);
    expect(page.document.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toBe(
      `0; url=${now}`,
    );
    expect(page.document.querySelector('main a')?.getAttribute('href')).toBe(now);
    expect(pages.has(now)).toBe(true);
  });
});

describe('a record page', () => {
  test('shows the name, its variants, what the record is, and its roles', () => {
    const page = pageAt('/people/ada-brook/');
    const said = textOf(page.document.querySelector('main'));
    for (const fact of [
      'Ada Brook',
      'Made up for tests',
      'Brook',
      'أدا بروك',
      'Harbour master',
      '1999 – May 2004',
    ]) {
      expect(said).toContain(fact);
    }
    expect(textOf(page.document.querySelector('.note'))).toContain(
      'She kept a diary. See <b>the register</b>.',
    );
  });

  test('shows each article with the sentence that names the record, the name marked, newest first', () => {
    const page = pageAt('/people/ada-brook/');
    // Those about her, beside those by her. What has a page stands before what has none.
    const isAbout = (element: Element) => !element.closest('.articles-by');
    expect(all(page, '.article-list-title').filter(isAbout).map(textOf)).toEqual([
      'Tables, <script>alert(1)</script> & “quotes” at Alder',
      'Another of the same day',
      'Known to the year only',
      'خبر من المرفأ',
    ]);
    const evidence = all(page, '.evidence').filter(isAbout);
    expect(evidence.map(({ innerHTML }) => innerHTML.trim())).toEqual([
      '<mark>Ada Brook</mark> spoke in Alder.',
      '<mark>Brook</mark> came.',
      'In Old Town nobody remembers A. Brooke or any <mark>Brook</mark>.',
      'قالت <mark>أدا بروك</mark> إن السفينة وصلت.',
    ]);
  });

  test('says when the text does not name the record', () => {
    const page = pageAt('/people/nobody/');
    expect(textOf(page.document.querySelector('.article-list .archive-word'))).toBe(
      'Tagged by the archive; name not found in the text.',
    );
  });

  test('shows a topic’s articles with their first sentence', () => {
    const page = pageAt('/topics/ferries/');
    expect(all(page, '.evidence').map(textOf)).toEqual(['The ferries ran late from March to May.']);
  });

  test('names what it lies in and what lies in it', () => {
    const links = (path: string) =>
      all(pageAt(path), '.margin dl a').map((link) => link.getAttribute('href'));
    expect(links('/places/alder/old-town/')).toContain('/places/alder/');
    expect(links('/places/alder/')).toContain('/places/alder/old-town/');
    expect(links('/topics/ferries/')).toContain('/topics/shipping/');
  });
});

describe('the map of places', () => {
  test('has a dot for each place with coordinates and articles, each a link that says what it is', () => {
    const page = pageAt('/places/');
    const dots = all(page, '.map a').map((link) => [
      link.getAttribute('href'),
      textOf(link.querySelector('title')),
    ]);
    expect(dots).toEqual([['/places/alder/', 'Alder, 5 articles']]);
    expect(all(page, '.letter-index a').map((link) => link.getAttribute('href'))).toContain('/places/alder/');
    expect(pageAt('/people/').document.querySelector('.map')).toBeNull();
  });

  test('is small on the page of a place, and not there where the coordinates are not known', () => {
    expect(textOf(pageAt('/places/alder/').document.querySelector('.locator figcaption'))).toBe(
      '10.5° N, 20.25° W',
    );
    expect(pageAt('/places/alder/old-town/').document.querySelector('.locator')).toBeNull();
  });
});

describe('an index page', () => {
  test('files records under the letter of the sort name, without diacritics', () => {
    const page = pageAt('/people/');
    const groups = all(page, '.letter-index section').map((section) => [
      textOf(section.querySelector('h2')),
      ...[...section.querySelectorAll('li a')].map(textOf),
    ]);
    expect(groups).toEqual([
      ['A', 'Ada Brook'],
      ['N', 'Nobody Named'],
      ['O', 'O’Neill, Élodie'],
      ['W', 'Wang Li'],
    ]);
    expect(textOf(pageAt('/places/').document.querySelector('.letter-index h2'))).toBe('0–9');
  });
});
