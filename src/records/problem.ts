import { isAbsolute, relative } from 'node:path';

import { formatCount } from './format-count.ts';

/** Something in `content/` that a person has to mend before the archive can be built. */
export interface Problem {
  /** The file's absolute path. */
  file: string;
  /** 1-based line; 1 where the problem is the file itself. */
  line: number;
  /** 1-based column, in UTF-16 code units. */
  column: number;
  /** What stands there: completes "found …". */
  found: string;
  /** What may stand there: completes "expected …". */
  expected: string;
  /** What to do about it: one or two whole sentences. */
  fix: string;
}

/** The place of a problem in its file. */
export type Position = Pick<Problem, 'line' | 'column'>;

/** The place of a problem that concerns a file as a whole. */
export const startOfFile: Position = { line: 1, column: 1 };

/** Raised when content cannot be used; carries every problem of the run, not only the first. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}

/**
 * Words one problem on one line: `file:line:column: found …; expected …. What to do.`
 * The file is given relative to the working folder where it lies inside it, so that editors and terminals can open it.
 */
export function formatProblem(problem: Problem): string {
  return `${displayPath(problem.file)}:${problem.line}:${problem.column}: ${describeProblem(problem)}`;
}

/** Words a problem without its place. */
export function describeProblem({ found, expected, fix }: Omit<Problem, 'file' | keyof Position>): string {
  return `found ${found}; expected ${expected}. ${fix}`;
}

/** Words all problems, sorted by file and place, with a last line that counts them. */
export function formatProblems(problems: readonly Problem[]): string {
  return [...problems].sort(byPosition).map(formatProblem).concat(countProblems(problems)).join('\n');
}

/** The line that counts the problems that keep an archive from being used. */
export function countProblems(problems: readonly Problem[]): string {
  const files = new Set(problems.map((problem) => problem.file)).size;
  return `${formatCount(problems.length, 'error')} in ${formatCount(files, 'file')}; nothing was written.`;
}

/** A file's path as people see it: relative to the working folder when inside it, else absolute. */
export function displayPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') || isAbsolute(path) ? file : path;
}

/** The order of problems: by file, then by place. */
export function byPosition(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
