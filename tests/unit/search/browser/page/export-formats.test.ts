import { describe, expect, test } from 'vitest';

import type { ExportedHit } from '../../../../../src/search/browser/page/cite-hit.ts';
import {
  exportFormats,
  renderCitations,
  renderTable,
} from '../../../../../src/search/browser/page/export-formats.ts';

const hit: ExportedHit = {
  archive: 'Dateline',
  url: 'https://example.org/articles/2021/07/18/a/',
  title: [
    { text: 'Harbour ', isMatch: false },
    { text: 'opens', isMatch: true },
  ],
  date: 'Sunday, 18 July 2021',
  cited: '18 July 2021',
  edtf: '2021-07-18',
  isPossible: false,
  language: 'en',
  byline: 'Eve Stone',
  source: 'The Gazette',
  excerpt: [
    { text: '… the ', isMatch: false },
    { text: 'ferry', isMatch: true },
    { text: ' sailed …', isMatch: false },
  ],
  tags: { person: ['Ada Lind', 'Bo'], topic: ['=trade'] },
  found: [],
};
const titled = (text: string): ExportedHit => ({ ...hit, title: [{ text, isMatch: false }] });

const singulars = { people: 'person', topics: 'topic' };

describe('renderTable', () => {
  test('writes a line an article: dates in EDTF, tags by vocabulary, the best sentence', () => {
    expect(renderTable([hit], { singulars })).toBe(
      'title,date,byline,publication,language,people,topics,excerpt,url\r\n' +
        "Harbour opens,2021-07-18,Eve Stone,The Gazette,en,Ada Lind; Bo,'=trade,… the ferry sailed …," +
        'https://example.org/articles/2021/07/18/a/\r\n',
    );
  });

  test('quotes what has commas, quotation marks or line ends', () => {
    expect(renderTable([titled('A, "B"\nC')], { singulars })).toContain('\r\n"A, ""B""\nC",');
  });

  test.for(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('keeps %j from being a formula', (text) => {
    expect(renderTable([titled(text)], { singulars })).toContain(`\r\n'${text}`);
  });
});

describe('renderCitations', () => {
  test('says who, what, where, when, and where it is kept', () => {
    expect(renderCitations([hit])).toBe(
      'Eve Stone. “Harbour opens.” The Gazette, 18 July 2021. Dateline. https://example.org/articles/2021/07/18/a/\n',
    );
  });

  test('leaves supplied titles in brackets, and says that a date is not known', () => {
    const scrap = { ...titled('[A scrap]'), byline: '', source: '', date: 'Undated', cited: '', edtf: '' };
    expect(renderCitations([scrap])).toMatch(/^\[A scrap\]\. n\.d\. Dateline\. https/);
  });
});

describe('the formats of reference managers', () => {
  const context = { singulars, archive: 'Dateline' };
  const render = (format: string, ...hits: ExportedHit[]) =>
    exportFormats[format]?.render(hits, context) ?? '';
  const older = {
    ...titled('[A scrap]'),
    url: 'https://example.org/articles/1987/a-scrap/',
    byline: 'Eve Stone, Max Reed',
    source: '',
    cited: 'about 1987',
    edtf: '1987~',
  };

  test('have every article, with its id, authors, publication and what is known of its date', () => {
    const items = JSON.parse(render('json', hit, older)) as Record<string, unknown>[];
    expect(items).toEqual([
      {
        id: '2021/07/18/a',
        type: 'article-newspaper',
        title: 'Harbour opens',
        author: [{ literal: 'Eve Stone' }],
        'container-title': 'The Gazette',
        issued: { 'date-parts': [[2021, 7, 18]] },
        language: 'en',
        archive: 'Dateline',
        URL: hit.url,
      },
      {
        id: '1987/a-scrap',
        type: 'article-newspaper',
        title: '[A scrap]',
        author: [{ literal: 'Eve Stone' }, { literal: 'Max Reed' }],
        'container-title': 'Dateline',
        issued: { 'date-parts': [[1987]], circa: true },
        language: 'en',
        URL: older.url,
      },
    ]);
    expect(render('ris', hit, older).match(/^TY {2}- NEWS\r$/gm)).toHaveLength(2);
    expect(render('ris', hit, older)).toContain('AU  - Max Reed\r\n');
    expect(render('bib', hit, older).match(/^@article\{.*,$/gm)).toEqual([
      '@article{2021/07/18/a,',
      '@article{1987/a-scrap,',
    ]);
  });

  test('identify an article wherever it is published', () => {
    const addresses = [
      'https://example.org/news/articles/2021/07/18/a/',
      'https://other.example.org/articles/2021/07/18/a/',
      'https://example.org/articles/articles/2021/07/18/articles/',
    ];
    const keys = addresses.map((url) => /@article\{(.*),/.exec(render('bib', { ...hit, url }))?.[1]);
    expect(keys).toEqual(['2021/07/18/a', '2021/07/18/a', '2021/07/18/articles']);
  });

  test('identify articles of other archives by their addresses, since their ids may be the same', () => {
    const herald = { ...hit, archive: 'Herald', url: 'https://herald.example/old/articles/2021/07/18/a/' };
    const courier = { ...hit, archive: 'Courier', url: 'https://courier.example/articles/2021/07/18/a/' };
    expect(
      Array.from(render('bib', hit, herald, courier).matchAll(/^@article\{(.*),$/gm), ([, id]) => id),
    ).toEqual([
      '2021/07/18/a',
      'herald.example/old/articles/2021/07/18/a',
      'courier.example/articles/2021/07/18/a',
    ]);
  });

  test('leave out the date of an undated article', () => {
    expect(render('bib', { ...hit, edtf: '', cited: '' })).not.toContain('date =');
  });
});
