import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';

import { readEntry, type ListEntry } from '../../../../src/components/reading-list/entry.ts';
import { listFormats } from '../../../../src/components/reading-list/export-list.ts';
import {
  mostIds,
  readListAddress,
  renderListAddress,
} from '../../../../src/components/reading-list/list-address.ts';
import {
  merge,
  parseStored,
  readStored,
  store,
} from '../../../../src/components/reading-list/stored-list.ts';
import { citationFormats, renderCitationFiles } from '../../../../src/exports/citations/citation-files.ts';
import type { Citation } from '../../../../src/exports/citations/citation.ts';
import { parseArchiveDate } from '../../../../src/records/date/archive-date.ts';

const cite = (id: string, more: Partial<Citation> = {}): Citation => ({
  id,
  title: `About "${id}", 100% <b>`,
  isSupplied: false,
  authors: [{ name: 'Ada Lind', isOrganization: false, parts: { family: 'Lind', given: 'Ada' } }],
  date: parseArchiveDate('2021-07-18'),
  formattedDate: { long: 'Sunday, 18 July 2021', short: '18 July 2021', datetime: '2021-07-18' },
  source: 'The Gazette',
  archive: 'Dateline',
  url: `https://example.org/articles/${id}/`,
  language: 'en',
  summary: undefined,
  ...more,
});
const citations = [
  cite('2021/07/18/a'),
  cite('undated/b', { date: undefined, formattedDate: undefined, source: undefined, authors: [] }),
];

/** The part of an article's page that has its citation, and the way to where it is saved. */
const article = (index: number) =>
  parseHTML(
    `<p class="dateline">18 July\n 2021</p><p class="citation">Cited\n <b>so</b></p><a id="save-citation" href="/citations/1/#cite_${index}">Save</a>`,
  ).document;

/** Loads the page on which the citations are saved. */
async function load(path: string): Promise<Document | null> {
  if (path !== '/citations/1/') return null;
  const { document } = parseHTML('<ul></ul>');
  for (const [index, citation] of citations.entries()) {
    const item = document.createElement('li');
    item.id = `cite_${index}`;
    for (const { href, name } of renderCitationFiles(citation)) {
      const link = document.createElement('a');
      link.setAttribute('href', href);
      link.setAttribute('download', name);
      item.append(link);
    }
    document.querySelector('ul')?.append(item);
  }
  return document;
}

const read = await Promise.all(citations.map((_, index) => readEntry(article(index), load)));
const entries = read.filter((entry): entry is ListEntry => entry !== undefined);

describe('an entry', () => {
  test('is read from the page of its article and that which it leads to', () => {
    expect(entries[0]).toMatchObject({
      id: '2021/07/18/a',
      title: 'About "2021/07/18/a", 100% <b>',
      date: '18 July 2021',
      citation: 'Cited so',
    });
  });

  test('is not read from another page, nor where its citation cannot be loaded', async () => {
    expect(await readEntry(parseHTML('<h1>Withdrawn</h1>').document, load)).toBeUndefined();
    expect(await readEntry(article(2), load)).toBeUndefined();
    expect(await readEntry(article(0), () => Promise.resolve(null))).toBeUndefined();
  });
});

describe('the export', () => {
  test.each(citationFormats)('in $format is that of the citations themselves', ({ extension, render }) => {
    expect(listFormats[extension]?.render(entries)).toBe(render(citations));
  });

  test('as a table has dates in EDTF, and what is not known empty', () => {
    expect(listFormats['csv']?.render(entries)).toBe(
      [
        '\uFEFFtitle,date,byline,publication,language,url',
        '"About ""2021/07/18/a"", 100% <b>",2021-07-18,Ada Lind,The Gazette,en,https://example.org/articles/2021/07/18/a/',
        '"About ""undated/b"", 100% <b>",,,,en,https://example.org/articles/undated/b/',
        '',
      ].join('\r\n'),
    );
  });
});

describe('an address', () => {
  test('is read as it was written, each id once', () => {
    const ids = ['2021/07/18/a', 'undated/b'];
    expect(readListAddress(renderListAddress([...ids, 'undated/b']))).toEqual({
      ids,
      wrong: [],
      isCut: false,
    });
    expect(readListAddress('?ids=2021%2F07%2F18%2Fa,+undated/b')?.ids).toEqual(ids);
  });

  test('without a list has none', () => {
    expect(readListAddress('?q=ferry')).toBeUndefined();
  });

  test('leads nowhere but to articles', () => {
    const wrong = ['../data', '//elsewhere.test/a', 'a', '2021/<b>', 'javascript:alert(1)/a'];
    expect(readListAddress(`?ids=${wrong.join(',')},`)).toEqual({ ids: [], wrong, isCut: false });
  });

  test('has no more articles than are loaded', () => {
    const ids = Array.from({ length: mostIds + 1 }, (_, index) => `2021/a-${index}`);
    const read = readListAddress(`?ids=${ids.join(',')}`);
    expect([read?.ids.length, read?.isCut]).toEqual([mostIds, true]);
  });
});

describe('a kept list', () => {
  test('that is damaged loses only what is', () => {
    expect(parseStored(JSON.stringify([entries[0], null, { id: 'a' }, 3]))).toEqual([entries[0]]);
    for (const text of [null, '', '{', '{}', 'null']) expect(parseStored(text)).toEqual([]);
  });

  test('has each article once', () => {
    expect(merge(entries, entries)).toEqual(entries);
  });

  test('cannot be read or written where there is no storage', () => {
    expect(readStored('/reading-list/')).toBeUndefined();
    expect(store('/reading-list/', entries)).toBe(false);
  });
});
