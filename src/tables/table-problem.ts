import { CommandError } from '../system/command-error.ts';
import { formatCount } from '../records/format-count.ts';
import { describeProblem, formatProblem, type Problem, type ProblemMessage } from '../records/problem.ts';

/** Where a row of a table is. */
export interface RowPosition {
  /** The 1-based line of the file on which it begins. */
  line: number;
  /** Its number as spreadsheets show it: the header is row 1. */
  row: number;
}

/** Something that is wrong with a table, or with a cell of it. */
export interface TableProblem extends ProblemMessage {
  at: RowPosition;
  /** The name of its column, where it concerns one. */
  column?: string | undefined;
}

/** Thrown when a table cannot be applied; its message has all problems, each on a line, and a last line that counts them. */
export class TableError extends CommandError {
  override name = 'TableError';
  readonly problems: readonly TableProblem[];

  /**
   * @param table the name of the file, for messages
   * @param elsewhere what would be wrong in files of the archive that the table does not change
   */
  constructor(table: string, problems: readonly TableProblem[], elsewhere: readonly Problem[] = []) {
    const sorted = problems.toSorted((a, b) => a.at.line - b.at.line);
    const lines = sorted.map((problem) => formatTableProblem(table, problem));
    lines.push(...elsewhere.map(formatProblem));
    super([...lines, `${formatCount(lines.length, 'error')} in ${table}; nothing was written.`].join('\n'));
    this.problems = sorted;
  }
}

/**
 * Formats a problem of a table on one line.
 *
 * @example
 * formatTableProblem('people.csv', { at: { line: 4, row: 3 }, column: 'name', found: 'nothing', … })
 * // 'people.csv:4: row 3, column "name": found nothing; expected …'
 */
export function formatTableProblem(table: string, { at, column, ...message }: TableProblem): string {
  const where = column === undefined ? '' : `, column "${column}"`;
  const text = `${table}:${at.line}: row ${at.row}${where}: ${describeProblem(message)}`;
  return text.replace(/\p{Cc}/gu, '\uFFFD');
}
