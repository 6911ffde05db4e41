import { ContentError, type Problem } from '../../records/problem.ts';
import { checkChanges, type FileChange } from '../../records/edit/write-changes.ts';
import { readRecordText } from '../../records/edit/record-text.ts';
import { findNearestName } from '../../records/check/nearest-name.ts';
import { recordSchemas } from '../../records/read/frontmatter-cache.ts';
import type { ArchiveContent, Entry } from '../../records/read/read-archive.ts';
import { readMarkdownRecord } from '../../records/read/read-record.ts';
import type { EditableCollection } from '../../records/schemas/frontmatter-keys.ts';
import { readTable, type Table, type TableRow } from '../read-table.ts';
import { TableError, type TableProblem } from '../table-problem.ts';
import { collectionOf, idColumn, listColumns, stateColumn, tableCollections } from './columns.ts';
import { readRowChanges, type CellChange } from './read-changes.ts';

/** What a table changes of one record. */
export interface RecordChange extends FileChange {
  row: TableRow;
  cells: readonly CellChange[];
}

/** A suggestion compares an id with all others, and one mistake may be in all rows. */
const mostSuggestions = 20;

/**
 * Finds out what a table, exported by {@link exportTable} and edited since, changes in an archive. Nothing is written: see
 * `writeChanges`.
 *
 * @param root absolute path of the content folder
 * @param content what was read from it
 * @param name of the table's file, for messages
 * @param bytes the file
 * @throws {TableError} with everything that is wrong: with the table, or with the archive as it would be
 */
export async function planTable(
  root: string,
  content: ArchiveContent,
  name: string,
  bytes: Uint8Array,
): Promise<RecordChange[]> {
  const known = [...new Set(tableCollections.flatMap(listColumns))];
  const table = await readTable(name, bytes, { known, required: [idColumn, stateColumn] });
  const problems = [...table.problems];
  const { collection, wrong } = findCollection(table);
  problems.push(...wrong, ...findForeignColumns(table, collection));
  const records = new Map(
    (collection === 'articles' ? content.articles : content.vocabularies[collection]).map((record) => [
      record.id,
      record,
    ]),
  );
  const seen = new Map<string, TableRow>();
  const changes: RecordChange[] = [];
  for (const row of table.rows) {
    const id = row.cells.get(idColumn) ?? '';
    const record = records.get(id);
    const problem =
      checkRow(row, collection, record, seen.get(id)) ??
      (record ? undefined : unknownId(row, records, problems.length));
    seen.set(id, row);
    if (problem) problems.push(problem);
    if (problem || !record) continue;
    const file = await readRecordText(root, collection, record);
    const { cells, text, problems: found } = readRowChanges(collection, row, file, table.isUnicode);
    problems.push(...found.map((each) => ({ at: row, ...each })));
    if (cells.length > 0)
      changes.push({
        file: file.file,
        before: file.bytes,
        after: new TextEncoder().encode(text),
        row,
        cells,
      });
  }
  if (problems.length > 0) throw new TableError(name, problems);
  const invalid = await checkChanges(root, changes);
  if (invalid.length > 0) throw toTableError(name, invalid, changes, collection);
  return changes;
}

/** The collection that most rows say they are of: that of the first row that says one. */
function findCollection({ rows }: Table): { collection: EditableCollection; wrong: TableProblem[] } {
  const stateAt = (row: TableRow) => row.cells.get(stateColumn) ?? '';
  const [collection = 'articles'] = rows.flatMap((row) => collectionOf(stateAt(row)) ?? []);
  const wrong = rows
    .filter((row) => collectionOf(stateAt(row)) !== collection)
    .map((at): TableProblem => {
      const found = stateAt(at) === '' ? 'no state' : `the state "${stateAt(at)}"`;
      const expected = `a state of ${collection}, as it was exported`;
      return {
        at,
        column: stateColumn,
        found,
        expected,
        fix: 'Copy the cell from the exported table, or remove the row.',
      };
    });
  return { collection, wrong };
}

/** Cells in columns that only other collections have. */
function findForeignColumns({ rows, columns }: Table, collection: EditableCollection): TableProblem[] {
  const own = listColumns(collection);
  return columns
    .filter((column) => !own.includes(column))
    .flatMap((column): TableProblem[] => {
      const at = rows.find((row) => (row.cells.get(column) ?? '') !== '');
      const found = 'a cell in an unknown column';
      return at
        ? [{ at, column, found, expected: `one of: ${own.join(', ')}`, fix: 'Remove the column.' }]
        : [];
    });
}

function checkRow(
  at: TableRow,
  collection: EditableCollection,
  record: Entry<unknown> | undefined,
  twin: TableRow | undefined,
): TableProblem | undefined {
  const column = idColumn;
  const id = at.cells.get(idColumn) ?? '';
  if (id === '') {
    const fix = 'Copy the id from the exported table, or remove the row.';
    return { at, column, found: 'no id', expected: `the id of one of the ${collection}`, fix };
  }
  if (!twin || !record) return undefined;
  const found = `the id "${id}", which row ${twin.row} has, too`;
  return { at, column, found, expected: 'each record once', fix: 'Remove one of the two rows.' };
}

function unknownId(at: TableRow, records: ReadonlyMap<string, unknown>, problems: number): TableProblem {
  const id = at.cells.get(idColumn) ?? '';
  const close = problems < mostSuggestions ? findNearestName(id, [...records.keys()]) : undefined;
  const hint = close ? `Did you mean "${close}"? ` : '';
  const fix = `${hint}An id is never changed here; new records are made with "npm run new".`;
  return {
    at,
    column: idColumn,
    found: `the id "${id}", which no record has`,
    expected: 'an id as exported',
    fix,
  };
}

/** Tells what would be wrong with the archive by the cells that would make it so. */
function toTableError(
  name: string,
  problems: readonly Problem[],
  changes: readonly RecordChange[],
  collection: EditableCollection,
): Error {
  const byFile = new Map(changes.map((change) => [change.file, change]));
  const own = problems.flatMap((problem): TableProblem[] => {
    const { file, line, column, ...message } = problem;
    const change = byFile.get(file);
    return change
      ? [{ at: change.row, column: columnAt(change, collection, { line, column }), ...message }]
      : [];
  });
  // What a changed record says may contradict one that the table does not change.
  const elsewhere = problems.filter(({ file }) => !byFile.has(file));
  return own.length > 0 ? new TableError(name, own, elsewhere) : new ContentError(elsewhere);
}

/** The changed column in whose value a position of the changed file lies. */
function columnAt(
  { after, cells }: RecordChange,
  collection: EditableCollection,
  { line, column }: { line: number; column: number },
): string | undefined {
  const { positionOf } = readMarkdownRecord(after, recordSchemas[collection]);
  const starts = cells.map(({ path }) => ({ path, ...positionOf(path.split('.')) }));
  const before = starts
    .filter((start) => start.line < line || (start.line === line && start.column <= column))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  return (before.at(-1) ?? starts[0])?.path;
}
