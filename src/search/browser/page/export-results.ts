import { renderCsv } from '../../../exports/data/csv.ts';
import { formatCitation } from '../../../exports/citations/format-citation.ts';
import { citing } from '../../../languages/search/messages.ts';
import { element } from './element.ts';
import type { Hit } from '../engine/worker-messages.ts';

/** The columns of the table, in their order. */
const columns = ['title', 'date', 'byline', 'source', 'language', 'url'] as const;

/** Renders results as CSV (RFC 4180); dates are in EDTF. */
export function renderTable(hits: readonly Hit[]): string {
  const rows = hits.map((hit) => {
    const { edtf: date, byline, source, language, url } = hit;
    const row = { title: titleOf(hit), date, byline, source, language, url };
    return columns.map((column) => row[column]);
  });
  return renderCsv([columns, ...rows]);
}

/**
 * Renders results as a list of citations, one a line, as the articles' pages show them.
 *
 * @param archive the archive's title
 */
export function renderCitations(hits: readonly Hit[], archive: string): string {
  const lines = hits.map((hit) => {
    const { byline, source, cited: date, url } = hit;
    const title = titleOf(hit);
    const isSupplied = /^\[.*\]$/s.test(title);
    const parts = formatCitation({ byline, title, isSupplied, source, date, archive, url }, citing);
    return `${parts.map(({ text }) => text).join('')}\n`;
  });
  return lines.join('');
}

function titleOf({ title }: Hit): string {
  return title.map(({ text }) => text).join('');
}

/** Offers results as a download. */
export function saveResults(kind: 'csv' | 'citations', hits: readonly Hit[], archive: string): void {
  if (kind === 'csv') saveFile('search-results.csv', 'text/csv', renderTable(hits));
  else saveFile('search-results.txt', 'text/plain', renderCitations(hits, archive));
}

function saveFile(name: string, type: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  element('a', { href, download: name }).click();
  URL.revokeObjectURL(href);
}
