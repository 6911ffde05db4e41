import { isAbsolute, relative } from 'node:path';

import { formatCount } from './format-count.ts';

/** A problem in `content/` that has to be fixed before the archive can be built. */
export interface Problem {
  /** The file's absolute path. */
  file: string;
  /** 1-based line; 1 where the problem is the file itself. */
  line: number;
  /** 1-based column, in UTF-16 code units. */
  column: number;
  /** What was found: completes "found …". */
  found: string;
  /** What is valid there: completes "expected …". */
  expected: string;
  /** What to do about it: one or two whole sentences. */
  fix: string;
}

/** A position in a text file. */
export type Position = Pick<Problem, 'line' | 'column'>;

/** What a problem says, without where it is. */
export type ProblemMessage = Pick<Problem, 'found' | 'expected' | 'fix'>;

/** The position of a problem that concerns a file as a whole. */
export const startOfFile: Position = { line: 1, column: 1 };

/** Thrown when content has problems; carries all of them, not only the first. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}

/**
 * Formats a problem on one line: `file:line:column: found …; expected …. What to do.`
 * The path is as {@link displayPath} has it, so that editors and terminals can open the file.
 */
export function formatProblem(problem: Problem): string {
  return `${displayPath(problem.file)}:${problem.line}:${problem.column}: ${describeProblem(problem)}`;
}

/** Formats a problem without its file and position. */
export function describeProblem({ found, expected, fix }: ProblemMessage): string {
  return `found ${found}; expected ${expected}. ${fix}`;
}

/** Formats all problems, sorted by file and position, with a last line that counts them. */
export function formatProblems(problems: readonly Problem[]): string {
  return [...problems].sort(byPosition).map(formatProblem).concat(countProblems(problems)).join('\n');
}

/** Formats the last line of a list of problems, which counts them. */
export function countProblems(problems: readonly Problem[]): string {
  const files = new Set(problems.map((problem) => problem.file)).size;
  return `${formatCount(problems.length, 'error')} in ${formatCount(files, 'file')}; nothing was written.`;
}

/** The path of a file for display: relative to the working folder when inside it, otherwise absolute. */
export function displayPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') || isAbsolute(path) ? file : path;
}

/** Compares problems by file, then by position. */
export function byPosition(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
