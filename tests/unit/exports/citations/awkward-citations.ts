import { makeArchive } from '../../archive/entries.ts';
import { citeArticle, type Citation } from '../../../../src/exports/citations/citation.ts';

const archive = makeArchive({
  site: { title: 'Harbour & Sons, 100% {news}' },
  records: {
    people: {
      'ada-lind': { name: 'Ada Lind', sortName: 'Lind, Ada', variants: ['A. Lind'] },
      'wang-li': { name: 'Wang Li', sortName: 'Wang, Li', variants: ['王莉'] },
      one: { name: 'Bo Ek', sortName: 'Ek, Bo' },
      other: { name: 'Bo Ek', sortName: 'Bo, Ek' },
    },
    publications: {
      gazette: { name: 'The Gazette & Sons', issn: '2049-3630' },
      daily: { name: 'The Daily' },
    },
    organizations: { 'harbour-board': { name: 'The Harbour Board' } },
  },
  articles: {
    '2021/07/18/whole': {
      title: "NATO’s “Harbour” & 100% of #1_b: ~ ^ \\ {x} $5 ``a'' -- !",
      date: '2021-07-18',
      byline: ['A. Lind', 'Wang Li', '王莉', 'The Harbour Board', 'Staff and agencies', 'Bo Ek', 'Reuters'],
      language: 'zh-Hant',
      summary: 'A summary of {50%}\u0007 & more.',
      source: {
        publication: 'gazette',
        issue: '23,417',
        edition: 'late & final',
        section: 'Ships_1',
        page: 'A12–A14',
      },
    },
    '2021/07/month': { title: 'خبر من المرفأ', date: '2021-07', language: 'ar', byline: 'آدا ليند' },
    '2021/year': { title: 'Who was it?', date: '2021', source: { url: 'https://example.org/' } },
    '2021/about': { title: 'About it', date: '2021~', source: { publication: 'daily', page: 'iv' } },
    '2021/from-to': { title: 'From, to', date: '2021-07/2021-09~' },
    '1999/years': { title: 'Years', date: '1999/2001-02-03' },
    '0987/chronicle': { title: 'From a chronicle', date: '0987' },
    'undated/a-scrap': { title: 'A scrap', titleSupplied: true, byline: [] },
  },
});

/** Citations of an article each, by its id: every kind of date and of name, and signs that mean something to a format. */
export const citations: Readonly<Record<string, Citation>> = Object.fromEntries(
  archive.articles.map((article) => [article.id, citeArticle(archive, article)]),
);

/** One of them. */
export function citationOf(id: string): Citation {
  const citation = citations[id];
  if (!citation) throw new Error(`There is no citation of ${id}.`);
  return citation;
}
