import { describe, expect, test } from 'vitest';

import { formatCitation, type CitationFacts } from '../../../../src/exports/citations/format-citation.ts';
import { citing } from '../../../../src/languages/search/en.ts';
import { citing as citingInFrench } from '../../../../src/languages/search/fr.ts';

const facts: CitationFacts = {
  byline: 'Ada Lind, Bo Ek',
  title: 'Harbour reopens',
  isSupplied: false,
  source: 'The Gazette',
  date: '18 July 2021',
  archive: 'Dateline',
  url: 'https://example.org/a/',
};
const word = (changed: Partial<CitationFacts>) =>
  formatCitation({ ...facts, ...changed }, citing)
    .map(({ text }) => text)
    .join('');

describe('formatCitation', () => {
  test('says who, what, where, when, and where it is kept', () => {
    expect(word({})).toBe(
      'Ada Lind, Bo Ek. “Harbour reopens.” The Gazette, 18 July 2021. Dateline. https://example.org/a/',
    );
  });

  test('leaves out what is not known, and says that a date is not', () => {
    expect(word({ byline: '', source: '', date: '' })).toBe(
      '“Harbour reopens.” n.d. Dateline. https://example.org/a/',
    );
  });

  test('puts no quotation marks around a supplied title', () => {
    expect(word({ byline: '', title: '[A scrap]', isSupplied: true })).toMatch(
      /^\[A scrap\]\. The Gazette, 18/,
    );
  });

  test.for(['Who?', 'Stop!', 'Ends so.', '谁？', 'من؟'])('puts no second stop after %s', (title) => {
    expect(word({ title, byline: 'A. B.' })).toContain(`A. B. “${title}” The Gazette`);
  });

  test('has the signs of the language', () => {
    const words = formatCitation({ ...facts, date: '' }, citingInFrench).map(({ text }) => text);
    expect(words.join('')).toContain('«\u00a0Harbour reopens.\u00a0» The Gazette, s. d. Dateline');
  });

  test('says which stretch is which fact, so that each can be marked up', () => {
    const parts = formatCitation(facts, citing).flatMap(({ fact, text }) => (fact ? [[fact, text]] : []));
    expect(Object.fromEntries(parts)).toEqual({ ...facts, isSupplied: undefined });
  });
});
