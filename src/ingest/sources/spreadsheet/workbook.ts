import type { LeftOut } from '../../drafts/draft.ts';

/** A spreadsheet of which one sheet is read. */
export interface Workbook {
  /** In the order in which the program shows them. */
  sheets: Sheet[];
  /** What there is to say about the file as a whole. Whole sentences. */
  notices: string[];
  /** What no row has, such as pictures. */
  leftOut: LeftOut[];
}

/** One sheet. */
export interface Sheet {
  name: string;
  isHidden: boolean;
  /** Its rows with something in them, piece by piece. */
  readRows(): AsyncIterable<SheetRow>;
}

/** A row of a sheet, as it is shown. */
export interface SheetRow {
  /** 1-based, as the program numbers it. */
  number: number;
  /** The text of each cell, by its column, from 0; what is empty may be missing. */
  cells: string[];
  leftOut: LeftOut[];
  notices: string[];
}

/** The most bytes of a sheet, unpacked: a hundred thousand articles have that. */
export const sheetLimit = 256 * 1024 * 1024;

/** The most columns of a sheet that have something in them. */
export const columnLimit = 1000;

/** The letters of a column. @example nameColumn(27) // 'AB' */
export function nameColumn(index: number): string {
  const before = index < 26 ? '' : nameColumn(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}

/** The column and the row of a cell. @example readReference('AB12') // { column: 27, row: 12 } */
export function readReference(reference: string): { column: number; row: number } | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})/.exec(reference) ?? [];
  if (letters === '') return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(digits) };
}
