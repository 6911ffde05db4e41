import { isDeepStrictEqual } from 'node:util';

import { EditError, editFrontmatter, readFrontmatter, valueAt } from '../../records/edit/edit-frontmatter.ts';
import type { RecordText } from '../../records/edit/record-text.ts';
import type { ProblemMessage } from '../../records/problem.ts';
import { frontmatterKeysOf, type EditableCollection } from '../../records/schemas/frontmatter-keys.ts';
import type { TableRow } from '../read-table.ts';
import { readValue, renderValue } from './cells.ts';
import { stateColumn, stateOf } from './columns.ts';

/** A cell that differs from the archive. */
export interface CellChange {
  /** The key of frontmatter, which is the name of the column. */
  path: string;
  /** What the cell would be now. */
  before: string;
  after: string;
}

/** What a row changes of its record. */
export interface RowChanges {
  cells: CellChange[];
  /** The record's file with the changes; the same text when there are none. */
  text: string;
  problems: (ProblemMessage & { column?: string })[];
}

/**
 * Compares a row with the file of its record, and edits the file in place.
 *
 * @param isUnicode whether the table can hold every character
 */
export function readRowChanges(
  collection: EditableCollection,
  { cells }: TableRow,
  { text }: Pick<RecordText, 'text'>,
  isUnicode: boolean,
): RowChanges {
  const values = readFrontmatter(text);
  const changed: (CellChange & { value: unknown })[] = [];
  const problems: RowChanges['problems'] = [];
  for (const { path, kind } of frontmatterKeysOf[collection]) {
    const [after, current] = [cells.get(path), valueAt(values, path)];
    const before = renderValue(kind, current);
    if (after === undefined || after === before) continue;
    const read = readValue(kind, after, current);
    if ('problem' in read) problems.push({ column: path, ...read.problem });
    else if (isDeepStrictEqual(read.value, current)) continue;
    else if (!isUnicode && isBeyondLatin(before)) problems.push({ column: path, ...lostCharacters(before) });
    else changed.push({ path, before, after, value: read.value });
  }
  const isCurrent = cells.get(stateColumn) === stateOf(collection, text);
  if (!isCurrent && changed.length + problems.length > 0) {
    const names = [...changed.map(({ path }) => path), ...problems.map(({ column }) => column)];
    return { cells: [], text, problems: [changedMeanwhile(names.join(', '))] };
  }
  if (problems.length > 0) return { cells: [], text, problems };
  try {
    const order = frontmatterKeysOf[collection].map(({ path }) => path);
    return { cells: changed, text: editFrontmatter(text, changed, order), problems };
  } catch (error) {
    if (!(error instanceof EditError)) throw error;
    const fix = 'Change it in the file of the record.';
    return { cells: [], text, problems: [{ found: error.message, expected: 'plain YAML', fix }] };
  }
}

/** Whether a text has characters that windows-1252, in which spreadsheets save by default, does not have. */
function isBeyondLatin(text: string): boolean {
  return /[^\u0000-\u00ff–—‘’‚“”„†‡•…‰‹›€™ŒœŠšŽžŸƒˆ˜]/u.test(text);
}

function lostCharacters(before: string): ProblemMessage {
  return {
    found: `another text than "${before}", in a table whose encoding lacks characters of it`,
    expected: 'a table in Unicode',
    fix: 'Save the table as “CSV UTF-8”, from a copy that still has these characters.',
  };
}

function changedMeanwhile(columns: string): ProblemMessage {
  return {
    found: `changes (${columns}) of a record that has changed in the archive since the table was exported`,
    expected: 'the row as it was exported, with your changes',
    fix: 'Export the table again and make the changes there, or remove the row.',
  };
}
