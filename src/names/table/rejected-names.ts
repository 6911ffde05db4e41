import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import { startOfFile, ContentError } from '../../records/problem.ts';
import { foldName } from '../gazetteer/fold-name.ts';

/** The file in the content folder that remembers the names that were rejected. */
const rejectedNamesFile = 'names-rejected.csv';

/**
 * Reads the names that were rejected, so that they are not proposed again: a table with the columns `kind` and `heading`.
 *
 * @param root absolute path of the content folder
 * @returns keys as {@link rejectionKey} makes them; none when there is no such file
 * @throws {ContentError} when it is not such a table
 */
export async function readRejectedNames(root: string): Promise<Set<string>> {
  const file = join(root, rejectedNamesFile);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set();
    throw error;
  }
  const fix = 'Restore it from a backup, or remove it: then rejected names are proposed again.';
  const expected = 'a table (CSV) with the columns kind and heading';
  let rows: Record<string, string>[];
  try {
    rows = parse(text, { bom: true, columns: true, skip_empty_lines: true });
  } catch (error) {
    throw new ContentError([{ file, ...startOfFile, found: (error as Error).message, expected, fix }]);
  }
  const wrong = rows.findIndex(({ kind, heading }) => kind === undefined || heading === undefined);
  if (wrong >= 0) throw new ContentError([{ file, ...startOfFile, found: 'other columns', expected, fix }]);
  return new Set(
    rows.map(({ kind = '', heading = '' }) => rejectionKey(kind, heading.replace(/^'(?=[=+\-@\t\r])/, ''))),
  );
}

/** The key of a rejected name. */
export function rejectionKey(kind: string, heading: string): string {
  return `${kind} ${foldName(heading)}`;
}
