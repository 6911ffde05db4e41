import { findNearestName } from '../../../records/check/nearest-name.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { checkDocumentSize } from '../shared/document-size.ts';
import { refuseEncrypted } from '../shared/refuse-encrypted.ts';
import { openZip, type Zip } from '../shared/zip.ts';
import { SourceError } from '../source-error.ts';
import type { Item, ReadItems, ReceivedFile, SourceOptions } from '../source.ts';
import { chooseColumns, type ColumnChoice } from '../table/choose-columns.ts';
import { emptyTable, makeItem, type Cell } from '../table/row-item.ts';
import { openOds } from './ods.ts';
import { nameColumn, type Sheet, type SheetRow, type Workbook } from './workbook.ts';
import { openXlsx } from './xlsx.ts';

/** Reads a spreadsheet of Office Open XML: see {@link readSheets}. */
export const readXlsx: ReadItems = (file, options) => readSheets(file, options, openXlsx);

/** Reads a spreadsheet of OpenDocument: see {@link readSheets}. */
export const readOds: ReadItems = (file, options) => readSheets(file, options, openOds);

/**
 * Reads one sheet of a spreadsheet as a table with one article per row, whose first row with something in it names the
 * columns. Cells are what they show; dates are as ISO 8601 writes them; formulas are never calculated. Of each row, the
 * header and the row are kept as CSV, since the spreadsheet has all others too. Other sheets are skipped by name.
 */
async function* readSheets(
  file: ReceivedFile,
  options: SourceOptions,
  open: (zip: Zip) => Promise<Workbook>,
): AsyncIterable<Item> {
  checkDocumentSize(file);
  const zip = await openZip(file.path);
  try {
    await refuseEncrypted(zip);
    const book = await open(zip);
    const sheet = chooseSheet(book, options.sheet);
    let header: { names: string[]; plan: ColumnChoice } | undefined;
    let number = 0;
    for await (const row of sheet.readRows()) {
      if (!header) {
        const names = row.cells.map((name) => name.trim());
        header = { names, plan: chooseColumns(names, options.columns) };
        if (row.leftOut.length > 0) book.leftOut.push(...row.leftOut);
        continue;
      }
      const { names, plan } = header;
      const origin = { file: file.name, item: `row ${++number}`, line: row.number };
      const isFirst = number === 1;
      yield catchFailure(origin, () => {
        const { cells, beyond } = gatherCells(names, row);
        const bytes = new TextEncoder().encode(writeCsv([names, row.cells]));
        const leftOut = [...row.leftOut, ...beyond];
        const notices = isFirst ? [...book.notices, ...row.notices] : row.notices;
        const made = { cells, leftOut, notices, received: { bytes, extension: 'csv' as const } };
        return makeItem(made, origin, plan, options);
      });
    }
    if (number === 0) throw emptyTable();
    yield* listSkipped(file, book, sheet);
  } finally {
    zip.close();
  }
}

function chooseSheet({ sheets }: Workbook, wanted: string | undefined): Sheet {
  const names = sheets.map(({ name }) => name);
  const sheet =
    wanted === undefined
      ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
      : sheets.find(({ name }) => name === wanted);
  if (sheet) return sheet;
  const near = wanted === undefined ? undefined : findNearestName(wanted, names);
  const hint = near === undefined ? '' : `Did you mean "${near}"? `;
  const found = wanted === undefined ? 'a spreadsheet without sheets' : `no sheet "${wanted}"`;
  const fix = `${hint}Available: ${names.join(', ')}.`;
  throw new SourceError(found, 'a sheet', names.length === 0 ? 'Leave it out.' : fix);
}

/** The cells of a row by the names of their columns; several columns of one name are one. */
function gatherCells(names: readonly string[], { cells, number }: SheetRow) {
  const gathered = new Map<string, Cell>();
  for (const [index, name] of names.entries()) {
    const before = gathered.get(name)?.texts ?? [];
    gathered.set(name, { texts: [...before, cells[index] ?? ''], isList: false });
  }
  const beyond = cells
    .slice(names.length)
    .flatMap((text, index) =>
      text.trim() === ''
        ? []
        : [{ what: `a cell below no header, ${nameColumn(names.length + index)}${number}`, text }],
    );
  return { cells: gathered, beyond };
}

/** Rows as CSV (RFC 4180). */
function writeCsv(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string) => (/[",\r\n;\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('');
}

function* listSkipped(file: ReceivedFile, { sheets, leftOut }: Workbook, taken: Sheet): Iterable<Item> {
  for (const sheet of sheets) {
    if (sheet === taken) continue;
    const reason = `${sheet.isHidden ? 'a hidden' : 'another'} sheet of the spreadsheet: --sheet says which is taken`;
    yield { kind: 'skipped', origin: { file: file.name, item: `sheet "${sheet.name}"`, line: 1 }, reason };
  }
  for (const { what, text = '' } of leftOut)
    yield {
      kind: 'skipped',
      origin: { file: file.name, item: text, line: 1 },
      reason: `${what}, of which no row is`,
    };
}
