import { isUtf8 } from 'node:buffer';

import { decodeSource } from '../ingest/text/decode-source.ts';
import { markedEncoding } from '../ingest/text/declared-encoding.ts';
import {
  chooseDelimiter,
  cutRecords,
  delimiterLine,
  isBlank,
  readCells,
} from '../ingest/sources/table/csv-records.ts';
import { SourceError } from '../ingest/sources/source-error.ts';
import { findNearestName } from '../records/check/nearest-name.ts';
import { removeFormulaSafety } from './formula-safety.ts';
import { TableError, type RowPosition, type TableProblem } from './table-problem.ts';

/** A row of a table that was read. */
export interface TableRow extends RowPosition {
  /** The text of each known column that the table has, without spaces around it. */
  cells: ReadonlyMap<string, string>;
}

/** A table that was read. */
export interface Table {
  /** The name of its file, for messages. */
  name: string;
  /** The known columns that it has, in its own order. */
  columns: readonly string[];
  rows: readonly TableRow[];
  /** What is wrong with single rows, and columns that are unknown and not empty. */
  problems: readonly TableProblem[];
  /** Whether it can hold every character. A table that a spreadsheet saved in an older encoding has "?" for others. */
  isUnicode: boolean;
}

/** What a table may have. */
export interface TableColumns {
  known: readonly string[];
  /** Those without which it cannot be used. */
  required: readonly string[];
}

/** What files of spreadsheet programs begin with: .xlsx and .ods are ZIP files, .xls is a compound file. */
const spreadsheets = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** How much of a table the sign that parts its cells is found in, in characters. */
const longestHeader = 1 << 16;

const header: RowPosition = { line: 1, row: 1 };

/**
 * Reads a table that people have edited, as the programs save it: parted by commas, semicolons or tabs, with or without a
 * line `sep=`, in UTF-8 or UTF-16, or else in windows-1252; columns in any order.
 *
 * @param name of the file, for messages
 * @throws {TableError} when it cannot be used at all: it is no table, or lacks a required column
 */
export async function readTable(name: string, bytes: Uint8Array, expected: TableColumns): Promise<Table> {
  const text = decodeTable(name, bytes);
  const delimiter = chooseDelimiter(text.trimStart().slice(0, longestHeader));
  const problems: TableProblem[] = [];
  const rows: TableRow[] = [];
  let names: readonly string[] | undefined;
  let row = 0;
  const filled = new Map<number, RowPosition>();
  for await (const cut of cutRecords(asOnePiece(text), delimiter)) {
    if (!names && delimiterLine.test(cut.text?.trimStart() ?? '')) continue;
    const at = { line: cut.line, row: ++row };
    if (cut.text !== undefined && isBlank(cut.text, delimiter)) continue;
    let written: string[];
    try {
      written = readCells(cut.text, delimiter);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      const { found, fix, expected } = error.problem;
      problems.push({ at, found, expected, fix });
      continue;
    }
    const cells = written.map((cell) => removeFormulaSafety(cell).trim());
    if (!names) {
      names = cells;
      problems.push(...checkHeader(name, at, names, expected));
      continue;
    }
    for (const [index, cell] of cells.entries()) {
      if (cell !== '' && !expected.known.includes(names[index] ?? '') && !filled.has(index))
        filled.set(index, at);
    }
    problems.push(...findFormulas(at, names, written));
    const known = names.flatMap((column, index): [string, string][] =>
      expected.known.includes(column) && index < cells.length ? [[column, cells[index] ?? '']] : [],
    );
    rows.push({ ...at, cells: new Map(known) });
  }
  if (!names) throw new TableError(name, problems.length > 0 ? problems : [emptyTable]);
  for (const [index, at] of filled) problems.push(unknownColumn(names, index, at, expected.known));
  const columns = names.filter((column) => expected.known.includes(column));
  return { name, columns, rows, problems, isUnicode: isUnicode(bytes) };
}

const emptyTable: TableProblem = {
  at: header,
  found: 'a table without a header',
  expected: 'a first row with the names of the columns',
  fix: 'Export the table again.',
};

function decodeTable(name: string, bytes: Uint8Array): string {
  const refuse = (found: string, expected: string, fix: string) =>
    new TableError(name, [{ at: header, found, expected, fix }]);
  if (spreadsheets.some((signature) => signature.every((byte, index) => bytes[index] === byte)))
    throw refuse(
      'a file of a spreadsheet program',
      'a table as text (CSV)',
      'Save it there as “CSV UTF-8”, and give that file.',
    );
  try {
    return decodeSource(bytes, 'windows-1252');
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { found, expected } = error.problem;
    throw refuse(found, expected, 'Save it as “CSV UTF-8”.');
  }
}

async function* asOnePiece(text: string): AsyncIterable<string> {
  yield text;
}

function isUnicode(bytes: Uint8Array): boolean {
  return markedEncoding(bytes) !== undefined || isUtf8(bytes);
}

/** Formulas that a spreadsheet has saved instead of their results: only a text has the apostrophe. */
function findFormulas(at: RowPosition, names: readonly string[], written: readonly string[]): TableProblem[] {
  return written.flatMap((cell, index): TableProblem[] => {
    if (!cell.startsWith('=')) return [];
    const fix = 'Write its result instead, or an apostrophe before the "=" if it is a text.';
    return [{ at, column: names[index], found: 'a formula', expected: 'a text', fix }];
  });
}

/** @throws {TableError} when a required column is missing */
function checkHeader(
  name: string,
  at: RowPosition,
  names: readonly string[],
  { known, required }: TableColumns,
): TableProblem[] {
  const missing = required.filter((column) => !names.includes(column));
  const problems = missing.map((column): TableProblem => {
    const close = findNearestName(
      column,
      names.filter((each) => !known.includes(each)),
    );
    const fix = close
      ? `Rename the column "${close}" to "${column}".`
      : 'Export the table again, and keep this column.';
    return { at, found: `no column "${column}"`, expected: `the columns ${required.join(', ')}`, fix };
  });
  if (problems.length > 0) throw new TableError(name, problems);
  return names
    .filter((column, index) => known.includes(column) && names.indexOf(column) !== index)
    .map((column) => ({
      at,
      column,
      found: 'a second column of this name',
      expected: 'each column once',
      fix: 'Remove one of the two.',
    }));
}

function unknownColumn(
  names: readonly string[],
  index: number,
  at: RowPosition,
  known: readonly string[],
): TableProblem {
  const column = names[index];
  if (column === undefined || column === '') {
    const found = column === '' ? 'a cell in a column without a name' : 'more cells than the header has';
    return { at, found, expected: 'a name for each column', fix: 'Name the column, or empty it.' };
  }
  const close = findNearestName(
    column,
    known.filter((each) => !names.includes(each)),
  );
  const fix = close ? `Did you mean "${close}"? Otherwise remove the column.` : 'Remove the column.';
  return { at, column, found: 'a cell in an unknown column', expected: `one of: ${known.join(', ')}`, fix };
}
