import { parse } from 'csv-parse/sync';

import { SourceError } from '../sources/source-error.ts';
import { delimiterLine } from '../sources/table/csv-records.ts';
import { suggestColumns } from '../sources/table/foreign-names.ts';
import { fields, matchFieldNames, textFields } from '../sources/shared/field-names.ts';

const delimiters = ['\t', ';', '|', ','] as const;

/** How many fields the first line has to name for the text to be a table whatever follows. */
const manyKeys = 3;

/**
 * Whether a text is a table with a header: its first line names fields of an article, in English or another language, or
 * has the form of a header, and what follows has as many cells. Whether it can be read is for the reader of tables to say.
 *
 * @param start the beginning of the text; it may end anywhere
 */
export function looksLikeTable(start: string): boolean {
  if (delimiterLine.test(start)) return true;
  const [first = ''] = start.split(/[\r\n]/, 1);
  const whole = start.slice(0, start.lastIndexOf('\n') + 1) || start;
  const hasMore = start.trimEnd().length > first.length;
  return delimiters.some((delimiter) => {
    if (!first.includes(delimiter)) return false;
    const [header = []] = readRows(first, delimiter);
    const known = matchFieldNames(header, fields);
    const keys = textFields.some((field) => known.has(field)) ? known.size : 0;
    if (keys >= manyKeys) return true;
    const rows = readRows(whole, delimiter).slice(1);
    const isEven = rows.every((row) => row.length === header.length);
    // A first row that does not end within the sample has a quoted cell.
    if (keys > 1 && (rows.length === 0 ? keys === header.length && hasMore : isEven)) return true;
    if (!hasMore || !isHeader(first, header, delimiter)) return false;
    if (known.size + suggestColumns(header, fields).size > 1) return true;
    return rows.length > 0 && isEven && (header.length > 2 || rows.length > 2 || delimiter === '\t');
  });
}

/** Whether a line could be a header: several short names, none of them a sentence, as prose does not part its words. */
function isHeader(line: string, cells: readonly string[], delimiter: string): boolean {
  if (delimiter === ',' && /,[ \t]/.test(line)) return false;
  const names = cells.filter((cell) => cell !== '');
  return (
    names.length > 1 &&
    names.length * 2 > cells.length &&
    names.every((name) => name.length <= 40 && !/[.!?:]$|^\d+$/.test(name) && name.split(' ').length <= 5)
  );
}

/** The first rows, as far as they are valid. */
function readRows(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    to: 6,
    relax_column_count: true,
    relax_quotes: delimiter === '\t',
    skip_records_with_error: true,
    skip_empty_lines: true,
    trim: true,
  });
}

/** How many lines are looked at, and the fewest that make a table. */
const [sample, fewest] = [100, 4];

/**
 * Rejects a text most of whose lines are parted into the same number of cells, although its first line is no header: below a
 * title, or without a header at all.
 *
 * @throws {SourceError} that says what was seen
 */
export function refuseRaggedTable(start: string): void {
  const lines = start
    .split(/\r\n?|\n/, sample)
    .slice(0, -1)
    .filter((line) => line.trim() !== '');
  if (lines.length < fewest) return;
  for (const delimiter of delimiters) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      // A comma with a space after it is a sentence's, and a row of a table in Markdown begins with its sign.
      const isProse = delimiter === ',' ? /,[ \t]/.test(line) : /^[ \t]*\|/.test(line);
      const cells = isProse ? 0 : line.split(delimiter).filter((cell) => cell !== '').length;
      if (cells > 2) counts.set(cells, (counts.get(cells) ?? 0) + 1);
    }
    const [cells, rows] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [0, 0];
    if (rows < fewest - 1 || rows * 4 < lines.length * 3) continue;
    const sign = delimiter === '\t' ? 'tabs' : `"${delimiter}"`;
    throw new SourceError(
      `what looks like a table: ${rows} of its first ${lines.length} lines have ${cells} cells parted by ${sign}`,
      'a table that begins with a header, or a text',
      'Remove what stands above the header, or add one. If it is a text, say so: --format text.',
    );
  }
}
