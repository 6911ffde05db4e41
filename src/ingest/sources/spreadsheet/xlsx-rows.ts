import type { LeftOut } from '../../drafts/draft.ts';
import { readXmlPieces } from '../shared/xml-part.ts';
import type { Zip } from '../shared/zip.ts';
import { SourceError } from '../source-error.ts';
import { showNumber } from './cell-text.ts';
import { columnLimit, nameColumn, readReference, sheetLimit, type SheetRow } from './workbook.ts';
import type { Shared } from './xlsx.ts';

/** What is said of cells besides what is in them, by the number of their row. */
export interface SheetNotes {
  leftOut: Map<number, LeftOut[]>;
  notices: Map<number, string[]>;
}

/** Reads the rows of a sheet (ECMA-376 part 1, section 18.3.1.73). Formulas have the values that the file has for them. */
export async function* readSheetRows(
  zip: Zip,
  part: string,
  { strings, formats, is1904 }: Shared,
  notes: SheetNotes,
): AsyncIterable<SheetRow> {
  let ready: SheetRow[] = [];
  let row: SheetRow | undefined;
  let [column, type, style, value, number] = [0, '', 0, '', 0];
  let formula: string | undefined;
  const formulas: string[] = [];
  const open = (element: string, attributes: ReadonlyMap<string, string>) => {
    if (element === 'row') {
      number = Number(attributes.get('r') ?? number + 1);
      row = { number, cells: [], leftOut: notes.leftOut.get(number) ?? [], notices: [] };
      if (attributes.get('hidden') === '1') row.notices.push('The row is hidden in the spreadsheet.');
      column = -1;
    } else if (element === 'c') {
      column = readReference(attributes.get('r') ?? '')?.column ?? column + 1;
      [type, style, value] = [attributes.get('t') ?? 'n', Number(attributes.get('s') ?? 0), ''];
      formula = undefined;
    } else if (element === 'f') formula = '';
  };
  const read = (): string => {
    if (type === 's') return strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type !== 'n' || value === '') return value;
    const read = Number(value);
    return Number.isFinite(read) ? showNumber(read, formats[style] ?? 'General', is1904) : value;
  };
  const closeCell = () => {
    if (!row) return;
    const cell = `${nameColumn(column)}${row.number}`;
    if (column >= columnLimit) {
      const found = `something in the cell ${cell}`;
      throw new SourceError(found, `at most ${columnLimit} columns`, 'Remove it, or take another sheet.');
    }
    if (formula !== undefined) formulas.push(cell);
    if (type === 'e') row.notices.push(`The cell ${cell} has an error, ${value}.`);
    if (formula !== undefined && value === '')
      row.notices.push(`The formula in ${cell}, ${formula}, has no value in the file.`);
    const text = read();
    if (text !== '') row.cells[column] = text;
  };
  const closeRow = () => {
    if (!row) return;
    if (formulas.length > 0)
      row.notices.push(
        `Formulas have the values that the file has for them: ${formulas.splice(0).join(', ')}.`,
      );
    row.notices.push(...(notes.notices.get(row.number) ?? []));
    if (row.cells.length > 0) ready.push({ ...row, cells: Array.from(row.cells, (cell = '') => cell) });
    row = undefined;
  };
  const pieces = readXmlPieces(
    zip,
    part,
    {
      open,
      text(text, path) {
        const element = path.at(-1);
        if (element === 'v' || (element === 't' && path.includes('is') && !path.includes('rPh')))
          value += text;
        else if (element === 'f') formula = (formula ?? '') + text;
      },
      close(element) {
        if (element === 'c') closeCell();
        else if (element === 'row') closeRow();
      },
    },
    sheetLimit,
  );
  for await (const _ of pieces) {
    yield* ready;
    ready = [];
  }
}
