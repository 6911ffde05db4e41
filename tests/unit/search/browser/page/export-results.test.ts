import { describe, expect, test } from 'vitest';

import type { Hit } from '../../../../../src/search/browser/engine/worker-messages.ts';
import { renderCitations, renderTable } from '../../../../../src/search/browser/page/export-results.ts';

const hit: Hit = {
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
  excerpt: [],
  found: [],
};
const titled = (text: string): Hit => ({ ...hit, title: [{ text, isMatch: false }] });

describe('renderTable', () => {
  test('writes a line an article, dates in EDTF', () => {
    expect(renderTable([hit])).toBe(
      'title,date,byline,source,language,url\r\n' +
        'Harbour opens,2021-07-18,Eve Stone,The Gazette,en,https://example.org/articles/2021/07/18/a/\r\n',
    );
  });

  test('quotes what has commas, quotation marks or line ends', () => {
    expect(renderTable([titled('A, "B"\nC')])).toContain('\r\n"A, ""B""\nC",');
  });

  test.for(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('keeps %j from being a formula', (text) => {
    expect(renderTable([titled(text)])).toContain(`\r\n'${text}`);
  });
});

describe('renderCitations', () => {
  test('says who, what, where, when, and where it is kept', () => {
    expect(renderCitations([hit], 'Dateline')).toBe(
      'Eve Stone. “Harbour opens.” The Gazette, 18 July 2021. Dateline. https://example.org/articles/2021/07/18/a/\n',
    );
  });

  test('leaves supplied titles in brackets, and says that a date is not known', () => {
    const scrap = { ...titled('[A scrap]'), byline: '', source: '', date: 'Undated', cited: '', edtf: '' };
    expect(renderCitations([scrap], 'Dateline')).toMatch(/^\[A scrap\]\. n\.d\. Dateline\. https/);
  });
});
