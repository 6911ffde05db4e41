import { writeCsv } from '../../exports/csv.ts';
import { search } from '../../languages/search/words.ts';
import { element } from './element.ts';
import type { Hit } from './messages.ts';

/** The columns of the table, in their order. */
const columns = ['title', 'date', 'byline', 'source', 'language', 'url'] as const;

/** Writes articles as a table (RFC 4180, UTF-8), dates in EDTF. */
export function writeTable(hits: readonly Hit[]): string {
  const rows = hits.map((hit) => {
    const { edtf: date, byline, source, language, url } = hit;
    const row = { title: titleOf(hit), date, byline, source, language, url };
    return columns.map((column) => row[column]);
  });
  return writeCsv([columns, ...rows]);
}

/**
 * Writes articles as a list of citations, one a line: byline, title (a supplied one stands in brackets already), source,
 * date, archive and permanent URL, as far as they are known.
 *
 * @param archive the archive's title
 */
export function writeCitations(hits: readonly Hit[], archive: string): string {
  const lines = hits.map((hit) => {
    const title = titleOf(hit);
    const cited = title.startsWith('[') ? title : search.quote(title);
    const parts = [hit.byline, cited, hit.source, hit.edtf ? hit.date : search.withoutDate, archive, hit.url];
    return `${parts.filter(Boolean).join('. ')}\n`;
  });
  return lines.join('');
}

function titleOf({ title }: Hit): string {
  return title.map(({ text }) => text).join('');
}

/** Has the browser save a text as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  element('a', { href, download: name }).click();
  URL.revokeObjectURL(href);
}
