import { renderCsv } from '../exports/data/csv.ts';
import { addFormulaSafety } from './formula-safety.ts';

/** Tells spreadsheets that a table is in UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * Renders a table that people edit in a spreadsheet: CSV (RFC 4180) with commas and CRLF, in UTF-8 with a byte order mark.
 * No cell is read as a formula.
 *
 * @param rows the header first
 */
export function* renderTable(rows: Iterable<readonly string[]>): Iterable<string> {
  let start = byteOrderMark;
  for (const row of rows) {
    yield start + renderCsv([row.map(addFormulaSafety)]);
    start = '';
  }
}
