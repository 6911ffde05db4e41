import { findNearestName } from '../../records/check/nearest-name.ts';
import { vocabularies, type Vocabulary } from '../../records/vocabularies.ts';
import { splitList } from '../../tables/list-cell.ts';
import type { Table, TableRow } from '../../tables/read-table.ts';
import type { TableProblem } from '../../tables/table-problem.ts';
import type { NamesColumn } from '../names-table.ts';

/** What a person has decided about a row of a table of names. */
type Decision = { kind: 'yes' | 'no' } | { kind: 'same'; id: string };

/** A row with a decision. */
export interface DecidedRow {
  row: TableRow;
  decision: Decision;
  vocabulary: Vocabulary;
  heading: string;
  /** Other names than the heading, each once. */
  variants: string[];
}

/** The longest name of a record that is made from a table, in characters: what is longer is a sentence by mistake. */
const longestName = 200;

/** What a person writes in the column "decision". */
const decisionForms = '"yes", "no", "same as ID", or nothing';

/** The text of a cell; '' when the table has no such column. */
export function cellOf({ cells }: TableRow, column: NamesColumn): string {
  return cells.get(column) ?? '';
}

/**
 * Reads the rows that have a decision.
 *
 * @param problems what is wrong with them is added to this
 */
export function readDecisions({ rows, isUnicode }: Table, problems: TableProblem[]): DecidedRow[] {
  const twins = findTwins(rows);
  return rows.flatMap((row): DecidedRow[] => {
    const twin = twins.get(row);
    if (twin) problems.push(rowTwice(row, twin));
    const decision = readDecision(row, problems);
    if (!decision) return [];
    const vocabulary = readKind(row, problems);
    const heading = cellOf(row, 'heading');
    const variants = [...new Set(splitList(cellOf(row, 'variants')))].filter((name) => name !== heading);
    if (decision.kind !== 'no') problems.push(...checkNames(row, heading, variants, isUnicode));
    else if (heading === '') problems.push(noHeading(row));
    return vocabulary ? [{ row, decision, vocabulary, heading, variants }] : [];
  });
}

function readDecision(at: TableRow, problems: TableProblem[]): Decision | undefined {
  const text = cellOf(at, 'decision');
  const [, id] = /^same as\s+(\S+)$/i.exec(text) ?? [];
  if (text === '') return undefined;
  if (id !== undefined) return { kind: 'same', id };
  const word = text.toLowerCase();
  if (word === 'yes' || word === 'no') return { kind: word };
  const found = `the decision "${shorten(text)}"`;
  const fix = 'Correct it, or empty the cell.';
  problems.push({ at, column: 'decision', found, expected: decisionForms, fix });
  return undefined;
}

function readKind(at: TableRow, problems: TableProblem[]): Vocabulary | undefined {
  const kind = cellOf(at, 'kind').toLowerCase();
  const vocabulary = vocabularies.find(({ singular }) => singular === kind);
  if (vocabulary) return vocabulary;
  const kinds = vocabularies.map(({ singular }) => singular);
  const close = findNearestName(kind, kinds);
  const fix = close ? `Did you mean "${close}"?` : 'Correct it, or empty the decision.';
  const found = kind === '' ? 'no kind' : `the kind "${shorten(kind)}"`;
  problems.push({ at, column: 'kind', found, expected: `one of: ${kinds.join(', ')}`, fix });
  return undefined;
}

function checkNames(
  at: TableRow,
  heading: string,
  variants: readonly string[],
  isUnicode: boolean,
): TableProblem[] {
  if (heading === '') return [noHeading(at)];
  const names = [
    { column: 'heading', name: heading },
    ...variants.map((name) => ({ column: 'variants', name })),
  ];
  return names.flatMap(({ column, name }): TableProblem[] => {
    if (name.length > longestName) {
      const found = `a name of ${name.length} characters`;
      const expected = `at most ${longestName}`;
      return [{ at, column, found, expected, fix: 'Shorten it, or empty the decision.' }];
    }
    if (isUnicode || !name.includes('?')) return [];
    const found = `the name "${name}", in a table whose encoding has "?" for characters that it lacks`;
    const fix = 'Save the table as “CSV UTF-8”, from a copy that still has these characters.';
    return [{ at, column, found, expected: 'a table in Unicode', fix }];
  });
}

function noHeading(at: TableRow): TableProblem {
  const fix = 'Write the name that the record is to go by, or empty the decision.';
  return { at, column: 'heading', found: 'no heading', expected: 'a name', fix };
}

/** Rows that are in the table twice, with the first of the two. Places of one name differ in their ids. */
function findTwins(rows: readonly TableRow[]): Map<TableRow, TableRow> {
  const first = new Map<string, TableRow>();
  const twins = new Map<TableRow, TableRow>();
  for (const row of rows) {
    const parts = (['kind', 'heading', 'id', 'doubts'] as const).map((column) => cellOf(row, column));
    const key = JSON.stringify(parts);
    const twin = first.get(key);
    if (twin) twins.set(row, twin);
    else first.set(key, row);
  }
  return twins;
}

function rowTwice(at: TableRow, twin: TableRow): TableProblem {
  const found = `the ${cellOf(at, 'kind')} "${shorten(cellOf(at, 'heading'))}", which row ${twin.row} is, too`;
  return { at, column: 'heading', found, expected: 'each row once', fix: 'Remove one of the two rows.' };
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)} …` : text;
}
